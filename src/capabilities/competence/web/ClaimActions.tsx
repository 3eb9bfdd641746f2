import { Button, Group, Modal, Stack, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState, type JSX, type SyntheticEvent } from 'react';
import { useMessages } from '../../../web/message.ts';
import { useWrite } from '../../../web/organization-data.ts';
import { ProblemAlert } from '../../../web/ProblemAlert.tsx';
import { personCompetenceRoutes } from '../person-contract.ts';
import type { WaitingClaim } from '../confirmation.ts';
import { claimMessages } from './claim-messages.ts';

interface ClaimActionsProps {
  readonly claim: Pick<WaitingClaim, 'id' | 'version' | 'competenceName'>;
  readonly personName: string;
}

/** Confirms with one click what somebody recorded of themself; or declines it, with a reason that they read. */
export function ClaimActions({ claim, personName }: ClaimActionsProps): JSX.Element {
  const texts = useMessages(claimMessages);
  const decide = useWrite(personCompetenceRoutes.confirmJudgement);
  const [declining, setDeclining] = useState(false);
  const [note, setNote] = useState('');
  const send = (verdict: 'confirmed' | 'declined'): void =>
    decide.mutate(
      { path: { competenceAssessmentId: claim.id }, version: claim.version, body: { verdict, note } },
      {
        onSuccess: () => {
          notifications.show({ message: texts.done[verdict], color: 'teal' });
          setDeclining(false);
        },
      },
    );
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    send('declined');
  };
  const { competenceName } = claim;
  return (
    <>
      {!declining && <ProblemAlert error={decide.error} />}
      <Group gap={6} wrap="nowrap">
        <Button
          size="compact-sm"
          loading={decide.isPending && !declining}
          aria-label={texts.confirmOf(competenceName, personName)}
          onClick={() => send('confirmed')}
        >
          {texts.confirm}
        </Button>
        <Button
          size="compact-sm"
          variant="default"
          aria-label={texts.declineOf(competenceName, personName)}
          onClick={() => setDeclining(true)}
        >
          {texts.decline}
        </Button>
      </Group>
      {declining && (
        <Modal
          opened
          onClose={() => setDeclining(false)}
          title={texts.declineOf(competenceName, personName)}
          closeButtonProps={{ 'aria-label': texts.cancel }}
        >
          <form onSubmit={submit} noValidate>
            <Stack gap="sm">
              <ProblemAlert error={decide.error} />
              <Textarea
                label={texts.reason}
                description={texts.reasonHint}
                data-autofocus
                autosize
                minRows={2}
                maxLength={500}
                value={note}
                onChange={(event) => setNote(event.currentTarget.value)}
              />
              <Group justify="flex-end" gap="xs">
                <Button variant="default" onClick={() => setDeclining(false)}>
                  {texts.cancel}
                </Button>
                <Button type="submit" loading={decide.isPending}>
                  {texts.decline}
                </Button>
              </Group>
            </Stack>
          </form>
        </Modal>
      )}
    </>
  );
}
