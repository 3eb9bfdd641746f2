import { Button, Drawer, Group, Stack } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState, type JSX, type SyntheticEvent } from 'react';
import { refusal } from '../../../web/form/form-errors.ts';
import { useMessages } from '../../../web/message.ts';
import { useWrite } from '../../../web/organization-data.ts';
import { ProblemAlert } from '../../../web/ProblemAlert.tsx';
import { peopleRoutes, type PersonRow } from '../contract.ts';
import { peopleMessages } from './messages.ts';
import { changedFields, draftOf, emptyDraft, readDraft, type PersonDraft } from './person-draft.ts';
import { PersonConflict } from './PersonConflict.tsx';
import { PersonForm, personFormFields } from './PersonForm.tsx';

interface PersonDrawerProps {
  /** Whom to change; null adds somebody. */
  readonly person: PersonRow | null;
  readonly onClose: () => void;
}

export function PersonDrawer({ person, onClose }: PersonDrawerProps): JSX.Element {
  const texts = useMessages(peopleMessages).form;
  const create = useWrite(peopleRoutes.createPerson);
  const update = useWrite(peopleRoutes.updatePerson);
  const [seen, setSeen] = useState(person);
  const [draft, setDraft] = useState(person === null ? emptyDraft : draftOf(person, person.managerName));
  const [found, setFound] = useState<Readonly<Record<string, string>>>({});
  const error = create.error ?? update.error;
  const refused = refusal(error, personFormFields);
  const pending = create.isPending || update.isPending;

  const save = (base: PersonRow | null): void => {
    const read = readDraft(draft, base);
    setFound(read.ok ? {} : read.errors);
    if (!read.ok) return;
    const done = (said: string) => () => {
      notifications.show({ message: said, color: 'teal' });
      onClose();
    };
    if (base === null) create.mutate({ body: read.fields }, { onSuccess: done(texts.added(read.fields.name)) });
    else
      update.mutate(
        { path: { personId: base.id }, body: changedFields(read.fields, base), version: base.version },
        { onSuccess: done(texts.saved(read.fields.name)) },
      );
  };
  const change = (patch: Partial<PersonDraft>): void => {
    setDraft((before) => ({ ...before, ...patch }));
    setFound({});
    create.reset();
    if (update.error?.problem.code !== 'conflict') update.reset();
  };
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    save(seen);
  };
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size={460}
      title={person === null ? texts.create : texts.edit(person.name)}
      closeButtonProps={{ 'aria-label': texts.cancel }}
    >
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          <PersonConflict
            error={update.error}
            draft={draft}
            seen={seen}
            onTakeTheirs={(theirs) => {
              update.reset();
              setSeen(theirs);
              setDraft(draftOf(theirs, theirs.managerName));
            }}
            onKeepMine={(theirs) => {
              setSeen(theirs);
              save(theirs);
            }}
          />
          {update.error?.problem.code !== 'conflict' && <ProblemAlert error={refused.rest} fields={personFormFields} />}
          <PersonForm
            draft={draft}
            errors={{ ...refused.at, ...found }}
            without={person?.id}
            hoursElsewhere={(person?.terms.length ?? 0) > 0}
            onChange={change}
          />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {texts.cancel}
            </Button>
            <Button type="submit" loading={pending}>
              {texts.save}
            </Button>
          </Group>
        </Stack>
      </form>
    </Drawer>
  );
}
