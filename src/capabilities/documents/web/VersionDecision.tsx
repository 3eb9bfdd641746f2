import { Button, Group, TextInput } from '@mantine/core';
import { useState, type JSX } from 'react';
import { useMessages } from '../../../web/message.ts';
import { useWrite } from '../../../web/organization-data.ts';
import { fieldErrorsOf } from '../../../web/problem.ts';
import { ProblemAlert } from '../../../web/ProblemAlert.tsx';
import { documentRoutes, type VersionRow } from '../contract.ts';
import { versionMessages } from './version-messages.ts';

/** The second person's word on a version that waits, or the first one's withdrawal. */
export function VersionDecision({ version }: { readonly version: VersionRow }): JSX.Element {
  const texts = useMessages(versionMessages);
  const decide = useWrite(documentRoutes.decideVersion);
  const withdraw = useWrite(documentRoutes.withdrawVersion);
  const [note, setNote] = useState('');
  const path = { documentVersionId: version.id };
  const say = (verdict: 'approved' | 'declined'): void =>
    decide.mutate({ path, version: version.version, body: { verdict, note } });
  return (
    <div role="group" aria-label={texts.actionsOf(version.number)}>
      <Group gap="xs" align="flex-start">
        {version.mayDecide && (
          <>
            <TextInput
              size="xs"
              flex={1}
              aria-label={texts.decisionNote}
              placeholder={texts.decisionNote}
              value={note}
              maxLength={2000}
              error={fieldErrorsOf(decide.error)['note']}
              onChange={(event) => setNote(event.currentTarget.value)}
            />
            <Button size="xs" loading={decide.isPending} onClick={() => say('approved')}>
              {texts.approve}
            </Button>
            <Button size="xs" variant="default" disabled={decide.isPending} onClick={() => say('declined')}>
              {texts.decline}
            </Button>
          </>
        )}
        {version.mayWithdraw && (
          <Button
            size="xs"
            variant="default"
            loading={withdraw.isPending}
            onClick={() => withdraw.mutate({ path, version: version.version })}
          >
            {texts.withdraw}
          </Button>
        )}
      </Group>
      {fieldErrorsOf(decide.error)['note'] === undefined && <ProblemAlert error={decide.error} />}
      <ProblemAlert error={withdraw.error} />
    </div>
  );
}
