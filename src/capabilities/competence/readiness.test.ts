import { describe, expect, it } from 'vitest';
import { hours, personOf, snapshotWith, someDay } from '../../../tests/factories/snapshot.ts';
import { newAppointment, newRole } from '../../../tests/factories/organization.ts';
import { plainDate } from '../../kernel/date.ts';
import type { CompetenceAssessmentId, PersonId } from '../../kernel/id.ts';
import { levels, type Level } from '../../kernel/level.ts';
import type { Appointment, Role } from '../roles/model.ts';
import type { Person } from '../people/model.ts';
import { later } from '../../../tests/factories/rows.ts';
import { competenceBooks } from './books.ts';
import type { CompetenceAssessment } from './model.ts';
import { readinessIn, type Readiness } from './readiness.ts';

const idOf = (name: string): PersonId =>
  `00000000-0000-7000-8000-${name.charCodeAt(0).toString().padStart(12, '0')}` as PersonId;
const person = (name: string, changes: Partial<Person> = {}): Person => personOf(idOf(name), name, changes);

let made = 0;
const judged = (name: string, competence: string, level: Level): CompetenceAssessment => ({
  id: `00000000-0000-7000-8fff-${(made++).toString().padStart(12, '0')}` as CompetenceAssessmentId,
  version: 1,
  personId: idOf(name),
  competence,
  level,
  on: plainDate('2026-01-01'),
  method: 'manager',
  assessorId: null,
  assessorName: 'Lead',
  evidenceKind: null,
  reference: null,
  evidenceIds: [],
  to: null,
  refreshMonths: null,
  note: '',
  recordedBy: null,
  claim: null,
});

const created = newRole('auditor', 'Auditor');
const must = (competence: string, level: Level) => ({ competence, level, required: true });
const role: Role = {
  ...created.fields,
  id: created.id,
  version: 1,
  minimumHolders: 0,
  competencesRequestedBy: null,
  competencesApproval: null,
  competences: [
    must('audit-technique', levels[3]),
    must('iso-controls', levels[3]),
    must('corrective-action', levels[2]),
    { competence: 'privacy', level: levels[5], required: false },
  ],
};
const held = newAppointment(idOf('Holder'), role.id);
const appointment = { ...later.appointment, ...held.fields, id: held.id, version: 1 } as Appointment;

function readiness(people: readonly Person[], judgements: readonly CompetenceAssessment[]): Readiness {
  const snapshot = snapshotWith({
    person: [person('Holder'), ...people],
    role: [role],
    appointment: [appointment],
    competenceAssessment: [...judgements],
  });
  const books = competenceBooks(snapshot, someDay);
  const staffing = books.resolution.roles.get(role.id);
  return staffing === undefined ? { now: [], withinYear: [], later: [] } : readinessIn(books)(staffing);
}

const all = (name: string, audit: Level, controls: Level, action: Level): readonly CompetenceAssessment[] => [
  judged(name, 'audit-technique', audit),
  judged(name, 'iso-controls', controls),
  judged(name, 'corrective-action', action),
];

describe('who could take over a role', () => {
  it('is ready with every must, whatever is desirable; the holder is not asked', () => {
    const found = readiness(
      [person('Ada'), person('Ben')],
      [...all('Holder', levels[5], levels[5], levels[5]), ...all('Ada', levels[3], levels[4], levels[2])],
    );
    expect(found).toEqual({ now: [idOf('Ada')], withinYear: [], later: [] });
  });

  it('is ready within a year when one level short in two, later when in three or by more', () => {
    const found = readiness(
      [person('Ada'), person('Ben'), person('Cem')],
      [
        ...all('Ada', levels[2], levels[2], levels[2]),
        ...all('Ben', levels[2], levels[2], levels[1]),
        ...all('Cem', levels[1], levels[3], levels[2]),
      ],
    );
    expect(found).toEqual({ now: [], withinYear: [idOf('Ada')], later: [idOf('Ben'), idOf('Cem')] });
  });

  it('waits while no hours are left', () => {
    const found = readiness([person('Ada', { weeklyHours: hours(0) })], all('Ada', levels[3], levels[3], levels[2]));
    expect(found.withinYear).toEqual([idOf('Ada')]);
  });
});
