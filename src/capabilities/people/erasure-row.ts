import type { z } from 'zod';
import { registers, type FieldsOf, type RegisterName } from '../trail/register.ts';
import type { ErasureSubject } from './erasure-subject.ts';

type Row = Readonly<Record<string, unknown>>;

/**
 * The fields in which somebody may be mentioned in words. Names of organizations, accounts and other people are somebody
 * else's; catalogues are published texts; keys name no person.
 */
export const wordedFields: { readonly [R in RegisterName]: readonly (keyof FieldsOf<R>)[] } = {
  organization: ['scope'],
  membership: [],
  invitation: [],
  person: ['unit', 'site', 'jobTitle'],
  unit: ['name', 'note'],
  absence: ['note'],
  erasure: ['reason'],
  role: ['name', 'aliases', 'responsibilities', 'competencesApproval'],
  appointment: ['appointedBy', 'note', 'approval'],
  framework: [],
  frameworkRequirement: [],
  requirementMapping: ['note'],
  accountability: [],
  applicability: ['justification', 'evidence'],
  segregationRule: ['title', 'reason', 'compensatingControl'],
  duty: ['scope'],
  compensatingControl: ['control', 'approvedBy'],
  project: ['name', 'purpose'],
  analysis: ['callsFor', 'atHand', 'gap'],
  action: ['title', 'description'],
  ruleSetting: ['reason'],
  columnMapping: ['name'],
  competenceFramework: [],
  competence: ['name', 'description', 'aliases', 'levels'],
  competenceMapping: ['note'],
  workRole: [],
  evidence: ['name', 'note'],
  competenceAssessment: ['assessorName', 'reference', 'note', 'claim'],
  requirementCompetence: ['reason', 'approval'],
  measure: ['name', 'description', 'provider'],
  trainingSession: ['place', 'trainer', 'note'],
  training: ['reason', 'note', 'reported', 'effectiveness', 'approval'],
  campaign: ['title', 'message', 'questions'],
  acknowledgement: [],
  reminderSetting: ['reason'],
  supplier: ['service', 'information', 'contact', 'assurance', 'reviewResult', 'note'],
  asset: ['name', 'description', 'custodian', 'location', 'note'],
  documentVersion: ['note', 'requestedByName', 'decision'],
};

/** Inside of lists and decisions: what is no text. */
const closed: ReadonlySet<string> = new Set([
  'userId',
  'on',
  'verdict',
  'competence',
  'method',
  'result',
  'due',
  'evidenceIds',
]);

/** Replaced where the placeholder does not fit: no longer than any name. */
const SHORT = '…';

function redacted(value: unknown, subject: ErasureSubject, instead: string): unknown {
  if (typeof value === 'string') return subject.redact(value, instead);
  if (Array.isArray(value)) return value.map((each) => redacted(each, subject, instead));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [key, closed.has(key) ? each : redacted(each, subject, instead)]),
  );
}

/** The nameless form of a person: when they were engaged, and of which kind. What else was known is gone. */
const nameless = (placeholder: string): Row => ({
  name: placeholder,
  email: null,
  externalId: null,
  unit: null,
  site: null,
  jobTitle: null,
  managerId: null,
  weeklyHours: null,
  costRate: null,
  terms: [],
  distinctFrom: [],
});

/** The check of an effect without what was said of the person. */
const withoutWords = (effectiveness: unknown): unknown =>
  typeof effectiveness === 'object' && effectiveness !== null ? { ...effectiveness, note: '' } : null;

/** What is about the person as a whole, and so goes without a look at what it says. */
function own(register: RegisterName, row: Row, subject: ErasureSubject): Row {
  const { ids, emails, placeholder, placeholderEmail } = subject;
  const theirs = ids.has(String(row[register === 'person' ? 'id' : 'personId']));
  if (theirs && register === 'person') return nameless(placeholder);
  if (theirs && register === 'absence') return { kind: 'other', note: '' };
  if (theirs && register === 'appointment') return { note: '' };
  if (theirs && register === 'competenceAssessment') return { reference: null, note: '' };
  if (theirs && register === 'evidence') return { name: placeholder, note: '' };
  if (theirs && register === 'training')
    return { note: '', reason: '', reported: null, effectiveness: withoutWords(row['effectiveness']) };
  if ((register === 'membership' || register === 'invitation') && hasTheirEmail(row, emails))
    return { name: placeholder, email: placeholderEmail };
  if (register === 'supplier' && hasTheirEmail(row, emails)) return { email: null };
  return {};
}

export const hasTheirEmail = (row: object, emails: ReadonlySet<string>): boolean =>
  'email' in row &&
  typeof row.email === 'string' &&
  [...emails].some((email) => email.toLowerCase() === String(row.email).toLowerCase());

/** What is left of a row when a person is forgotten: the same fields, without them; the row itself where it says nothing of them. */
export function remainderOf(register: RegisterName, row: Row, subject: ErasureSubject): Row {
  const set = Object.entries(own(register, row, subject)).filter(([field]) => field in row);
  const schema: z.ZodObject = registers[register];
  const worded = wordedFields[register].flatMap((field): readonly (readonly [string, unknown])[] => {
    const name: string = field;
    const value = row[name];
    const left = redacted(value, subject, subject.placeholder);
    if (left === value || JSON.stringify(left) === JSON.stringify(value)) return [];
    const fits = schema.partial().safeParse({ [name]: left });
    return [[name, fits.success ? left : redacted(value, subject, SHORT)]];
  });
  return worded.length + set.length === 0 ? row : { ...row, ...Object.fromEntries([...worded, ...set]) };
}
