import { rowAnswer } from '../../kernel/entity.ts';
import { answers, defineRoute, inOrganization } from '../../kernel/route.ts';
import { compensatingControlFields, type CompensatingControl } from './model.ts';

/** A compensating control with the name of whom it is for. */
export interface CompensatingControlRow extends CompensatingControl {
  readonly personName: string;
}

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
} as const;
