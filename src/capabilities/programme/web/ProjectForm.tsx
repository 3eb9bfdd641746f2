import { ActionIcon, Group, Input, Stack, Textarea, TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { JSX } from 'react';
import { useMessages } from '../../../web/message.ts';
import { PersonPicker } from '../../people/web/PersonPicker.tsx';
import { programmeMessages } from './messages.ts';
import classes from './programme.module.css';
import type { ProjectDraft } from './project-draft.ts';

interface ProjectFormProps {
  readonly draft: ProjectDraft;
  readonly errors: Readonly<Record<string, string>>;
  readonly onChange: (patch: Partial<ProjectDraft>) => void;
}

/** What is wrong with the members as a whole, or with the first of them. */
const memberError = (errors: ProjectFormProps['errors']): string | undefined =>
  Object.entries(errors).find(([path]) => path.startsWith('memberIds'))?.[1];

export function ProjectForm({ draft, errors, onChange }: ProjectFormProps): JSX.Element {
  const texts = useMessages(programmeMessages).form;
  const { members } = draft;
  return (
    <>
      <TextInput
        label={texts.name}
        required
        data-autofocus
        value={draft.name}
        error={errors['name']}
        onChange={(event) => onChange({ name: event.currentTarget.value })}
      />
      <Textarea
        label={texts.purpose}
        description={texts.purposeHint}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        autosize
        minRows={3}
        value={draft.purpose}
        error={errors['purpose']}
        onChange={(event) => onChange({ purpose: event.currentTarget.value })}
      />
      <PersonPicker
        label={texts.manager}
        required
        value={draft.manager}
        error={errors['managerId']}
        onChange={(manager) => onChange({ manager })}
      />
      <Stack gap={4}>
        <PersonPicker
          label={texts.members}
          placeholder={texts.addMember}
          value={null}
          onChange={(person) => {
            if (person !== null && !members.some(({ id }) => id === person.id))
              onChange({ members: [...members, person] });
          }}
        />
        {memberError(errors) !== undefined && <Input.Error>{memberError(errors)}</Input.Error>}
        <ul className={classes.chosen} aria-label={texts.members}>
          {members.map((member) => (
            <li key={member.id}>
              {member.name}
              <ActionIcon
                size={22}
                aria-label={texts.remove(member.name)}
                onClick={() => onChange({ members: members.filter(({ id }) => id !== member.id) })}
              >
                <IconX size={13} aria-hidden />
              </ActionIcon>
            </li>
          ))}
        </ul>
      </Stack>
      <Group grow align="flex-start" gap="sm">
        <TextInput
          type="date"
          required
          label={texts.from}
          value={draft.from}
          error={errors['from']}
          onChange={(event) => onChange({ from: event.currentTarget.value })}
        />
        <TextInput
          type="date"
          label={texts.to}
          description={texts.toHint}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          value={draft.to}
          error={errors['to']}
          onChange={(event) => onChange({ to: event.currentTarget.value })}
        />
      </Group>
    </>
  );
}
