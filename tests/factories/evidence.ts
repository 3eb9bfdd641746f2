import { evidenceRoutes, type EvidenceRow } from '../../src/capabilities/competence/evidence-contract.ts';
import type { Evidence } from '../../src/capabilities/competence/model.ts';
import { instant } from '../../src/kernel/date.ts';
import type { OrganizationId } from '../../src/kernel/id.ts';
import type { Page } from '../../src/kernel/list.ts';
import type { TestHouse, TestUser } from './house.ts';
import type { Scene } from './scene.ts';

export interface Upload {
  readonly name?: string;
  readonly file?: string;
  /** The first of the people where it is left out. */
  readonly personId?: string | null;
  readonly user?: TestUser;
  readonly scene?: Scene;
}

type OfOne = 'downloadEvidence' | 'previewEvidence' | 'removeEvidence';

/** What can be done with files of evidence, asked over HTTP; of `home` and by its owner where nothing else is said. */
export interface Cabinet {
  /** Other content each time, where none is said. */
  readonly upload: (asked?: Upload) => Promise<Response>;
  readonly uploaded: (asked?: Upload) => Promise<Evidence>;
  readonly of: (route: OfOne, id: string, user?: TestUser, organizationId?: string) => Promise<Response>;
  readonly list: (query: Readonly<Record<string, string>>, user?: TestUser) => Promise<Page<EvidenceRow>>;
  /** The hashes of the files that lie in the storage. */
  readonly kept: (id?: OrganizationId) => Promise<readonly string[]>;
}

const FOREVER = instant('2199-01-01T00:00:00.000Z');

export function cabinetOf(house: TestHouse, home: Scene): Cabinet {
  let counter = 0;
  const upload: Cabinet['upload'] = ({ name = 'Paper.txt', file, personId, user, scene = home } = {}) =>
    house.call(
      evidenceRoutes.uploadEvidence,
      {
        path: { organizationId: scene.id },
        query: { name },
        body: { personId: personId === undefined ? scene.people[0] : personId, note: '' },
        file: file ?? `Content ${(counter += 1)}`,
      },
      user ?? scene.owner,
    );
  return {
    upload,
    uploaded: async (asked) => (await (await upload(asked)).json()) as Evidence,
    of: (route, evidenceId, user = home.owner, organizationId = home.id) =>
      house.call(evidenceRoutes[route], { path: { organizationId, evidenceId }, version: 1 }, user),
    async list(query, user = home.owner) {
      const path = { organizationId: home.id };
      return (await (
        await house.call(evidenceRoutes.evidenceFiles, { path, query }, user)
      ).json()) as Page<EvidenceRow>;
    },
    kept: (id = home.id) => house.storage.keptBefore(id, FOREVER),
  };
}
