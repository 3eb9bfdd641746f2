import { rowAnswer, rowsAnswer } from '../../kernel/entity.ts';
import { defineRoute, inOrganization } from '../../kernel/route.ts';
import { compensatingControlFields, type CompensatingControl } from './model.ts';

export const segregationRoutes = {
  compensatingControls: defineRoute({
    id: 'compensatingControls',
    method: 'GET',
    path: `${inOrganization}/compensating-controls`,
    asOf: true,
    summary: 'Compensating controls, expired ones included.',
    access: 'organization',
    answer: rowsAnswer<CompensatingControl>(compensatingControlFields),
    errors: ['invalid', 'not-found'],
  }),
  recordCompensatingControl: defineRoute({
    id: 'recordCompensatingControl',
    method: 'POST',
    path: `${inOrganization}/compensating-controls`,
    summary: 'Records what is done instead where one person holds two duties that should be separate.',
    access: 'organization',
    body: compensatingControlFields,
    answer: rowAnswer<CompensatingControl>(compensatingControlFields),
    errors: ['invalid', 'forbidden', 'not-found'],
  }),
} as const;
