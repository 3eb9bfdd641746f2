import { evidenceKinds } from '../../../domain/evidence-kind.ts';
import { isPlainDate, type PlainDate } from '../../../kernel/date.ts';
import type { EvidenceId, PersonId } from '../../../kernel/id.ts';
import { levels, type Level } from '../../../kernel/level.ts';
import { endAfter, lastDayOf } from '../../../web/form/last-day.ts';
import { schemaErrors } from '../../../web/form/form-errors.ts';
import type { PickedPerson } from '../../people/web/PersonPicker.tsx';
import { usualEnd } from '../judgement-check.ts';
import { competenceAssessmentFields, type AssessmentMethod, type CompetenceAssessmentFields } from '../model.ts';

/** What stands in the form of a judgement, as somebody types it. */
export interface JudgementDraft {
  readonly competence: string | null;
  readonly level: Level;
  readonly method: AssessmentMethod;
  readonly on: string;
  readonly assessor: PickedPerson | null;
  readonly assessorName: string;
  readonly evidenceKind: string | null;
  readonly reference: string;
  /** The last day on which it counts. */
  readonly until: string;
  readonly evidenceIds: readonly EvidenceId[];
  readonly note: string;
}

export const blankJudgement = (competence: string | null, method: AssessmentMethod, on: string): JudgementDraft => ({
  competence,
  level: levels[3],
  method,
  on,
  assessor: null,
  assessorName: '',
  evidenceKind: null,
  reference: '',
  until: '',
  evidenceIds: [],
  note: '',
});

/** Whether somebody may be named who judged. */
export const isJudgedByPerson = (method: AssessmentMethod): boolean =>
  !['certificate', 'qualification', 'self'].includes(method);

/** The kinds of evidence that go with a method. */
export const kindsFor = (method: AssessmentMethod) =>
  evidenceKinds.filter(({ kind }) => kind === (method === 'training' ? 'course' : method));

/** The last day on which a certificate of the kind usually counts; null where nothing is usual. */
export function usualLastDay(kind: string | null, on: string): string | null {
  const end = kind === null || !isPlainDate(on) ? null : usualEnd(kind, on);
  return end === null ? null : lastDayOf(end);
}

const written = competenceAssessmentFields.omit({ personId: true, recordedBy: true, refreshMonths: true, claim: true });
export type WrittenJudgement = Omit<CompetenceAssessmentFields, 'personId' | 'recordedBy' | 'refreshMonths' | 'claim'>;

export type ReadJudgement =
  | { readonly ok: true; readonly fields: WrittenJudgement }
  | { readonly ok: false; readonly errors: Readonly<Record<string, string>> };

const lineOr = (text: string): string | null => (text.trim() === '' ? null : text);

/** Checks what was typed by the schema of the model. */
export function readJudgement(draft: JudgementDraft): ReadJudgement {
  const { assessor, until, reference, assessorName, ...fields } = draft;
  const judged = isJudgedByPerson(draft.method);
  const checked = written.safeParse({
    ...fields,
    competence: draft.competence ?? '',
    assessorId: judged ? ((assessor?.id ?? null) as PersonId | null) : null,
    assessorName: judged && assessor === null ? lineOr(assessorName) : null,
    reference: lineOr(reference),
    to: endAfter(until) as PlainDate | null,
  });
  return checked.success ? { ok: true, fields: checked.data } : { ok: false, errors: schemaErrors(checked) };
}
