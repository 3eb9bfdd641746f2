import { Button, Group, Modal, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useState, type JSX, type SyntheticEvent } from 'react';
import { refusal } from '../../../web/form/form-errors.ts';
import { useMessages } from '../../../web/message.ts';
import { useWrite } from '../../../web/organization-data.ts';
import { ProblemAlert } from '../../../web/ProblemAlert.tsx';
import { competenceFrameworkRoutes } from '../framework-contract.ts';
import { frameworkMessages } from './framework-messages.ts';

const fields = ['edition', 'note'];

/** Names the edition of the organization's own framework. */
export function EditionDialog({
  present,
  onClose,
}: {
  readonly present: string | null;
  readonly onClose: () => void;
}): JSX.Element {
  const texts = useMessages(frameworkMessages);
  const raise = useWrite(competenceFrameworkRoutes.raiseEdition);
  const [edition, setEdition] = useState('');
  const [note, setNote] = useState('');
  const refused = refusal(raise.error, fields);
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    raise.mutate({ body: { edition, note } }, { onSuccess: onClose });
  };
  return (
    <Modal opened onClose={onClose} title={texts.raiseTitle} closeButtonProps={{ 'aria-label': texts.cancel }}>
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          <Text size="sm">{texts.raiseLead}</Text>
          <ProblemAlert error={refused.rest} fields={fields} />
          <TextInput
            required
            data-autofocus
            label={texts.editionLabel}
            description={present === null ? texts.editionHint : texts.edition(present)}
            value={edition}
            error={refused.at['edition']}
            onChange={(event) => setEdition(event.currentTarget.value)}
          />
          <Textarea
            label={texts.note}
            autosize
            minRows={2}
            value={note}
            error={refused.at['note']}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {texts.cancel}
            </Button>
            <Button type="submit" loading={raise.isPending}>
              {texts.save}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
