import { z } from 'zod';
import pairsJson from './data/edition-2013.json' with { type: 'json' };
import { requirementIdSchema, type RequirementId } from './requirement.ts';

const pairs = z.array(z.tuple([z.string(), z.array(requirementIdSchema).min(1)]));
const file: z.ZodType<{ clauses: [string, RequirementId[]][]; controls: [string, RequirementId[]][] }> = z.object({
  clauses: pairs,
  controls: pairs,
});
const { clauses, controls } = file.parse(pairsJson);

const successors: ReadonlyMap<string, readonly RequirementId[]> = new Map([...clauses, ...controls]);

/** The numbers of the 114 controls of Annex A of ISO/IEC 27001:2013, `A.5.1.1` to `A.18.2.3`. */
export const controlsOf2013: readonly string[] = controls.map(([number]) => number);

/**
 * What took over a requirement of ISO/IEC 27001:2013 in the edition of 2022: `A.9.2.3` gives `A.8.2`. Mostly one;
 * several requirements of 2013 may have become the same one, and `A.18.2.3` became two.
 * @param number of the edition of 2013: a leaf clause (`9.2`), or a control with its `A.` (`A.9.2.3`)
 * @returns null when that edition has no such requirement
 * @see ISO/IEC 27002:2022, annex B, table B.2
 */
export const edition2013 = (number: string): readonly RequirementId[] | null => successors.get(number) ?? null;

/** The numbers of the edition of 2013 that a control of 2022 took over, in their order; none for a new control. */
export const predecessorsOf = (control: RequirementId): readonly string[] =>
  controls.flatMap(([number, now]) => (now.includes(control) ? [number] : []));
