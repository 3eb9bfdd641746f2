import { assessed, gapCounter } from '../../api/assessed.ts';
import type { VisitHandlers } from '../../api/mount.ts';
import { Replied } from '../../api/visit.ts';
import { addDays } from '../../kernel/date.ts';
import { forbidden, invalid, MusterError, notFound } from '../../kernel/errors.ts';
import type { AbsenceId, ColumnMappingId, PersonId, UnitId } from '../../kernel/id.ts';
import type { UnderWay } from '../../platform/under-way.ts';
import { personalDataDocx } from '../../platform/files/personal-data-docx.ts';
import { assess } from '../assessment/assess.ts';
import { consequences } from '../assessment/consequence.ts';
import { dropUnneeded, type EvidenceMeans } from '../competence/store/evidence.ts';
import type { ChangeItem } from '../trail/change.ts';
import { foreseen } from '../trail/foresight.ts';
import { mayChange, mayExportPersonalData, shownTo } from '../trail/policy.ts';
import { presentRow } from '../trail/present-row.ts';
import type { Snapshot } from '../trail/snapshot.ts';
import { changedRow } from '../trail/store/change.ts';
import { refuseEmptyAbsence } from './absence.ts';
import type { absenceRoutes } from './absence-contract.ts';
import type { peopleRoutes } from './contract.ts';
import { engagedAgain } from './engaged.ts';
import type { doublesRoutes } from './doubles-contract.ts';
import { doubleRows, possibleDoubles } from './doubles.ts';
import type { peopleImportRoutes } from './import-contract.ts';
import { leavingChanges } from './engagement-end.ts';
import { apartItems, planMerge } from './merge.ts';
import type { Erasure, Person } from './model.ts';
import { movingChanges } from './moving.ts';
import { sheetOfPaste } from './pasted-names.ts';
import { peopleEditChanges } from './people-edit.ts';
import { listPeople, rowMaker } from './person-list.ts';
import type { personalDataRoutes } from './personal-data-contract.ts';
import { erasureMeans, plannedErasure } from './store/erasure.ts';
import { importSheets, nobodyWatches, peopleSheets, watched } from './store/import.ts';
import { heldOn } from './store/personal-data.ts';
import { absencesApart, managersAbove, unitsSound } from './store/register-check.ts';
import type { unitRoutes } from './unit-contract.ts';
import { listUnits, namedBy, unitChanges, unitRemoval } from './unit-list.ts';

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
    const followUps = body.managerId === undefined ? [] : [managersAbove([id])];
    const result = await visit.change(
      'Person changed',
      [{ register: 'person', operation: 'update', id, version, fields: body }],
      followUps,
    );
    return result.change === null
      ? presentRow(await visit.facts(), 'person', id)
      : shownTo(visit.actor, changedRow<Person>(result, 'person', id));
  },

  async endEngagement(visit, { id: idOf, body, version }) {
    const personId = idOf<PersonId>('personId');
    const snapshot = await visit.facts();
    const { name } = presentRow(snapshot, 'person', personId);
    const leaving = { personId, version, ...body, requestedBy: visit.user.id };
    const items = leavingChanges(snapshot, leaving, visit.newId);
    const result = await visit.change(`${name} leaves, last day ${addDays(body.to, -1)}`, items, [
      managersAbove(peopleIn(items)),
    ]);
    if (result.change === null)
      throw invalid([{ path: 'to', message: `The last day of ${name} is ${addDays(body.to, -1)} already.` }]);
    return { person: shownTo(visit.actor, changedRow<Person>(result, 'person', personId)), change: result.change };
  },

  async engageAgain(visit, { id: idOf, body, version }) {
    const id = idOf<PersonId>('personId');
    const person = presentRow(await visit.facts(), 'person', id);
    const result = await visit.change(`${person.name} engaged again from ${body.from}`, [
      { register: 'person', operation: 'update', id, version, fields: engagedAgain(person, body.from, body.to) },
    ]);
    return shownTo(visit.actor, changedRow<Person>(result, 'person', id));
  },

  async editPeople(visit, { body }) {
    const items = peopleEditChanges(await visit.facts(), body);
    const followUps = body.set.managerId === undefined ? [] : [managersAbove(peopleIn(items))];
    const { entries } = await visit.change(`${items.length} people changed together`, items, followUps);
    return { changed: entries.length };
  },

  async movePerson(visit, { id: idOf, body: { dryRun, ...body }, version }) {
    const personId = idOf<PersonId>('personId');
    const snapshot = await visit.facts();
    const { name } = presentRow(snapshot, 'person', personId);
    const items = movingChanges(snapshot, { personId, version, ...body, requestedBy: visit.user.id }, visit.newId);
    const on = body.from > visit.today ? body.from : visit.today;
    const told = consequences(assessed(snapshot, on), assess(foreseen(snapshot, items, visit.actor), on));
    if (!dryRun)
      await visit.change(`${name} moves${body.unit === null ? '' : ` to ${body.unit}`}`, items, [
        managersAbove(peopleIn(items)),
      ]);
    return told;
  },
};

/** `underWay` tells whoever asks how far an import of this process is. */
export const peopleImportHandlers = (underWay: UnderWay): VisitHandlers<typeof peopleImportRoutes> => ({
  async importPeople(visit, { query, body, file }) {
    const ticket =
      query.progress === undefined ? nobodyWatches : underWay.begin(`${visit.organizationId} ${query.progress}`);
    return watched(ticket, async () => {
      const sheets = await peopleSheets(visit, query.name, file);
      return importSheets(visit, sheets, { ...query, ...body, dryRun: query.dryRun === 'true' }, ticket);
    });
  },

  pastePeople: (visit, { body }) =>
    importSheets(visit, [sheetOfPaste(body.text)], { ...body, name: 'pasted text' }, nobodyWatches),

  async importProgress(visit, { id }) {
    const progress = underWay.progressOf(`${visit.organizationId} ${id('importId')}`);
    if (progress === null) throw notFound('import');
    return progress;
  },

  async cancelImport(visit, { id }) {
    if (!mayChange(visit.actor, 'person')) throw forbidden('change person');
    const progress = underWay.cancel(`${visit.organizationId} ${id('importId')}`);
    if (progress === null) throw notFound('import');
    return progress;
  },

  columnMappings: async (visit) => (await visit.facts()).columnMapping,

  async forgetColumnMapping(visit, { id: idOf, version }) {
    const id = idOf<ColumnMappingId>('columnMappingId');
    const { name } = presentRow(await visit.facts(), 'columnMapping', id);
    await visit.change(`Columns of ${name} forgotten`, [
      { register: 'columnMapping', operation: 'remove', id, version },
    ]);
    return { forgotten: name };
  },
});

const DOUBLES_SHOWN = 200;

export const doublesHandlers: VisitHandlers<typeof doublesRoutes> = {
  async doubles(visit) {
    const snapshot = await visit.facts();
    const all = possibleDoubles(snapshot.person);
    return { rows: doubleRows(snapshot, all.slice(0, DOUBLES_SHOWN)), total: all.length };
  },

  async mergePeople(visit, { id, version, body: { drop, dropVersion, take, dryRun } }) {
    // Whoever merges moves appointments and sees what people cost: half of it would lose the other half.
    if (!mayChange(visit.actor, 'appointment')) throw forbidden('merge people');
    const keep = id<PersonId>('personId');
    const planOn = (facts: Snapshot) => {
      const [stays, goes] = [presentRow(facts, 'person', keep), presentRow(facts, 'person', drop)];
      const moved = stays.version !== version ? stays : goes.version !== dropVersion ? goes : null;
      if (moved !== null) throw new MusterError({ code: 'conflict', what: 'person', yours: null, theirs: moved });
      const plan = planMerge(facts, { keep, drop, take, requestedBy: visit.user.id });
      // An account that follows its person is an owner's to move: who may say what as whom depends on it.
      if (plan.items.some(({ register }) => !mayChange(visit.actor, register)))
        throw forbidden('merge people to whom an account or an invitation belongs');
      return { reason: `${goes.name} merged into ${stays.name}`, ...plan };
    };
    if (dryRun) return { notes: planOn(await visit.facts()).notes, change: null };
    const { plan, result } = await visit.writePlanned(planOn);
    return { notes: plan.notes, change: result?.change ?? null };
  },

  async keepApart(visit, { id, body }) {
    const { result } = await visit.writePlanned((facts) => ({
      reason: 'Said not to be the same person',
      items: apartItems(facts, id<PersonId>('personId'), body.other),
    }));
    return { change: result?.change ?? null };
  },
};

/** Whoever is changed by these. */
const peopleIn = (items: readonly ChangeItem[]): readonly PersonId[] =>
  items.flatMap((item) => (item.register === 'person' ? [item.id] : []));

export const unitHandlers: VisitHandlers<typeof unitRoutes> = {
  async units(visit) {
    const snapshot = await visit.facts();
    const { on } = visit;
    return listUnits(snapshot, on, gapCounter(assessed(snapshot, on)));
  },

  async createUnit(visit, { body }) {
    const id = visit.newId() as UnitId;
    const result = await visit.change(
      `${body.name} described`,
      [{ register: 'unit', operation: 'create', id, fields: body }],
      [unitsSound],
    );
    return changedRow(result, 'unit', id);
  },

  async updateUnit(visit, { id: idOf, body, version }) {
    const id = idOf<UnitId>('unitId');
    const snapshot = await visit.facts();
    const unit = presentRow(snapshot, 'unit', id);
    const renamed = body.name !== undefined && body.name !== unit.name;
    const reason = renamed ? `${unit.name} renamed ${body.name ?? ''}` : `${unit.name} changed`;
    const result = await visit.change(reason, unitChanges(snapshot, unit, version, body), [unitsSound]);
    return result.change === null ? unit : changedRow(result, 'unit', id);
  },

  async removeUnit(visit, { id: idOf, query, version }) {
    const id = idOf<UnitId>('unitId');
    const snapshot = await visit.facts();
    const unit = presentRow(snapshot, 'unit', id);
    const named = namedBy(snapshot, unit);
    if (named > 0 && query.keepName !== 'true')
      throw new MusterError({
        code: 'still-used',
        what: unit.kind,
        by: named === 1 ? 'one person who names it' : `${named} people who name it`,
      });
    await visit.change(`Description of ${unit.name} removed`, unitRemoval(snapshot, unit, version), [unitsSound]);
    return { id };
  },
};

export const absenceHandlers: VisitHandlers<typeof absenceRoutes> = {
  async absences(visit, { query }) {
    const { absence } = await visit.facts();
    return absence
      .filter(({ personId }) => query.personId === undefined || personId === query.personId)
      .toSorted((a, b) => (a.from < b.from ? 1 : -1));
  },

  async recordAbsence(visit, { body }) {
    refuseEmptyAbsence(body);
    const { name } = presentRow(await visit.facts(), 'person', body.personId);
    const id = visit.newId() as AbsenceId;
    const result = await visit.change(
      `${name} away from ${body.from}`,
      [{ register: 'absence', operation: 'create', id, fields: body }],
      [absencesApart(body.personId)],
    );
    return changedRow(result, 'absence', id);
  },

  async updateAbsence(visit, { id: idOf, body, version }) {
    const id = idOf<AbsenceId>('absenceId');
    const absence = presentRow(await visit.facts(), 'absence', id);
    refuseEmptyAbsence({ from: body.from ?? absence.from, to: body.to ?? absence.to });
    const result = await visit.change(
      'Absence changed',
      [{ register: 'absence', operation: 'update', id, version, fields: body }],
      [absencesApart(absence.personId)],
    );
    return result.change === null ? absence : changedRow(result, 'absence', id);
  },

  async removeAbsence(visit, { id: idOf, version }) {
    const id = idOf<AbsenceId>('absenceId');
    await visit.change('Absence removed', [{ register: 'absence', operation: 'remove', id, version }]);
    return { id };
  },
};

const fileTypes = {
  json: 'application/json',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const;

export const personalDataHandlers = ({
  storage,
}: Pick<EvidenceMeans, 'storage'>): VisitHandlers<typeof personalDataRoutes> => ({
  async personalData(visit, { id, query: { format } }) {
    if (!mayExportPersonalData(visit.actor)) throw forbidden('export personal data');
    const data = await heldOn(visit.db, await visit.facts(), id<PersonId>('personId'), visit.today);
    const bytes =
      format === 'docx' ? personalDataDocx(data) : new TextEncoder().encode(`${JSON.stringify(data, null, 2)}\n`);
    // The name of the file names nobody: it ends up in lists of downloads.
    const name = `personal-data-${data.person.id.slice(-4)}-${visit.today}.${format}`;
    return new Replied({
      bytes,
      headers: [
        ['content-type', fileTypes[format]],
        ['content-disposition', `attachment; filename="${name}"`],
      ],
    });
  },

  async erasurePlan(visit, { id }) {
    if (!mayChange(visit.actor, 'erasure')) throw forbidden('erase personal data');
    return (await erasureMeans(visit.db, await visit.facts(), id<PersonId>('personId'), visit.today)).plan;
  },

  async erasePerson(visit, { id, body: { reason }, version }) {
    if (!mayChange(visit.actor, 'erasure')) throw forbidden('erase personal data');
    const request = { personId: id<PersonId>('personId'), version, on: visit.today, reason };
    const { plan, result } = await visit.writePlanned((facts) => plannedErasure(visit.db, facts, request, visit.newId));
    const record = result?.entries.find(({ register }) => register === 'erasure');
    if (result === null || record === undefined || result.change === null) throw notFound('erasure');
    await dropUnneeded({ db: visit.db, storage }, visit.organizationId, plan.files);
    const { id: erasure, entries } = changedRow<Erasure>(result, 'erasure', record.subject);
    return { erasure, entries: entries.length, change: result.change };
  },
});
