import { expect, test } from 'vitest';
import { accountability, appointment, excluded, nordlicht, person } from '../../../tests/factories/matrix-snapshot.ts';
import { plainDate } from '../../kernel/date.ts';
import type { Role } from '../roles/model.ts';
import { accountabilityMatrix } from './accountability-matrix.ts';
import { cellText, type MatrixDocument, type MatrixRow } from './matrix-document.ts';

const on = plainDate('2026-03-03');

const roleOf = (key: string): Role => {
  const role = nordlicht.role.find((one) => one.key === key);
  expect(role).toBeDefined();
  return role as Role;
};
const rowOf = (document: MatrixDocument, requirement: string): MatrixRow => {
  const row = document.groups.flatMap((group) => group.rows).find((one) => one.requirement === requirement);
  expect(row).toBeDefined();
  return row as MatrixRow;
};
/** The row's letters by name of role or person. */
const lettersOf = (document: MatrixDocument, requirement: string): Record<string, string> =>
  Object.fromEntries(
    rowOf(document, requirement).cells.flatMap((cell, index) =>
      cell.length === 0 ? [] : [[document.columns[index]?.name ?? '', cellText(cell)]],
    ),
  );

test('an organization on the template prints all 123 requirements by clause and theme, and nothing is open', () => {
  const document = accountabilityMatrix(nordlicht, on);
  expect(document.groups.map((group) => `${group.id} ${group.title}: ${group.rows.length}`)).toEqual([
    '4 Context of the organization: 4',
    '5 Leadership: 3',
    '6 Planning: 5',
    '7 Support: 7',
    '8 Operation: 3',
    '9 Performance evaluation: 6',
    '10 Improvement: 2',
    'A.5 Organizational controls: 37',
    'A.6 People controls: 8',
    'A.7 Physical controls: 14',
    'A.8 Technological controls: 34',
  ]);
  expect(document.figures).toEqual({
    requirements: 123,
    applicable: 123,
    sound: 123,
    marked: {
      'rasci.no-accountable': 0,
      'rasci.several-accountable': 0,
      'rasci.no-responsible': 0,
      'rasci.unresolved': 0,
      'role.holder-left': 0,
      'soa.unjustified': 0,
    },
    roles: 33,
    vacantRoles: 0,
  });
  expect(document.control).toEqual({ classification: 'Internal', version: 'Revision 482' });
  expect(document.trail).toEqual(nordlicht.trail);
});

test('mandatory roles stand first, then the rest as in the template, whatever order the facts come in', () => {
  const shuffled = { ...nordlicht, role: nordlicht.role.toReversed() };
  const names = accountabilityMatrix(shuffled, on).roles.map((role) => role.name);
  expect(names).toEqual(accountabilityMatrix(nordlicht, on).roles.map((role) => role.name));
  expect(
    accountabilityMatrix(shuffled, on)
      .roles.map((role) => role.mandatory)
      .lastIndexOf(true),
  ).toBe(4);
});

test('a row without A, with two, or without R says so and names who', () => {
  const ceo = roleOf('ceo');
  const finance = roleOf('finance');
  const kept = nordlicht.accountability.filter(
    (row) =>
      !(row.requirementId === 'A.5.7' && row.letters.includes('A')) &&
      !(row.requirementId === 'A.6.3' && row.letters.includes('R')) &&
      row.requirementId !== 'A.8.9',
  );
  const document = accountabilityMatrix(
    {
      ...nordlicht,
      accountability: [
        ...kept,
        accountability(9001, 'A.8.9', { role: ceo }, ['R', 'A']),
        accountability(9002, 'A.8.9', { role: finance }, ['A']),
      ],
    },
    on,
  );
  const marks = (requirement: string) => rowOf(document, requirement).marks.map(({ rule }) => rule);
  expect(marks('A.5.7')).toEqual(['rasci.no-accountable']);
  expect(marks('A.6.3')).toEqual(['rasci.no-responsible']);
  expect(marks('A.8.9')).toEqual(['rasci.several-accountable']);
  expect(rowOf(document, 'A.8.9').marks[0]?.because).toContain('Chief Executive Officer and Finance');
  expect(document.figures.marked).toMatchObject({ 'rasci.no-accountable': 1, 'rasci.several-accountable': 1 });
  expect(lettersOf(document, 'A.8.9')).toEqual({ 'Chief Executive Officer': 'R/A', Finance: 'A' });
  expect(document.figures.sound).toBe(120);
});

test('a leaver is shown as such from the first day without engagement, on the role and on each row that rests on it', () => {
  const ana = person(0, 'Ana Silva', { to: plainDate('2026-03-03') });
  const ceo = roleOf('ceo');
  const left = {
    ...nordlicht,
    person: [ana, ...nordlicht.person.slice(1)],
    appointment: [
      ...nordlicht.appointment.filter((one) => one.roleId !== ceo.id && one.personId !== ana.id),
      appointment(900, ana, ceo),
    ],
  };
  const dayBefore = accountabilityMatrix(left, plainDate('2026-03-02')).roles[0];
  expect(dayBefore?.marks).toEqual(['role.no-deputy']);
  const document = accountabilityMatrix(left, on);
  expect(document.roles[0]?.marks).toEqual(['role.mandatory-vacant', 'rasci.unresolved', 'role.holder-left']);
  expect(document.roles[0]?.holders).toEqual([
    { name: 'Ana Silva', external: false, from: '2025-03-01', hoursPerWeek: 4, left: true },
  ]);
  expect(document.columns[0]).toMatchObject({ name: 'Chief Executive Officer', holders: [], vacant: true });
  expect(rowOf(document, '5.1').marks.map(({ rule }) => rule)).toEqual(['rasci.unresolved', 'role.holder-left']);
  expect(document.openPoints[0]).toMatchObject({ severity: 'critical', clause: '5.3' });
  expect(document.openPoints.map((point) => point.because).join(' ')).toContain(
    'The engagement of Ana Silva ended on 2026-03-03',
  );
});

test('an excluded control keeps its letters and its reason, and breaks no rule', () => {
  const document = accountabilityMatrix(
    {
      ...nordlicht,
      accountability: nordlicht.accountability.filter((row) => row.requirementId !== 'A.8.30'),
      applicability: [excluded(1, 'A.8.30', 'No development is outsourced.')],
    },
    on,
  );
  expect(rowOf(document, 'A.8.30')).toMatchObject({
    applicable: false,
    justification: 'No development is outsourced.',
    marks: [],
  });
  expect(document.figures).toMatchObject({ requirements: 123, applicable: 122, sound: 122 });
});

test('a person with a letter of their own has a column, and a role without letters has none', () => {
  const zoe = nordlicht.person[3];
  expect(zoe).toBeDefined();
  if (zoe === undefined) return;
  const hr = roleOf('hr');
  const document = accountabilityMatrix(
    {
      ...nordlicht,
      accountability: [
        ...nordlicht.accountability.filter((row) => row.roleId !== hr.id),
        accountability(9001, '8.1', { person: zoe }, ['C']),
      ],
    },
    on,
  );
  expect(document.columns.at(-1)).toMatchObject({ kind: 'person', name: 'Zoë Côté', vacant: false });
  expect(lettersOf(document, '8.1')['Zoë Côté']).toBe('C');
  expect(document.columns.some((column) => column.name === 'Human Resources')).toBe(false);
  expect(document.roles.some((role) => role.name === 'Human Resources')).toBe(true);
});

test('letters for a requirement that the catalogue lacks are printed at the end, not lost', () => {
  const document = accountabilityMatrix(
    {
      ...nordlicht,
      accountability: [
        ...nordlicht.accountability,
        accountability(9001, 'TISAX.1.1', { role: roleOf('ceo') }, ['A', 'R']),
      ],
    },
    on,
  );
  expect(document.groups.at(-1)?.title).toBe('Other requirements');
  expect(lettersOf(document, 'TISAX.1.1')).toEqual({ 'Chief Executive Officer': 'R/A' });
});
