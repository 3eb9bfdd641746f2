import type { PlainDate } from '../../kernel/date.ts';
import type { NewId } from '../../kernel/id.ts';
import { organizationTemplate } from '../accountability/template.ts';
import type { ChangeItem } from './change.ts';

export function demonstration(_today: PlainDate, newId: NewId): readonly ChangeItem[] {
  const { roles, accountability } = organizationTemplate(newId);
  return [
    ...roles.map(({ id, ...fields }): ChangeItem => ({ register: 'role', operation: 'create', id, fields })),
    ...accountability.map(({ id, ...fields }): ChangeItem => ({
      register: 'accountability',
      operation: 'create',
      id,
      fields,
    })),
  ];
}
