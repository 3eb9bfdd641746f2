import type { VisitHandlers } from '../../api/mount.ts';
import { Replied } from '../../api/visit.ts';
import type { AppointmentId } from '../../kernel/id.ts';
import type { DocumentRenderer } from '../../platform/documents/render.ts';
import { accountabilityMatrix } from './accountability-matrix.ts';
import type { documentRoutes } from './contract.ts';
import { letterOfAppointment } from './letter-of-appointment.ts';
import { mediaTypes } from './model.ts';

const download = (bytes: Uint8Array, name: string, format: keyof typeof mediaTypes): Replied<Uint8Array> =>
  new Replied({
    bytes,
    headers: [
      ['content-type', mediaTypes[format]],
      ['content-disposition', `attachment; filename="${name}.${format}"`],
      ['cache-control', 'no-store'],
    ],
  });

export const documentHandlers = (renderer: DocumentRenderer): VisitHandlers<typeof documentRoutes> => ({
  async accountabilityMatrix(visit, { query }) {
    const snapshot = await visit.facts();
    const document = accountabilityMatrix(snapshot, visit.on);
    const bytes = await renderer.renderDocument(document, query.format, { paper: query.paper });
    return download(bytes, `accountability-matrix-${snapshot.organization.slug}-${visit.on}`, query.format);
  },

  async letterOfAppointment(visit, { id, query }) {
    const snapshot = await visit.facts();
    const letter = letterOfAppointment(snapshot, id<AppointmentId>('appointmentId'), visit.on);
    const bytes = await renderer.renderLetter(letter, query.format, { paper: query.paper });
    const name = `letter-of-appointment-${snapshot.organization.slug}-${letter.role.key}-${visit.on}`;
    return download(bytes, name, query.format);
  },
});
