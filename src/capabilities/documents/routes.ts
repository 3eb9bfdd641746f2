import type { VisitHandlers } from '../../api/mount.ts';
import { Replied } from '../../api/visit.ts';
import type { DocumentRenderer } from '../../platform/documents/render.ts';
import { accountabilityMatrix } from './accountability-matrix.ts';
import type { documentRoutes } from './contract.ts';
import { mediaTypes } from './model.ts';

export const documentHandlers = (renderer: DocumentRenderer): VisitHandlers<typeof documentRoutes> => ({
  async accountabilityMatrix(visit, { query }) {
    const snapshot = await visit.facts();
    const document = accountabilityMatrix(snapshot, visit.on);
    const bytes = await renderer.renderDocument(document, query.format, { paper: query.paper });
    const name = `accountability-matrix-${snapshot.organization.slug}-${visit.on}.${query.format}`;
    return new Replied<Uint8Array>({
      bytes,
      headers: [
        ['content-type', mediaTypes[query.format]],
        ['content-disposition', `attachment; filename="${name}"`],
        ['cache-control', 'no-store'],
      ],
    });
  },
});
