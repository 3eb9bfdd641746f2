import { assessed, gapCounter } from '../../api/assessed.ts';
import type { VisitHandlers } from '../../api/mount.ts';
import type { Visit } from '../../api/visit.ts';
import { addDays } from '../../kernel/date.ts';
import { forbidden, invalid, MusterError } from '../../kernel/errors.ts';
import type { PersonId } from '../../kernel/id.ts';
import { readDocument } from '../../platform/files/document.ts';
import type { ImportReport } from '../intake/model.ts';
import type { Sheet } from '../intake/sheet.ts';
import { mayChange, shownTo } from '../trail/policy.ts';
import { presentRow } from '../trail/present-row.ts';
import { changedRow } from '../trail/store/change.ts';
import type { peopleRoutes } from './contract.ts';
import { leavingChanges } from './engagement-end.ts';
import type { Person } from './model.ts';
import { sheetOfPaste } from './pasted-names.ts';
import { looksLikePeople } from './people-document.ts';
import { planPeople } from './people-import.ts';
import { listPeople, rowMaker } from './person-list.ts';

async function importSheets(
  visit: Visit,
  file: string,
  sheets: readonly Sheet[],
  dryRun: boolean,
): Promise<ImportReport> {
  const { items, report } = planPeople(sheets, (await visit.facts()).person, visit.today, visit.newId);
  if (!dryRun && items.length > 0) await visit.change(`People imported from ${file}`, items);
  return { file, dryRun, ...report };
}

export const peopleHandlers: VisitHandlers<typeof peopleRoutes> = {
  async people(visit, { query }) {
    const snapshot = await visit.facts();
    const { on } = visit;
    return listPeople(snapshot, query, { on, gapsOf: gapCounter(assessed(snapshot, on)) });
  },

  async person(visit, { id }) {
    const snapshot = await visit.facts();
    const { on } = visit;
    const person = presentRow(snapshot, 'person', id<PersonId>('personId'));
    return rowMaker(snapshot, { on, gapsOf: gapCounter(assessed(snapshot, on)) })(person);
  },

  async createPerson(visit, { body }) {
    const id = visit.newId() as PersonId;
    const result = await visit.change(`${body.name} added`, [
      { register: 'person', operation: 'create', id, fields: body },
    ]);
    return shownTo(visit.actor, changedRow<Person>(result, 'person', id));
  },

  async updatePerson(visit, { id: idOf, body, version }) {
    const id = idOf<PersonId>('personId');
    if (body.managerId === id) throw invalid([{ path: 'managerId', message: 'Nobody reports to themselves.' }]);
    const result = await visit.change('Person changed', [
      { register: 'person', operation: 'update', id, version, fields: body },
    ]);
    return result.change === null
      ? presentRow(await visit.facts(), 'person', id)
      : shownTo(visit.actor, changedRow<Person>(result, 'person', id));
  },

  async endEngagement(visit, { id: idOf, body, version }) {
    const personId = idOf<PersonId>('personId');
    const snapshot = await visit.facts();
    const { name } = presentRow(snapshot, 'person', personId);
    const items = leavingChanges(snapshot, { personId, version, ...body }, visit.newId);
    const result = await visit.change(`${name} leaves, last day ${addDays(body.to, -1)}`, items);
    if (result.change === null)
      throw invalid([{ path: 'to', message: `The last day of ${name} is ${addDays(body.to, -1)} already.` }]);
    return { person: shownTo(visit.actor, changedRow<Person>(result, 'person', personId)), change: result.change };
  },

  async importPeople(visit, { query, file }) {
    if (!mayChange(visit.actor, 'person')) throw forbidden('change person');
    const document = await readDocument({ name: query.name, bytes: file });
    const sheets = document.sheets.filter(looksLikePeople);
    if (sheets.length === 0) {
      throw new MusterError({
        code: 'unreadable',
        file: query.name,
        reason: 'no table in it has a heading that names people, such as Name, First name or E-mail.',
      });
    }
    return importSheets(visit, query.name, sheets, query.dryRun === 'true');
  },

  pastePeople: (visit, { body }) => importSheets(visit, 'pasted text', [sheetOfPaste(body.text)], body.dryRun),
};
