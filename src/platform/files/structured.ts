import type { SourceDocument } from '../../capabilities/intake/sheet.ts';
import { bounds, megabytes, tooLarge, unreadable } from './bounds.ts';
import { answerOfChild } from './child.ts';
import type { YamlAnswer } from './yaml.ts';

const YAML_ENTRY = new URL('yaml-entry.ts', import.meta.url);

const documentOf = (file: string, value: unknown): SourceDocument => {
  const first: unknown = Array.isArray(value) ? value[0] : value;
  const keys = typeof first === 'object' && first !== null ? Object.keys(first) : [];
  return { file, format: 'data', sheets: [], keys, value };
};

/** JSON as data. @throws MusterError `unreadable` for what is none */
export const readJson = (file: string, text: string): SourceDocument => {
  try {
    return documentOf(file, JSON.parse(text));
  } catch (error) {
    throw unreadable(file, 'it is not valid JSON.', error);
  }
};

/**
 * YAML as data. It is opened in a process of its own with limits on memory and time.
 * @throws MusterError `unreadable` for what is none, `too-large` beyond the bounds
 */
export const readYaml = async (file: string, text: string): Promise<SourceDocument> => {
  if (text.length > bounds.yamlCharacters)
    throw tooLarge(file, megabytes(text.length), `${megabytes(bounds.yamlCharacters)} of YAML`);
  const answer = await answerOfChild<YamlAnswer>(file, YAML_ENTRY, text);
  if (answer.outcome === 'unreadable') throw unreadable(file, answer.reason);
  return documentOf(file, JSON.parse(answer.json));
};
