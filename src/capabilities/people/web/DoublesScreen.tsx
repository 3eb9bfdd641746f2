import { Loader, Stack, Text } from '@mantine/core';
import { IconUsers } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { JSX } from 'react';
import { EmptyState } from '../../../web/EmptyState.tsx';
import { useMessages } from '../../../web/message.ts';
import { useOrganization } from '../../../web/organization.ts';
import { useRead } from '../../../web/organization-data.ts';
import { PageHeader } from '../../../web/PageHeader.tsx';
import { ProblemAlert } from '../../../web/ProblemAlert.tsx';
import { BackLink } from '../../../web/register/BackLink.tsx';
import { doublesRoutes } from '../doubles-contract.ts';
import { DoublePair } from './DoublePair.tsx';
import { doublesMessages } from './doubles-messages.ts';

/** People who may stand in the register twice, pair by pair. */
export function DoublesScreen(): JSX.Element {
  const texts = useMessages(doublesMessages);
  const { slug } = useOrganization();
  const doubles = useRead(doublesRoutes.doubles);
  const { rows = [], total = 0 } = doubles.data ?? {};
  return (
    <Stack gap="md">
      <div>
        <BackLink renderRoot={(props) => <Link to="/o/$slug/people" params={{ slug }} {...props} />}>
          {texts.back}
        </BackLink>
        <PageHeader title={texts.title} lead={texts.lead} />
      </div>
      <ProblemAlert error={doubles.error} />
      {doubles.isPending && <Loader size="sm" aria-label={texts.title} />}
      {doubles.data !== undefined && rows.length === 0 && (
        <EmptyState icon={<IconUsers size={28} />} title={texts.emptyTitle} what={texts.none} />
      )}
      {rows.map((pair) => (
        <DoublePair key={pair.people.map(({ person }) => `${person.id} ${person.version}`).join()} pair={pair} />
      ))}
      {total > rows.length && <Text c="dimmed">{texts.more(rows.length, total)}</Text>}
    </Stack>
  );
}
