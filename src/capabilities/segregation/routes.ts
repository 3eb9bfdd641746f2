import type { VisitHandlers } from '../../api/mount.ts';
import { changedBy } from '../../kernel/entity.ts';
import { notFound } from '../../kernel/errors.ts';
import type { CompensatingControlId, DutyId, SegregationRuleId } from '../../kernel/id.ts';
import type { ChangeItem } from '../trail/change.ts';
import { presentRow } from '../trail/present-row.ts';
import { changedRow } from '../trail/store/change.ts';
import type { segregationRoutes } from './contract.ts';
import { dutyRows } from './duty-list.ts';
import { checkCompensation, checkDuty, checkRule, nextRuleKey } from './rule-input.ts';

export const segregationHandlers: VisitHandlers<typeof segregationRoutes> = {
  async compensatingControls(visit) {
    const { compensatingControl, person } = await visit.facts();
    const names = new Map(person.map(({ id, name }) => [id, name]));
    return compensatingControl.map((control) => ({
      ...control,
      personName: names.get(control.personId) ?? '',
      ownerName: control.ownerId === null ? null : (names.get(control.ownerId) ?? null),
    }));
  },

  async recordCompensatingControl(visit, { body }) {
    const snapshot = await visit.facts();
    presentRow(snapshot, 'person', body.personId);
    checkCompensation(body, snapshot, visit.today, false);
    const id = visit.newId() as CompensatingControlId;
    const result = await visit.change(`Compensating control for ${body.rule}`, [
      { register: 'compensatingControl', operation: 'create', id, fields: body },
    ]);
    return changedRow(result, 'compensatingControl', id);
  },

  async updateCompensatingControl(visit, { id: idOf, body, version }) {
    const id = idOf<CompensatingControlId>('compensatingControlId');
    const snapshot = await visit.facts();
    const present = presentRow(snapshot, 'compensatingControl', id);
    checkCompensation(changedBy(present, body), snapshot, visit.today, body.expires === visit.today);
    const result = await visit.change(`Compensating control for ${present.rule} changed`, [
      { register: 'compensatingControl', operation: 'update', id, version, fields: body },
    ]);
    return result.change === null ? present : changedRow(result, 'compensatingControl', id);
  },

  segregationRules: async (visit) => (await visit.facts()).segregationRule,

  async addSegregationRule(visit, { body }) {
    const id = visit.newId() as SegregationRuleId;
    const { result } = await visit.writePlanned((snapshot) => {
      checkRule(body, snapshot);
      const key = nextRuleKey(snapshot);
      const items: readonly ChangeItem[] = [
        { register: 'segregationRule', operation: 'create', id, fields: { ...body, key } },
      ];
      return { reason: `Segregation rule ${key} added`, items };
    });
    if (result === null) throw notFound('segregationRule');
    return changedRow(result, 'segregationRule', id);
  },

  async updateSegregationRule(visit, { id: idOf, body, version }) {
    const id = idOf<SegregationRuleId>('segregationRuleId');
    const snapshot = await visit.facts();
    const present = presentRow(snapshot, 'segregationRule', id);
    checkRule(changedBy(present, body), snapshot);
    const result = await visit.change(`Segregation rule ${present.key} changed`, [
      { register: 'segregationRule', operation: 'update', id, version, fields: body },
    ]);
    return result.change === null ? present : changedRow(result, 'segregationRule', id);
  },

  async removeSegregationRule(visit, { id: idOf, version }) {
    const id = idOf<SegregationRuleId>('segregationRuleId');
    const { key } = presentRow(await visit.facts(), 'segregationRule', id);
    await visit.change(`Segregation rule ${key} removed`, [
      { register: 'segregationRule', operation: 'remove', id, version },
    ]);
    return { id };
  },

  duties: async (visit) => dutyRows(await visit.facts(), visit.on),

  async assignDuty(visit, { body }) {
    checkDuty(body, await visit.facts());
    const id = visit.newId() as DutyId;
    const result = await visit.change(`Activity ${body.activity} assigned`, [
      { register: 'duty', operation: 'create', id, fields: body },
    ]);
    return changedRow(result, 'duty', id);
  },

  async updateDuty(visit, { id: idOf, body, version }) {
    const id = idOf<DutyId>('dutyId');
    const snapshot = await visit.facts();
    const present = presentRow(snapshot, 'duty', id);
    checkDuty(changedBy(present, body), snapshot);
    const result = await visit.change(`Activity ${present.activity} changed`, [
      { register: 'duty', operation: 'update', id, version, fields: body },
    ]);
    return result.change === null ? present : changedRow(result, 'duty', id);
  },

  async removeDuty(visit, { id: idOf, version }) {
    const id = idOf<DutyId>('dutyId');
    const { activity } = presentRow(await visit.facts(), 'duty', id);
    await visit.change(`Activity ${activity} removed`, [{ register: 'duty', operation: 'remove', id, version }]);
    return { id };
  },
};
