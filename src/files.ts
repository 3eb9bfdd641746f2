import { join } from 'node:path';
import type { EvidenceMeans } from './capabilities/competence/store/evidence.ts';
import type { Config } from './platform/config.ts';
import { localStorage } from './platform/storage/local-storage.ts';
import { noScan, programScan } from './platform/storage/malware-scan.ts';

/** Where the files of evidence lie, and what looks at them before: as the settings say. */
export function filesOf({ data, scan }: Config): EvidenceMeans {
  const folder = join(data, 'files');
  return {
    storage: localStorage(folder),
    scan: scan === null ? noScan : programScan({ program: scan, folder: join(folder, 'incoming') }),
  };
}
