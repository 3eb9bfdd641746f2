import { cleanCell } from './cell-text.ts';
import { readEmail } from './email-text.ts';
import { personName } from './name-text.ts';

export interface ManagerReference {
  readonly by: 'externalId' | 'email' | 'name';
  readonly value: string;
}

/** The first value of a directory name (RFC 4514): `CN=Lee\, Ann,OU=IT,DC=example` gives `cn` and `Lee, Ann`. */
function directoryName(text: string): { readonly attribute: string; readonly value: string } | null {
  const match = /^(cn|uid)=((?:\\.|[^,\\])+),\s*(?:ou|cn|dc|o|c|l)=/iu.exec(text);
  if (!match) return null;
  return { attribute: (match[1] ?? '').toLowerCase(), value: (match[2] ?? '').replace(/\\(.)/gu, '$1') };
}

/**
 * Reads a manager cell of which nobody said whether it holds a number, an address or a name. `ids` are the external
 * ids of the file: a value among them is one. `Ann Lee (1001)` is 1001 when 1001 is among them.
 * `idOfSignIn` gives the external id for a sign-in name, as `uid=alee,ou=people` has it.
 */
export function readManager(
  cell: string,
  ids: ReadonlySet<string>,
  idOfSignIn: ReadonlyMap<string, string> = new Map(),
): ManagerReference | null {
  const text = cleanCell(cell);
  if (text === '' || /^(-+|–|—|n\/?a|none|null|no[_ ]manager)$/iu.test(text)) return null;
  if (ids.has(text)) return { by: 'externalId', value: text };
  const alias = idOfSignIn.get(text);
  if (alias !== undefined) return { by: 'externalId', value: alias };
  const entry = directoryName(text);
  if (entry !== null)
    return entry.attribute === 'uid'
      ? { by: 'externalId', value: idOfSignIn.get(entry.value) ?? entry.value }
      : named(entry.value);
  const email = readEmail(text);
  if (email !== null) return { by: 'email', value: email };
  const numbered = /^(.*\S)\s*[([]\s*([^\s)\]]+)\s*[)\]]$/u.exec(text);
  if (numbered) {
    const id = numbered[2] ?? '';
    const address = readEmail(id);
    if (ids.has(id)) return { by: 'externalId', value: id };
    return address === null ? named(/\d/u.test(id) ? (numbered[1] ?? '') : text) : { by: 'email', value: address };
  }
  if (/^\p{L}{0,5}[-_.]?\d+$/u.test(text)) return { by: 'externalId', value: text };
  return named(text);
}

const named = (text: string): ManagerReference | null => {
  const name = personName(text);
  return name === '' ? null : { by: 'name', value: name };
};
