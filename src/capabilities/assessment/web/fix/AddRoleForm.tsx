import { Text } from '@mantine/core';
import type { JSX } from 'react';
import { findRoleTemplate } from '../../../../domain/role-template.ts';
import { useMessages } from '../../../../web/message.ts';
import { useWrite } from '../../../../web/organization-data.ts';
import { roleFromTemplate } from '../../../accountability/template.ts';
import { roleRoutes } from '../../../roles/contract.ts';
import { messages } from '../messages.ts';
import { FixFrame, type FixFormProps } from './FixFrame.tsx';

/** Makes the missing role from its template. */
export function AddRoleForm({ fix, onDone }: FixFormProps<'add-role'>): JSX.Element {
  const text = useMessages(messages).fix;
  const create = useWrite(roleRoutes.createRole);
  const template = findRoleTemplate(fix.roleKey);
  if (template === undefined) return <Text size="sm">{text.gone}</Text>;
  return (
    <FixFrame
      action={text['add-role']}
      pending={create.isPending}
      error={create.error}
      onSubmit={() => create.mutate({ body: roleFromTemplate(template) }, { onSuccess: onDone })}
    >
      <Text size="sm">{text.addRoleExplain(template.name)}</Text>
      <Text size="sm" c="dimmed">
        {template.responsibilities[0]}
      </Text>
    </FixFrame>
  );
}
