import { Anchor, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { JSX } from 'react';
import { lastDayOf } from '../../../web/form/last-day.ts';
import { useFormat, useMessages } from '../../../web/message.ts';
import { useOrganization } from '../../../web/organization.ts';
import { useRead } from '../../../web/organization-data.ts';
import { ProblemAlert } from '../../../web/ProblemAlert.tsx';
import { Panel } from '../../../web/register/Panel.tsx';
import type { PersonId } from '../../../kernel/id.ts';
import { roleRoutes } from '../../roles/contract.ts';
import { selfMessages } from './messages.ts';
import classes from './self.module.css';

/** The roles that somebody holds or will hold, as what and for how many hours; narrow enough for a phone. */
export function MyRoles({ personId }: { readonly personId: PersonId }): JSX.Element {
  const texts = useMessages(selfMessages).roles;
  const format = useFormat();
  const { slug } = useOrganization();
  const read = useRead(roleRoutes.appointments, { query: { personId } });
  const rows = (read.data ?? [])
    .filter(({ state }) => state !== 'ended')
    .sort((a, b) => a.state.localeCompare(b.state) || a.roleName.localeCompare(b.roleName));
  return (
    <Panel title={texts.title} count={rows.length}>
      <ProblemAlert error={read.error} />
      {read.data !== undefined && rows.length === 0 && (
        <Text size="sm" c="dimmed">
          {texts.none}
        </Text>
      )}
      <ul className={classes.list} aria-label={texts.title}>
        {rows.map(({ id, roleId, roleName, capacity, state, from, to, hoursPerWeek }) => (
          <li key={id} className={classes.item}>
            <Anchor renderRoot={(props) => <Link to="/o/$slug/roles/$roleId" params={{ slug, roleId }} {...props} />}>
              {roleName}
            </Anchor>
            <span className={classes.quiet}>
              {[
                texts.capacity[capacity],
                hoursPerWeek === null ? null : texts.hours(format.number(hoursPerWeek)),
                state === 'future' ? texts.from(format.date(from)) : null,
                to === null ? null : texts.until(format.date(lastDayOf(to))),
              ]
                .filter((part) => part !== null)
                .join(', ')}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
