import { expect, it } from 'vitest';
import { mayBeSameName } from './same-name.ts';

it('knows shorter and fuller ways to write one name, in any order', () => {
  for (const [one, other] of [
    ['Petra Lindner', 'petra  lindner'],
    ['Dr. P. Lindner', 'Petra Lindner'],
    ['Lindner, Petra', 'Dr. Petra Lindner'],
    ['Lindner', 'Petra Lindner'],
    ['Hans-Jürgen Kessler', 'Hans Jürgen Kessler'],
    ['ليلى حداد', 'ليلى حداد'],
  ] as const)
    expect([one, mayBeSameName(one, other), mayBeSameName(other, one)]).toEqual([one, true, true]);
});

it('keeps others apart, those of one family too', () => {
  for (const [one, other] of [
    ['Hans Lindner', 'Petra Lindner'],
    ['Supervisory board', 'Petra Lindner'],
    ['P.', 'Petra Lindner'],
    ['', 'Petra Lindner'],
    ['Dr.', 'Dr. Petra Lindner'],
  ] as const)
    expect([one, mayBeSameName(one, other), mayBeSameName(other, one)]).toEqual([one, false, false]);
});
