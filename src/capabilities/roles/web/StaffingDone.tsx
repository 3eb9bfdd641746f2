import { Button, Group, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { JSX } from 'react';
import { assessmentRoutes } from '../../assessment/contract.ts';
import { useFormat, useMessages } from '../../../web/message.ts';
import { useOrganization } from '../../../web/organization.ts';
import { useRead } from '../../../web/organization-data.ts';
import type { StaffingRow } from '../contract.ts';
import { staffingMessages } from './staffing-messages.ts';
import classes from './staffing.module.css';
import { WaitingAppointments } from './WaitingAppointments.tsx';

/** The third step: what is filled, what is still open, and where to go on. */
export function StaffingDone({
  rows,
  onMore,
}: {
  readonly rows: readonly StaffingRow[];
  readonly onMore: () => void;
}): JSX.Element {
  const texts = useMessages(staffingMessages).done;
  const format = useFormat();
  const { slug } = useOrganization();
  const assessment = useRead(assessmentRoutes.assessment);
  const open = rows.filter(({ role, holders }) => role.mandatory && holders.length === 0).map(({ role }) => role.name);
  const unapproved = rows.some(({ holders, deputies }) =>
    [...holders, ...deputies].some(({ approval }) => approval === null),
  );
  return (
    <section className={classes.done}>
      <Text fw={600}>{open.length === 0 ? texts.full : texts.open(format.list(open))}</Text>
      {unapproved && <Text size="sm">{texts.approval}</Text>}
      {assessment.data !== undefined && <Text size="sm">{texts.left(assessment.data.gaps.length)}</Text>}
      <WaitingAppointments />
      <Group gap="xs">
        <Button renderRoot={(props) => <Link to="/o/$slug" params={{ slug }} {...props} />}>{texts.overview}</Button>
        <Button variant="default" renderRoot={(props) => <Link to="/o/$slug/roles" params={{ slug }} {...props} />}>
          {texts.roles}
        </Button>
        <Button variant="subtle" onClick={onMore}>
          {texts.more}
        </Button>
      </Group>
    </section>
  );
}
