import { rowAnswer, rowsAnswer } from '../../kernel/entity.ts';
import { answers, defineRoute, inOrganization } from '../../kernel/route.ts';
import {
  compensatingControlFields,
  dutyFields,
  segregationRuleFields,
  type CompensatingControl,
  type Duty,
  type OwnSegregationRule,
} from './model.ts';

/** A compensating control with the name of whom it is for. */
export interface CompensatingControlRow extends CompensatingControl {
  readonly personName: string;
  readonly ownerName: string | null;
}

/** An activity with who performs it, and how many that are on the day. */
export interface DutyRow extends Duty {
  readonly bearerName: string;
  readonly people: readonly { readonly id: string; readonly name: string }[];
}

const removed = answers<{ readonly id: string }>();

export const segregationRoutes = {
  compensatingControls: defineRoute({
    id: 'compensatingControls',
    method: 'GET',
    path: `${inOrganization}/compensating-controls`,
    asOf: true,
    summary: 'Compensating controls, expired ones included.',
    access: 'organization',
    answer: answers<readonly CompensatingControlRow[]>(),
    errors: ['invalid', 'not-found'],
  }),
  recordCompensatingControl: defineRoute({
    id: 'recordCompensatingControl',
    method: 'POST',
    path: `${inOrganization}/compensating-controls`,
    summary: 'Records what is done instead where one person holds two duties that should be separate.',
    access: 'organization',
    body: compensatingControlFields.partial({ ownerId: true }),
    answer: rowAnswer<CompensatingControl>(compensatingControlFields),
    errors: ['invalid', 'forbidden', 'not-found'],
  }),
  updateCompensatingControl: defineRoute({
    id: 'updateCompensatingControl',
    method: 'PATCH',
    path: `${inOrganization}/compensating-controls/{compensatingControlId}`,
    versioned: true,
    summary: 'Renews a compensating control with an approval, ends it, or changes what is done or who sees to it.',
    access: 'organization',
    body: compensatingControlFields.omit({ rule: true, personId: true }).partial(),
    answer: rowAnswer<CompensatingControl>(compensatingControlFields),
    errors: ['invalid', 'forbidden', 'not-found', 'conflict'],
  }),
  segregationRules: defineRoute({
    id: 'segregationRules',
    method: 'GET',
    path: `${inOrganization}/segregation-rules`,
    asOf: true,
    summary: "Rules of the organization's own; the shipped ones hold beside them.",
    access: 'organization',
    answer: rowsAnswer<OwnSegregationRule>(segregationRuleFields),
    errors: ['invalid', 'not-found'],
  }),
  addSegregationRule: defineRoute({
    id: 'addSegregationRule',
    method: 'POST',
    path: `${inOrganization}/segregation-rules`,
    summary: "Adds a rule of the organization's own. Its key is given: OWN-1, OWN-2 …",
    access: 'organization',
    body: segregationRuleFields.omit({ key: true }),
    answer: rowAnswer<OwnSegregationRule>(segregationRuleFields),
    errors: ['invalid', 'forbidden', 'not-found', 'already-exists'],
  }),
  updateSegregationRule: defineRoute({
    id: 'updateSegregationRule',
    method: 'PATCH',
    path: `${inOrganization}/segregation-rules/{segregationRuleId}`,
    versioned: true,
    summary: "Changes a rule of the organization's own.",
    access: 'organization',
    body: segregationRuleFields.omit({ key: true, kind: true }).partial(),
    answer: rowAnswer<OwnSegregationRule>(segregationRuleFields),
    errors: ['invalid', 'forbidden', 'not-found', 'conflict'],
  }),
  removeSegregationRule: defineRoute({
    id: 'removeSegregationRule',
    method: 'DELETE',
    path: `${inOrganization}/segregation-rules/{segregationRuleId}`,
    versioned: true,
    summary: "Takes a rule of the organization's own away.",
    access: 'organization',
    answer: removed,
    errors: ['invalid', 'forbidden', 'not-found', 'conflict'],
  }),
  duties: defineRoute({
    id: 'duties',
    method: 'GET',
    path: `${inOrganization}/duties`,
    asOf: true,
    summary: 'Who performs the activities that rules keep apart.',
    access: 'organization',
    answer: answers<readonly DutyRow[]>(),
    errors: ['invalid', 'not-found'],
  }),
  assignDuty: defineRoute({
    id: 'assignDuty',
    method: 'POST',
    path: `${inOrganization}/duties`,
    summary: 'Says who performs an activity: a role or a person, everywhere or in some requirements or one area.',
    access: 'organization',
    body: dutyFields,
    answer: rowAnswer<Duty>(dutyFields),
    errors: ['invalid', 'forbidden', 'not-found'],
  }),
  updateDuty: defineRoute({
    id: 'updateDuty',
    method: 'PATCH',
    path: `${inOrganization}/duties/{dutyId}`,
    versioned: true,
    summary: 'Changes where and when an activity is performed, or ends it.',
    access: 'organization',
    body: dutyFields.omit({ activity: true, roleId: true, personId: true }).partial(),
    answer: rowAnswer<Duty>(dutyFields),
    errors: ['invalid', 'forbidden', 'not-found', 'conflict'],
  }),
  removeDuty: defineRoute({
    id: 'removeDuty',
    method: 'DELETE',
    path: `${inOrganization}/duties/{dutyId}`,
    versioned: true,
    summary: 'Takes away an activity that was recorded by mistake.',
    access: 'organization',
    answer: removed,
    errors: ['invalid', 'forbidden', 'not-found', 'conflict'],
  }),
} as const;
