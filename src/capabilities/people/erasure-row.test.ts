import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import type { PersonId } from '../../kernel/id.ts';
import { registerNames, registers, type RegisterName } from '../trail/register.ts';
import { remainderOf, wordedFields } from './erasure-row.ts';
import { erasureSubject } from './erasure-subject.ts';
import type { Snapshot } from '../trail/snapshot.ts';

/** Fields that take any words and are meant to keep them, and why. */
const kept: { readonly [R in RegisterName]?: readonly string[] } = {
  // The organization's own name.
  organization: ['name'],
  // Names of accounts and of other people; a person's own go as a whole.
  membership: ['name'],
  person: ['name', 'externalId'],
  // Keys: of roles, competences, activities, requirements, headings, files' columns.
  role: ['competences', 'fallbackKey'],
  segregationRule: ['a', 'b'],
  duty: ['activity'],
  columnMapping: ['source', 'columns'],
  competence: ['key', 'group'],
  competenceMapping: ['from', 'to'],
  competenceAssessment: ['competence', 'evidenceKind'],
  requirementCompetence: ['competence'],
  measure: ['competences', 'evidenceKind', 'audience'],
  trainingSession: ['timeZone'],
  training: ['competence'],
  campaign: ['audience'],
  supplier: ['reference', 'name', 'location'],
  asset: ['reference', 'kind', 'environment', 'classification', 'confidentiality', 'integrity', 'availability'],
  // Published texts.
  competenceFramework: ['key', 'name', 'edition', 'publisher', 'licence', 'source'],
  workRole: ['key', 'title', 'alternativeTitles', 'group', 'mission', 'tasks', 'deliverables', 'competences'],
  framework: ['key', 'name', 'edition', 'publisher', 'licence', 'format'],
  frameworkRequirement: ['requirementId', 'reference', 'title', 'text', 'parent'],
};

/** Whether a schema takes words somewhere: tried with words, a list of them, and objects that hold them. */
function takesWords(schema: Pick<z.ZodType, 'safeParse'>): boolean {
  const words = 'Ada Lovelace was here';
  const on = '2026-03-02';
  const tries = [
    words,
    [words],
    [{ label: words, link: null }],
    [{ heading: words, field: null }],
    [{ competence: words, level: 1, required: true }],
    { userId: null, name: words, on },
    { userId: null, name: words, on, verdict: 'approved', note: words },
    { userId: null, name: words, on, verdict: 'approved' },
    { userId: null, name: words, on, level: 1, required: true },
    { userId: null, name: words, on, competences: [] },
    { decision: { userId: null, name: words, on, verdict: 'confirmed', note: words } },
    [{ competence: words, level: 1 }],
    [{ level: 1, meaning: words }],
    [{ question: words, options: [words, words], answer: 0 }],
    { everyone: false, roleIds: [], units: [words], externals: false },
    { on, note: words, evidenceIds: [] },
    { method: 'test', due: on, result: null, on: null, by: words, note: words },
  ];
  return tries.some((value) => schema.safeParse(value).success);
}

describe('what may mention a person', () => {
  it.each(registerNames)('is known of every field of %s', (register) => {
    const { shape }: z.ZodObject = registers[register];
    const worded = Object.entries(shape).flatMap(([field, schema]) => (takesWords(schema) ? [field] : []));
    const exempt = kept[register] ?? [];
    expect(worded.filter((field) => !exempt.includes(field)).sort()).toEqual([...wordedFields[register]].sort());
  });

  it('becomes a sign where the placeholder would not fit', () => {
    const id = '00000000-0000-7000-8000-0000000012ab' as PersonId;
    const person = { id, name: 'Ada Q', email: null, externalId: null };
    const subject = erasureSubject({ person: [person] } as unknown as Snapshot, id, [person]);
    const name = `${'x'.repeat(114)} Ada Q`;
    expect(remainderOf('role', { name, aliases: ['Desk of Ada Q'] }, subject)).toEqual({
      name: `${'x'.repeat(114)} …`,
      aliases: ['Desk of Erased person 12ab'],
    });
  });
});
