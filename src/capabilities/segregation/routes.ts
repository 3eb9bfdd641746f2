import type { VisitHandlers } from '../../api/mount.ts';
import { findSegregationRule } from '../../domain/segregation-rule.ts';
import { invalid } from '../../kernel/errors.ts';
import type { CompensatingControlId } from '../../kernel/id.ts';
import { presentRow } from '../trail/present-row.ts';
import { changedRow } from '../trail/store/change.ts';
import type { segregationRoutes } from './contract.ts';

export const segregationHandlers: VisitHandlers<typeof segregationRoutes> = {
  async compensatingControls(visit) {
    const { compensatingControl, person } = await visit.facts();
    const names = new Map(person.map(({ id, name }) => [id, name]));
    return compensatingControl.map((control) => ({ ...control, personName: names.get(control.personId) ?? '' }));
  },

  async recordCompensatingControl(visit, { body }) {
    if (findSegregationRule(body.rule) === undefined)
      throw invalid([{ path: 'rule', message: `There is no rule ${body.rule}.`, accepted: 'an id such as SOD-01' }]);
    if (body.expires <= visit.today) {
      throw invalid([
        {
          path: 'expires',
          message: `A control that ended on ${body.expires} compensates nothing.`,
          accepted: 'a day after today',
        },
      ]);
    }
    const person = presentRow(await visit.facts(), 'person', body.personId);
    if (body.approvedBy.toLowerCase() === person.name.toLowerCase()) {
      throw invalid([
        {
          path: 'approvedBy',
          message: `${person.name} cannot approve the control of an own conflict.`,
          accepted: 'somebody else',
        },
      ]);
    }
    const id = visit.newId() as CompensatingControlId;
    const result = await visit.change(`Compensating control for ${body.rule}`, [
      { register: 'compensatingControl', operation: 'create', id, fields: body },
    ]);
    return changedRow(result, 'compensatingControl', id);
  },
};
