import type { SourceDocument } from '../../capabilities/intake/sheet.ts';
import { unreadable } from './bounds.ts';

/**
 * Of JSON and YAML only the outermost keys: enough to tell a catalogue of requirements (OSCAL, a framework library)
 * from anything else.
 * @throws MusterError `unreadable` for JSON that is none
 */
export const readStructured = (file: string, text: string, extension: 'json' | 'yaml' | 'yml'): SourceDocument => {
  if (extension !== 'json') {
    const keys = [...text.matchAll(/^([A-Za-z][\w-]*):/gmu)].map(([, key]) => key ?? '');
    return { file, format: 'data', sheets: [], keys };
  }
  try {
    const value: unknown = JSON.parse(text);
    const first: unknown = Array.isArray(value) ? value[0] : value;
    return {
      file,
      format: 'data',
      sheets: [],
      keys: typeof first === 'object' && first !== null ? Object.keys(first) : [],
    };
  } catch (error) {
    throw unreadable(file, 'it is not valid JSON.', error);
  }
};
