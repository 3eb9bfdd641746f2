import { answers, defineRoute, inOrganization } from '../../kernel/route.ts';
import { compensatingControlFields, type CompensatingControl } from './model.ts';

export const segregationRoutes = {
  compensatingControls: defineRoute({
    id: 'compensatingControls',
    method: 'GET',
    path: `${inOrganization}/compensating-controls`,
    asOf: true,
    summary: 'Compensating controls, expired ones included.',
    access: 'organization',
    answer: answers<readonly CompensatingControl[]>(),
    errors: ['invalid', 'not-found'],
  }),
  recordCompensatingControl: defineRoute({
    id: 'recordCompensatingControl',
    method: 'POST',
    path: `${inOrganization}/compensating-controls`,
    summary: 'Records what is done instead where one person holds two duties that should be separate.',
    access: 'organization',
    body: compensatingControlFields,
    answer: answers<CompensatingControl>(),
    errors: ['invalid', 'forbidden', 'not-found'],
  }),
} as const;
