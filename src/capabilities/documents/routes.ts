import type { VisitHandlers } from '../../api/mount.ts';
import { Replied, type Visit } from '../../api/visit.ts';
import type { AppointmentId } from '../../kernel/id.ts';
import type { PlainDate } from '../../kernel/date.ts';
import type { DocumentRenderer, PrintedDocument } from '../../platform/documents/render.ts';
import { accountabilityMatrix } from './accountability-matrix.ts';
import type { documentRoutes } from './contract.ts';
import { letterOfAppointment } from './letter-of-appointment.ts';
import { mediaTypes, type DocumentFormat, type Paper } from './model.ts';
import { statementOfApplicability } from './statement-of-applicability.ts';
import type { Snapshot } from '../trail/snapshot.ts';

const download = (bytes: Uint8Array, name: string, format: keyof typeof mediaTypes): Replied<Uint8Array> =>
  new Replied({
    bytes,
    headers: [
      ['content-type', mediaTypes[format]],
      ['content-disposition', `attachment; filename="${name}.${format}"`],
      ['cache-control', 'no-store'],
    ],
  });

/** A document of the facts of the visit, in the format and on the paper that were asked for. */
async function printed(
  visit: Visit,
  renderer: DocumentRenderer,
  make: (snapshot: Snapshot, on: PlainDate) => PrintedDocument,
  { format, paper }: { readonly format: DocumentFormat; readonly paper: Paper },
): Promise<Replied<Uint8Array>> {
  const snapshot = await visit.facts();
  const document = make(snapshot, visit.on);
  const bytes = await renderer.renderDocument(document, format, { paper });
  return download(bytes, `${document.document}-${snapshot.organization.slug}-${visit.on}`, format);
}

export const documentHandlers = (renderer: DocumentRenderer): VisitHandlers<typeof documentRoutes> => ({
  accountabilityMatrix: (visit, { query }) => printed(visit, renderer, accountabilityMatrix, query),
  statementOfApplicability: (visit, { query }) => printed(visit, renderer, statementOfApplicability, query),

  async letterOfAppointment(visit, { id, query }) {
    const snapshot = await visit.facts();
    const letter = letterOfAppointment(snapshot, id<AppointmentId>('appointmentId'), visit.on);
    const bytes = await renderer.renderLetter(letter, query.format, { paper: query.paper });
    const name = `letter-of-appointment-${snapshot.organization.slug}-${letter.role.key}-${visit.on}`;
    return download(bytes, name, query.format);
  },
});
