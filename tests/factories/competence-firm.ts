import type { Competence, CompetenceAssessment, Evidence } from '../../src/capabilities/competence/model.ts';
import type { Measure, Training } from '../../src/capabilities/training/model.ts';
import type { Snapshot } from '../../src/capabilities/trail/snapshot.ts';
import { plainDate } from '../../src/kernel/date.ts';
import { notFound } from '../../src/kernel/errors.ts';
import { levels } from '../../src/kernel/level.ts';
import { competenceFieldsOf } from './competence.ts';
import { newJudgement } from './judgement.ts';
import { appointment, nordlicht, person } from './matrix-snapshot.ts';
import { freshId } from './organization.ts';
import { measureFieldsOf, trainingFieldsOf } from './training.ts';

export const longName =
  'Calibration of optical and electronic measuring instruments for explosive atmospheres, with traceability to national standards';

export const [ana, mohamed, jurgen, zoe] = [
  person(900, 'Ana Silva', { unit: 'Werk Süd', jobTitle: 'Engineer' }),
  person(901, 'محمد الأحمد', { unit: 'Werk Süd', kind: 'external' }),
  person(902, 'Jürgen Groß-Müller', { unit: 'Administration' }),
  person(903, 'Zoë Côté'),
];

const [template] = nordlicht.role;
if (template === undefined) throw notFound('role');
/** Needs access management 4, the long one 3, and wishes for cryptography 3. */
export const engineer = {
  ...template,
  key: 'engineer',
  name: 'Security Engineer',
  mandatory: false,
  competences: [
    { competence: 'iam', level: levels[4], required: true },
    { competence: 'calibration', level: levels[3], required: true },
    { competence: 'cryptography', level: levels[3], required: false },
  ],
};

export const certificate: Evidence = {
  id: freshId(),
  version: 1,
  name: '../Zertifikat #1.pdf',
  sha256: `${'ab'.repeat(16)}${'cd'.repeat(16)}`,
  bytes: 182_000,
  mediaType: 'application/pdf',
  personId: ana.id,
  note: '',
  uploadedBy: null,
  uploadedOn: plainDate('2025-04-02'),
  scan: 'clean',
};

const judged = (...args: Parameters<typeof newJudgement>): CompetenceAssessment => {
  const { id, fields } = newJudgement(...args);
  return { id, version: 1, ...fields };
};

const own: Competence = { id: freshId(), version: 1, ...competenceFieldsOf('calibration', longName) };

export const course: Measure = { id: freshId(), version: 1, ...measureFieldsOf('Access management in practice') };
const training = (...[who, , changes]: Parameters<typeof trainingFieldsOf>): Training => ({
  id: freshId(),
  version: 1,
  ...trainingFieldsOf(who, course.id, { competence: 'iam', level: levels[4], ...changes }),
});
const checked = { method: 'interview', note: '', result: null, on: null, by: null } as const;

/**
 * Four people on 3 March 2026. Ana proves access management by a certificate that ends in April, Mohamed's has ended, and
 * he says of himself that he knows cryptography; Jürgen is below. Zoë needs nothing and can audit. Nobody has ever been
 * judged in the competence with the long name.
 */
export const competenceFirm: Snapshot = {
  ...nordlicht,
  person: [ana, mohamed, jurgen, zoe],
  role: [engineer],
  appointment: [ana, mohamed, jurgen].map((one, count) => appointment(900 + count, one, engineer)),
  accountability: [],
  competence: [own],
  evidence: [certificate],
  competenceAssessment: [
    judged(ana.id, {
      competence: 'iam',
      level: levels[4],
      on: plainDate('2025-04-01'),
      method: 'certificate',
      assessorName: null,
      reference: 'C-17 #panic()',
      evidenceIds: [certificate.id],
      to: plainDate('2026-04-01'),
    }),
    judged(mohamed.id, {
      competence: 'iam',
      level: levels[4],
      on: plainDate('2024-02-01'),
      method: 'certificate',
      assessorName: null,
      reference: 'C-3',
      to: plainDate('2026-02-01'),
    }),
    judged(mohamed.id, { competence: 'cryptography', method: 'self', assessorName: null }),
    judged(jurgen.id, { competence: 'iam', level: levels[2] }),
    judged(zoe.id, { competence: 'audit-technique', level: levels[2], method: 'observed' }),
  ],
  measure: [course],
  training: [
    training(jurgen.id, course.id, {
      due: plainDate('2026-02-20'),
      approval: { userId: null, name: 'Berta Boss', on: plainDate('2026-01-15'), verdict: 'approved' },
    }),
    training(mohamed.id, course.id, {
      state: 'proposed',
      due: plainDate('2026-06-01'),
      cost: { minor: 120_050, currency: 'CHF' },
    }),
    training(ana.id, course.id, {
      state: 'completed',
      completedOn: plainDate('2025-11-03'),
      effectiveness: { ...checked, due: plainDate('2026-01-05') },
    }),
    training(ana.id, course.id, {
      state: 'completed',
      completedOn: plainDate('2025-03-03'),
      effectiveness: {
        ...checked,
        due: plainDate('2025-05-05'),
        result: 'effective',
        on: plainDate('2025-05-06'),
        by: 'Karl Check',
      },
    }),
  ],
};
