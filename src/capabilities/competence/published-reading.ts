import { refused, type SourceValue } from '../frameworks/source-value.ts';
import { ecsfProfilesIn, isKeyKnowledge, readEcsf, readKeyKnowledge } from './ecsf-framework.ts';
import { cprtOf, readNice } from './nice-framework.ts';
import type { PublishedFramework } from './published-framework.ts';

/** Whether somebody meant a file to be a framework of competences, so that a refusal is worth a sentence. */
export const looksPublished = (value: SourceValue): boolean =>
  cprtOf(value) !== undefined || ecsfProfilesIn(value) !== undefined || isKeyKnowledge(value);

/**
 * The framework of competences in a document: NICE as NIST exports it, or the profiles of the ECSF.
 * @param value what JSON held
 * @throws MusterError `unreadable`: what it is instead, or what is wrong with it
 */
export function readPublished(file: string, value: SourceValue): PublishedFramework {
  const cprt = cprtOf(value);
  if (cprt !== undefined) return readNice(file, cprt);
  const profiles = ecsfProfilesIn(value);
  if (profiles !== undefined) return readEcsf(file, value, profiles);
  if (isKeyKnowledge(value)) return readKeyKnowledge(file, value);
  throw refused(
    file,
    'it is no framework of competences that Muster knows. Accepted are the NICE Framework as JSON from NIST (CPRT), and the role profiles of the ECSF or their key knowledge as JSON.',
  );
}
