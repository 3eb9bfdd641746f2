import { Text } from '@mantine/core';
import type { JSX } from 'react';
import { accountabilityRoutes } from '../../accountability/contract.ts';
import { lettersOf } from '../../accountability/web/letter-summary.ts';
import { LetterGroups } from '../../accountability/web/LetterGroups.tsx';
import { useMessages } from '../../../web/message.ts';
import { useRead } from '../../../web/organization-data.ts';
import { ProblemAlert } from '../../../web/ProblemAlert.tsx';
import { Panel } from '../../../web/register/Panel.tsx';
import type { PersonRow } from '../contract.ts';
import { peopleMessages } from './messages.ts';

/** What the matrix asks of this person, letter by letter. */
export function PersonLetters({ person }: { readonly person: PersonRow }): JSX.Element {
  const texts = useMessages(peopleMessages).person;
  const read = useRead(accountabilityRoutes.matrix);
  const groups = lettersOf(read.data ?? [], new Map(person.roles.map((role) => [role.id, role.name])), person.id);
  return (
    <Panel title={texts.letters} {...(groups.length > 0 ? { lead: texts.lettersLead } : {})}>
      <ProblemAlert error={read.error} />
      {read.data !== undefined && groups.length === 0 && (
        <Text size="sm" c="dimmed">
          {texts.noLetters}
        </Text>
      )}
      <LetterGroups groups={groups} />
    </Panel>
  );
}
