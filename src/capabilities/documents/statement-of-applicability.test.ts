import { describe, expect, it } from 'vitest';
import { accountability, appointment, excluded, nordlicht, person } from '../../../tests/factories/matrix-snapshot.ts';
import { plainDate } from '../../kernel/date.ts';
import { bearersText, statementOfApplicability } from './statement-of-applicability.ts';

const on = plainDate('2026-03-03');
const facts = {
  ...nordlicht,
  applicability: [
    excluded(1, 'A.8.30', 'No development is outsourced.'),
    excluded(2, 'A.7.4', ''),
    { ...excluded(3, 'A.5.1', 'Customers ask.'), applicable: true, status: 'implemented' as const },
  ],
};
const document = statementOfApplicability(facts, on);
const rows = document.groups.flatMap((group) => group.rows);
const rowOf = (control: string) => rows.find((row) => row.control === control);

describe('the statement of applicability as a document', () => {
  it('lists all 93 controls in four themes; what nobody recorded applies and is not started', () => {
    expect(document.groups.map(({ id, rows: { length } }) => [id, length])).toEqual([
      ['A.5', 37],
      ['A.6', 8],
      ['A.7', 14],
      ['A.8', 34],
    ]);
    expect(rowOf('A.8.8')).toMatchObject({ applicable: true, justification: '', status: 'not-started' });
    expect(rowOf('A.5.1')).toMatchObject({ applicable: true, justification: 'Customers ask.', status: 'implemented' });
    expect(document.figures).toMatchObject({
      controls: 93,
      applicable: 91,
      excluded: 2,
      unjustified: 1,
      byStatus: { 'not-started': 90, planned: 0, partial: 0, implemented: 1 },
    });
  });

  it('names who is in office on the day, through their roles, and says where nobody is', () => {
    const leaver = person(900, 'Gone Already', { to: plainDate('2026-01-01') });
    const [role, vacant] = facts.role;
    if (role === undefined || vacant === undefined) return;
    const holder = person(901, 'Ada Berg');
    const told = statementOfApplicability(
      {
        ...facts,
        person: [leaver, holder],
        appointment: [appointment(900, holder, role)],
        accountability: [
          accountability(900, 'A.8.8', { role }, ['A']),
          accountability(901, 'A.8.8', { role: vacant }, ['R']),
          accountability(902, 'A.8.9', { person: leaver }, ['A']),
        ],
      },
      on,
    );
    const at = (control: string) => told.groups.flatMap((group) => group.rows).find((row) => row.control === control);
    expect(bearersText(at('A.8.8')?.accountable ?? [])).toBe(`Ada Berg (${role.name})`);
    expect(bearersText(at('A.8.8')?.responsible ?? [])).toBe(`${vacant.name}: vacant`);
    expect(bearersText(at('A.8.9')?.accountable ?? [])).toBe('Gone Already: has left');
    expect(told.figures.unanswered).toBe(90);
  });

  it('carries the date of its facts, and position and hash of the trail', () => {
    expect([document.on, document.trail, document.control.version]).toEqual([
      '2026-03-03',
      nordlicht.trail,
      `Revision ${nordlicht.trail.sequence}`,
    ]);
  });
});
