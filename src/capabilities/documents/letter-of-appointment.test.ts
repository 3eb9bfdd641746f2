import { expect, test } from 'vitest';
import { accountability, appointment, excluded, nordlicht, person } from '../../../tests/factories/matrix-snapshot.ts';
import { ownRuleOf } from '../../../tests/factories/snapshot.ts';
import { plainDate } from '../../kernel/date.ts';
import type { CompensatingControlId } from '../../kernel/id.ts';
import type { Level } from '../../kernel/level.ts';
import type { Role } from '../roles/model.ts';
import type { Snapshot } from '../trail/snapshot.ts';
import { letterOfAppointment } from './letter-of-appointment.ts';
import type { LetterRequirements } from './letter-role.ts';
import { letterText } from './letter-text.ts';

const on = plainDate('2026-03-03');
const roleOf = (key: string): Role => {
  const role = nordlicht.role.find((one) => one.key === key);
  expect(role).toBeDefined();
  return role as Role;
};
const manager: Role = {
  ...roleOf('information-security-manager'),
  responsibilities: ['Keeps the calendar of the ISMS'],
  competences: [
    { competence: 'our-own', level: 2 as Level, required: false },
    { competence: 'iso-requirements', level: 4 as Level, required: true },
  ],
};
const auditor = roleOf('internal-auditor');
const [ana, ben, cem] = [
  person(1, 'Ana Silva', { jobTitle: 'Head of IT', unit: 'Operations' }),
  person(2, 'Ben Adler'),
  person(3, 'Cem Kaya', { kind: 'external' }),
];
const held = appointment(1, ana, manager, { to: plainDate('2027-03-01'), appointedBy: 'Managing board' });
const deputy = appointment(2, ben, manager, { capacity: 'deputy', hoursPerWeek: null });
const firm: Snapshot = {
  ...nordlicht,
  person: [ana, ben, cem],
  role: [manager, auditor],
  appointment: [held, deputy],
  accountability: [
    accountability(1, '7.1', { role: manager }, ['A', 'R']),
    accountability(2, 'A.8.8', { role: manager }, ['A']),
    accountability(3, 'A.8.30', { role: manager }, ['A']),
    accountability(4, 'A.5.9', { role: manager }, ['R']),
    accountability(5, 'TISAX.1.1', { role: manager }, ['R']),
    accountability(6, 'A.5.1', { role: auditor }, ['A']),
  ],
  applicability: [excluded(1, 'A.8.30', 'No development is outsourced.')],
};
const ids = (groups: readonly LetterRequirements[]): readonly string[] =>
  groups.flatMap((group) => group.requirements.map((one) => one.id));
const factsIn = (snapshot: Snapshot, of = held, day = on): Readonly<Record<string, string>> =>
  Object.fromEntries(letterText(letterOfAppointment(snapshot, of.id, day)).facts);

test('the letter says who holds what, from the first day to the last one that counts', () => {
  const letter = letterOfAppointment(firm, held.id, on);
  expect(letter).toMatchObject({
    person: { name: 'Ana Silva', jobTitle: 'Head of IT', unit: 'Operations', external: false },
    role: { name: 'Information Security Manager', mandatory: true },
    capacity: 'holder',
    from: '2025-03-01',
    lastDay: '2027-02-28',
    counterparts: ['Ben Adler'],
    control: { classification: 'Internal', version: 'Revision 482' },
    trail: nordlicht.trail,
  });
  expect(letterText(letter).opening).toBe(
    'Nordlicht Präzisionstechnik GmbH appoints Ana Silva as Information Security Manager from 1 March 2025 to 28 February 2027.',
  );
  expect(factsIn(firm)).toEqual({
    Role: 'Information Security Manager',
    Capacity: 'Holder of the role',
    'First day': '1 March 2025',
    'Last day': '28 February 2027',
    'Time set aside': '4 hours a week',
    'Appointed by': 'Managing board',
    Deputy: 'Ben Adler',
  });
});

test('a deputy is told whom they stand in for, and that no hours are agreed', () => {
  expect(factsIn(firm, deputy)).toMatchObject({
    Capacity: 'Deputy: acts when the holder cannot',
    'Last day': 'Open-ended',
    'Time set aside': 'None agreed',
    Holder: 'Ana Silva',
  });
  expect(factsIn(firm, deputy, plainDate('2027-03-01'))).toMatchObject({ Holder: 'The role is vacant' });
});

test('the annex names what the role answers for and works on, without controls that do not apply', () => {
  const { accountable, responsible } = letterOfAppointment(firm, held.id, on);
  expect(ids(accountable)).toEqual(['7.1', 'A.8.8']);
  expect(ids(responsible)).toEqual(['7.1', 'A.5.9', 'TISAX.1.1']);
  expect(accountable[1]).toEqual({
    id: 'A.8',
    title: 'Technological controls',
    requirements: [{ id: 'A.8.8', title: 'Management of technical vulnerabilities' }],
  });
  const without = { ...firm, accountability: [] };
  expect(letterText(letterOfAppointment(without, held.id, on)).annex).toBeNull();
});

test('competences stand with their level and its name, required ones first', () => {
  expect(letterOfAppointment(firm, held.id, on).competences).toEqual([
    { name: 'ISO/IEC 27001 requirements', level: 4, levelName: 'Advanced', required: true },
    { name: 'our-own', level: 2, levelName: 'Guided', required: false },
  ]);
});

test('who also holds a role that must be apart reads so, with the compensating control while it counts', () => {
  const both: Snapshot = {
    ...firm,
    appointment: [held, deputy, appointment(3, ana, auditor)],
    compensatingControl: [
      {
        id: '00000000-0000-7000-8006-000000000001' as CompensatingControlId,
        version: 1,
        rule: 'SOD-01',
        personId: ana.id,
        control: 'The audit is done by a partner firm',
        approvedBy: 'Supervisory board',
        expires: plainDate('2026-07-01'),
        ownerId: null,
      },
    ],
  };
  const [conflict, ...others] = letterOfAppointment(both, held.id, on).conflicts;
  expect(others).toEqual([]);
  expect(conflict).toMatchObject({
    rule: 'SOD-01',
    otherRoles: ['Internal Auditor'],
    compensation: {
      control: 'The audit is done by a partner firm',
      approvedBy: 'Supervisory board',
      lastDay: '2026-06-30',
    },
  });
  const paragraphOn = (day: string): string | undefined =>
    letterText(letterOfAppointment(both, held.id, plainDate(day))).chapters.find(({ heading }) =>
      heading.startsWith('Duties that should be apart'),
    )?.paragraphs[0];
  expect(paragraphOn('2026-06-30')).toContain('Ana Silva also holds: Internal Auditor.');
  expect(paragraphOn('2026-06-30')).toContain('up to and including 30 June 2026: The audit is done by a partner firm.');
  expect(paragraphOn('2026-07-01')).toContain('No compensating control counts on this day.');
  expect(letterOfAppointment(both, deputy.id, on).conflicts).toEqual([]);
});

test('a rule of the house stands in the letter by its key, with its reason and what may be done instead', () => {
  const treasurer = roleOf('finance');
  const house: Snapshot = {
    ...firm,
    role: [manager, treasurer],
    appointment: [held, appointment(3, ana, treasurer)],
    segregationRule: [ownRuleOf('finance', 'information-security-manager')],
  };
  const letter = letterOfAppointment(house, held.id, on);
  expect(letter.conflicts).toMatchObject([
    { rule: 'OWN-1', reason: 'It went wrong once', otherRoles: [treasurer.name], suggestion: 'A second person signs' },
  ]);
  expect(letterText(letter).chapters.flatMap(({ paragraphs }) => paragraphs)).toContain(
    `Ana Silva also holds: ${treasurer.name}. It went wrong once (OWN-1). No compensating control counts on this day. What may be done instead: A second person signs.`,
  );
  expect(letterOfAppointment({ ...house, segregationRule: [] }, held.id, on).conflicts).toEqual([]);
});

test('a letter made before the first day, or after the last, tells deputies of the nearest day in office', () => {
  const later = appointment(4, cem, manager, { capacity: 'deputy', from: plainDate('2026-09-01') });
  const coming: Snapshot = { ...firm, appointment: [held, later] };
  expect(letterOfAppointment(coming, later.id, on)).toMatchObject({ day: '2026-09-01', counterparts: ['Ana Silva'] });
  const past = letterOfAppointment(firm, held.id, plainDate('2028-01-01'));
  expect(past).toMatchObject({ day: '2027-02-28', counterparts: ['Ben Adler'] });
  const { closing, signatures } = letterText(past);
  expect(closing).toMatch(/^This appointment has ended\./);
  expect(signatures).toEqual([]);
});

test('an appointment that the facts do not have is not found', () => {
  expect(() => letterOfAppointment({ ...firm, appointment: [] }, held.id, on)).toThrow('There is no such appointment.');
});
