import { Button } from '@mantine/core';
import { IconUsersPlus } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { JSX } from 'react';
import { EmptyState } from '../../../web/EmptyState.tsx';
import { useMessages } from '../../../web/message.ts';
import { useOrganization } from '../../../web/organization.ts';
import { messages } from './messages.ts';

/** Stands above the map of an organization without people, and leads to them. */
export function NobodyYet(): JSX.Element {
  const text = useMessages(messages).overview;
  const { slug } = useOrganization();
  return (
    <EmptyState
      icon={<IconUsersPlus size={28} stroke={1.6} />}
      title={text.emptyTitle}
      what={text.emptyWhat}
      clause={text.emptyClause}
    >
      <Button renderRoot={(props) => <Link to="/o/$slug/people/import" params={{ slug }} {...props} />}>
        {text.addPeople}
      </Button>
      <Button variant="default" renderRoot={(props) => <Link to="/o/$slug/roles/begin" params={{ slug }} {...props} />}>
        {text.fillRoles}
      </Button>
      <Button
        variant="default"
        renderRoot={(props) => <Link to="/o/$slug/accountability/import" params={{ slug }} {...props} />}
      >
        {text.importMatrix}
      </Button>
      <Button variant="default" renderRoot={(props) => <Link to="/o/$slug/projects" params={{ slug }} {...props} />}>
        {text.formalWay}
      </Button>
    </EmptyState>
  );
}
