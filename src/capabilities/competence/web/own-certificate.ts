import { evidenceKinds, type EvidenceKind } from '../../../domain/evidence-kind.ts';
import { oneOf } from '../../../web/address.ts';
import { assessmentMethods, type AssessmentMethod } from '../model.ts';

/** The method of a kind of evidence; null where it is how somebody else judges. */
const methodOf = ({ kind }: EvidenceKind): AssessmentMethod | null =>
  kind === 'course' ? 'training' : (oneOf(assessmentMethods, kind) ?? null);

/** The kinds that somebody can have on paper about themself, by the method that they stand for. How others judge is not theirs to record. */
export const ownKinds: ReadonlyMap<AssessmentMethod, readonly EvidenceKind[]> = new Map(
  [...Map.groupBy(evidenceKinds, methodOf)].flatMap(([method, kinds]) => (method === null ? [] : [[method, kinds]])),
);

/** The method that goes with a kind of evidence. */
export const methodOfKind = (id: string | null): AssessmentMethod => {
  const kind = evidenceKinds.find((one) => one.id === id);
  return (kind === undefined ? null : methodOf(kind)) ?? 'certificate';
};
