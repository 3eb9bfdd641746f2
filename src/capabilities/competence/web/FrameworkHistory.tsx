import { Anchor, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { JSX } from 'react';
import { useMessages } from '../../../web/message.ts';
import { useOrganization } from '../../../web/organization.ts';
import { useRead } from '../../../web/organization-data.ts';
import { ProblemAlert } from '../../../web/ProblemAlert.tsx';
import { Panel } from '../../../web/register/Panel.tsx';
import { trailRoutes } from '../../trail/contract.ts';
import type { RegisterName } from '../../trail/register.ts';
import { EntryHistory } from '../../trail/web/EntryHistory.tsx';
import { frameworkMessages } from './framework-messages.ts';

interface FrameworkHistoryProps {
  readonly register: RegisterName;
  /** Of one row; without it, of the whole register. */
  readonly subject?: string;
}

/** What was changed last, from the trail. For who may read it. */
export function FrameworkHistory({ register, subject }: FrameworkHistoryProps): JSX.Element {
  const texts = useMessages(frameworkMessages);
  const { slug } = useOrganization();
  const trail = useRead(trailRoutes.trail, {
    query: { register, limit: 8, ...(subject === undefined ? {} : { subject }) },
  });
  const rows = trail.data?.rows ?? [];
  return (
    <Panel
      title={texts.history}
      actions={
        <Anchor
          size="sm"
          renderRoot={(props) => (
            <Link
              to="/o/$slug/trail"
              params={{ slug }}
              search={(subject === undefined ? { register } : { register, subject }) as never}
              {...props}
            />
          )}
        >
          {texts.wholeHistory}
        </Anchor>
      }
    >
      <ProblemAlert error={trail.error} />
      {trail.data !== undefined && rows.length === 0 && (
        <Text size="sm" c="dimmed">
          {texts.noHistory}
        </Text>
      )}
      <EntryHistory entries={rows} />
    </Panel>
  );
}
