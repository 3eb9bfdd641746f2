import { levelSchema, type Level } from '../kernel/level.ts';

/** A measure of the starter set: general, by no maker, to be filled with the organization's own provider and price. */
export interface MeasureTemplate {
  readonly key: string;
  readonly name: string;
  readonly kind: 'course' | 'e-learning' | 'mentoring' | 'reading' | 'on-the-job' | 'exercise' | 'awareness';
  readonly description: string;
  readonly hours: number;
  readonly competences: readonly { readonly competence: string; readonly level: Level }[];
  readonly evidenceKind: string | null;
  readonly repeatMonths: number | null;
  readonly effectiveness: {
    readonly method: 'test' | 'interview' | 'observed' | 'manager' | 'exercise' | 'incident-figures';
    readonly afterDays: number;
  } | null;
  /** Everybody has to do it. */
  readonly everyone: boolean;
}

const at = (level: number, ...competences: readonly string[]): MeasureTemplate['competences'] =>
  competences.map((competence) => ({ competence, level: levelSchema.parse(level) }));

/** What most organizations begin with: awareness, the standard, audit, incidents, development, risk, and guided work. */
export const measureTemplates: readonly MeasureTemplate[] = [
  {
    key: 'awareness-basics',
    name: 'Security awareness basics',
    kind: 'e-learning',
    description:
      'Passwords and sign-in, phishing, handling of information, mobile devices, how to report an incident. Ends with a short test.',
    hours: 1,
    competences: at(2, 'security-awareness'),
    evidenceKind: 'awareness-course',
    repeatMonths: 12,
    effectiveness: { method: 'test', afterDays: 60 },
    everyone: true,
  },
  {
    key: 'foundation',
    name: 'ISO/IEC 27001 foundation course',
    kind: 'course',
    description: 'What the standard asks for, how clauses and Annex A go together, what an ISMS is made of.',
    hours: 16,
    competences: at(2, 'iso-requirements', 'iso-controls', 'isms-scoping'),
    evidenceKind: 'iso27001-foundation',
    repeatMonths: null,
    effectiveness: { method: 'interview', afterDays: 90 },
    everyone: false,
  },
  {
    key: 'implementer',
    name: 'ISMS implementation course',
    kind: 'course',
    description: 'Scope, risk assessment and treatment, statement of applicability, documents, metrics, improvement.',
    hours: 32,
    competences: at(
      4,
      'iso-requirements',
      'iso-controls',
      'isms-scoping',
      'soa-management',
      'isms-implementation',
      'documented-information',
      'isms-metrics',
      'governance-leadership',
    ),
    evidenceKind: 'iso27001-li',
    repeatMonths: null,
    effectiveness: { method: 'manager', afterDays: 120 },
    everyone: false,
  },
  {
    key: 'internal-auditor',
    name: 'Internal auditor course',
    kind: 'course',
    description: 'Planning and carrying out an audit, questions and evidence, findings, the report and its follow-up.',
    hours: 16,
    competences: at(3, 'audit-technique', 'audit-programme', 'corrective-action'),
    evidenceKind: 'iso27001-ia',
    repeatMonths: null,
    effectiveness: { method: 'observed', afterDays: 180 },
    everyone: false,
  },
  {
    key: 'risk-workshop',
    name: 'Risk assessment workshop',
    kind: 'on-the-job',
    description:
      'Two real risks of the own area, assessed and treated under guidance, from scenario to treatment plan.',
    hours: 8,
    competences: at(3, 'risk-assessment', 'risk-treatment', 'risk-governance'),
    evidenceKind: 'work-sample',
    repeatMonths: null,
    effectiveness: { method: 'observed', afterDays: 90 },
    everyone: false,
  },
  {
    key: 'incident-exercise',
    name: 'Incident exercise',
    kind: 'exercise',
    description:
      'A played incident from the first report to the lessons: who decides, who tells whom, what is kept as evidence.',
    hours: 4,
    competences: at(3, 'incident-management', 'evidence-handling', 'business-continuity'),
    evidenceKind: 'exercise-record',
    repeatMonths: 12,
    effectiveness: { method: 'exercise', afterDays: 30 },
    everyone: false,
  },
  {
    key: 'secure-development',
    name: 'Secure development course',
    kind: 'course',
    description: 'Common weaknesses and how to avoid them, review of code, handling of dependencies and secrets.',
    hours: 16,
    competences: at(3, 'secure-development', 'vulnerability-management'),
    evidenceKind: 'course-attendance',
    repeatMonths: 24,
    effectiveness: { method: 'test', afterDays: 60 },
    everyone: false,
  },
  {
    key: 'privacy-basics',
    name: 'Privacy and legal duties',
    kind: 'e-learning',
    description: 'Which laws and contracts apply here, personal data in daily work, breaches and their deadlines.',
    hours: 2,
    competences: at(2, 'privacy', 'legal-regulatory', 'contract-security'),
    evidenceKind: 'exam-result',
    repeatMonths: 24,
    effectiveness: { method: 'test', afterDays: 60 },
    everyone: false,
  },
  {
    key: 'operations-mentoring',
    name: 'Mentoring in secure operations',
    kind: 'mentoring',
    description: 'Work beside somebody who is good at it: access, logs, backup and restore, changes, vulnerabilities.',
    hours: 24,
    competences: at(
      3,
      'iam',
      'network-cloud-security',
      'vulnerability-management',
      'logging-monitoring',
      'backup-recovery',
      'configuration-change',
      'asset-classification',
    ),
    evidenceKind: 'observation',
    repeatMonths: null,
    effectiveness: { method: 'observed', afterDays: 90 },
    everyone: false,
  },
  {
    key: 'policy-reading',
    name: 'Reading of the security policies',
    kind: 'reading',
    description: 'The policies that concern the own work, read and talked over with the line manager.',
    hours: 1,
    competences: at(1, 'security-awareness'),
    evidenceKind: null,
    repeatMonths: 12,
    effectiveness: { method: 'manager', afterDays: 30 },
    everyone: false,
  },
];
