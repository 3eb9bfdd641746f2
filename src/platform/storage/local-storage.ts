import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Instant } from '../../kernel/date.ts';
import { MusterError } from '../../kernel/errors.ts';
import { isId, type OrganizationId } from '../../kernel/id.ts';
import { nullOn } from '../files/absent.ts';
import type { Pieces, Storage } from './storage.ts';

const HASH = /^[0-9a-f]{64}$/;

/** Where whatever is not whole yet lies, below the folder of the storage. */
const INCOMING = 'incoming';

/** Readable by the program's own account alone. */
const FILE_MODE = 0o600;
const FOLDER_MODE = 0o700;

/** A folder's entries are on the disk only when the folder is. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Writes a new file through to the disk. @returns its SHA-256 */
async function written(path: string, content: Pieces): Promise<string> {
  const hash = createHash('sha256');
  const handle = await open(path, 'wx', FILE_MODE);
  try {
    for await (const piece of content) {
      hash.update(piece);
      await handle.writeFile(piece);
    }
    await handle.sync();
  } finally {
    await handle.close();
  }
  return hash.digest('hex');
}

/**
 * A storage in a folder of this machine: `<organization>/<first two digits>/<sha256>`. A file is written under a random
 * name beside them, brought to the disk and only then renamed, so that half a file is never seen.
 */
export function localStorage(folder: string): Storage {
  const incoming = join(folder, INCOMING);
  const placeOf = (organizationId: OrganizationId, sha256: string): string => {
    if (!isId(organizationId) || !HASH.test(sha256))
      throw new MusterError({ code: 'unusable-data', reason: 'A file is kept by an organization and a SHA-256 only.' });
    return join(folder, organizationId, sha256.slice(0, 2), sha256);
  };
  return {
    async put(organizationId, sha256, content) {
      const place = placeOf(organizationId, sha256);
      await mkdir(incoming, { recursive: true, mode: FOLDER_MODE });
      const temporary = join(incoming, randomUUID());
      try {
        if ((await written(temporary, content)) !== sha256)
          throw new MusterError({ code: 'unusable-data', reason: 'The content of a file is not what was announced.' });
        await mkdir(dirname(place), { recursive: true, mode: FOLDER_MODE });
        await rename(temporary, place);
        await syncFolder(dirname(place));
      } catch (error) {
        await rm(temporary, { force: true });
        throw error;
      }
    },
    has: async (organizationId, sha256) => (await stat(placeOf(organizationId, sha256)).catch(nullOn())) !== null,
    async get(organizationId, sha256) {
      const handle = await open(placeOf(organizationId, sha256), 'r').catch(nullOn());
      return handle === null ? null : createReadStream('', { fd: handle, highWaterMark: 256 * 1024 });
    },
    remove: (organizationId, sha256) => rm(placeOf(organizationId, sha256), { force: true }),
    async keptBefore(organizationId, moment) {
      const own = join(folder, organizationId);
      const names = (await readdir(own, { recursive: true }).catch(nullOn())) ?? [];
      const kept: string[] = [];
      for (const name of names) {
        const sha256 = name.slice(-64);
        if (HASH.test(sha256) && (await isOlder(join(own, name), moment))) kept.push(sha256);
      }
      return kept;
    },
    async dropHalfWritten(moment) {
      for (const name of (await readdir(incoming).catch(nullOn())) ?? [])
        if (await isOlder(join(incoming, name), moment)) await rm(join(incoming, name), { force: true });
    },
  };
}

/** False also where it has gone meanwhile. */
async function isOlder(path: string, moment: Instant): Promise<boolean> {
  const found = await stat(path).catch(nullOn());
  return found !== null && found.mtimeMs < Date.parse(moment);
}
