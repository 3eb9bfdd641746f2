import { parseDocument, visit } from 'yaml';
import { bounds } from './bounds.ts';

export type YamlAnswer =
  { readonly outcome: 'read'; readonly json: string } | { readonly outcome: 'unreadable'; readonly reason: string };

/** More references to anchors than this are a bomb: each may stand for a list of references. */
const ALIASES = 1_000;

const unreadable = (reason: string): YamlAnswer => ({ outcome: 'unreadable', reason });

/**
 * YAML as JSON, by its core schema: unknown tags are never acted on, references that multiply are refused, and a number stays
 * as it was written (`ref_id: 4.10`). May need much memory and time for a text made to: call it in a process of its own.
 */
export function parseYaml(text: string): YamlAnswer {
  try {
    // Comparing each key with all others would take the square of their number.
    const document = parseDocument(text, { schema: 'core', uniqueKeys: false, logLevel: 'silent' });
    const [problem] = document.errors;
    if (problem !== undefined) return unreadable(`it is not valid YAML (line ${problem.linePos?.[0].line ?? 1}).`);
    visit(document, {
      Scalar: (_, node) => {
        if (typeof node.value === 'number' && node.source !== undefined) node.value = node.source;
      },
    });
    const json = JSON.stringify(document.toJS({ maxAliasCount: ALIASES }));
    return json.length > bounds.textBytes ? unreadable('its references multiply.') : { outcome: 'read', json };
  } catch (error) {
    if (error instanceof RangeError) return unreadable('it is nested too deeply.');
    // What refers to itself is no JSON.
    if (error instanceof ReferenceError || error instanceof TypeError)
      return unreadable('its references multiply, or lead to nothing.');
    throw error;
  }
}
