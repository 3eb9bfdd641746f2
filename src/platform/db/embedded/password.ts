import { randomBytes } from 'node:crypto';
import { open, readFile, rename } from 'node:fs/promises';
import { MusterError } from '../../../kernel/errors.ts';
import type { DatabaseFolder } from './folder.ts';

/** The owner's password as kept in the data folder, or null before the first start. */
export async function readPassword(folder: DatabaseFolder): Promise<string | null> {
  try {
    const password = (await readFile(folder.password, 'utf8')).trim();
    return password === '' ? null : password;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    const reason = error instanceof Error ? error.message : String(error);
    throw new MusterError(
      { code: 'unusable-data', reason: `The database password cannot be read: ${reason}` },
      { cause: error },
    );
  }
}

/** The kept password, or a new random one of 256 bits that is on disk, readable by this user only, before it is used. */
export async function ensurePassword(folder: DatabaseFolder): Promise<string> {
  const kept = await readPassword(folder);
  if (kept !== null) return kept;
  const password = randomBytes(32).toString('base64url');
  const draft = `${folder.password}.new`;
  const file = await open(draft, 'w', 0o600);
  try {
    await file.writeFile(`${password}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(draft, folder.password);
  return password;
}
