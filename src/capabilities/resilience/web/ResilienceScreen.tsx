import { Button } from '@mantine/core';
import { IconLifebuoy } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { JSX } from 'react';
import { EmptyState } from '../../../web/EmptyState.tsx';
import { ErrorPage } from '../../../web/frame/ErrorPage.tsx';
import { LoadingPage } from '../../../web/frame/LoadingPage.tsx';
import { useFormat, useMessages } from '../../../web/message.ts';
import { useRead } from '../../../web/organization-data.ts';
import { useOrganization } from '../../../web/organization.ts';
import { PageHeader } from '../../../web/PageHeader.tsx';
import { resilienceRoutes } from '../contract.ts';
import { AbsenceCard } from './AbsenceCard.tsx';
import { DepthPanel } from './DepthPanel.tsx';
import { messages } from './messages.ts';
import classes from './resilience.module.css';
import { SinglePoints } from './SinglePoints.tsx';
import { SuccessionTable } from './SuccessionTable.tsx';
import { TruckCard } from './TruckCard.tsx';

/** What stops when people are away: two factors, the people without whom something stops, the depth of the roles. */
export function ResilienceScreen(): JSX.Element {
  const text = useMessages(messages);
  const format = useFormat();
  const read = useRead(resilienceRoutes.resilience);
  if (read.isError) return <ErrorPage error={read.error} reset={() => void read.refetch()} />;
  if (read.data === undefined) return <LoadingPage />;
  const found = read.data;
  return (
    <div className={classes.page}>
      <PageHeader title={text.title} lead={text.lead(found.applicable, found.carriers, format.date(found.on))} />
      {found.carriers === 0 ? (
        <NothingCarried />
      ) : (
        <>
          <div className={classes.factors}>
            <TruckCard truck={found.truck} applicable={found.applicable} />
            <AbsenceCard absence={found.absence} carriers={found.carriers} />
          </div>
          <DepthPanel requirements={found.requirements} />
          <SinglePoints people={found.people} />
        </>
      )}
      {found.roles.length > 0 && <SuccessionTable roles={found.roles} />}
    </div>
  );
}

function NothingCarried(): JSX.Element {
  const text = useMessages(messages).empty;
  const { slug } = useOrganization();
  return (
    <EmptyState icon={<IconLifebuoy size={28} stroke={1.6} />} title={text.title} what={text.what} clause={text.clause}>
      <Button renderRoot={(props) => <Link to="/o/$slug/roles" params={{ slug }} {...props} />}>{text.roles}</Button>
      <Button
        variant="default"
        renderRoot={(props) => <Link to="/o/$slug/accountability" params={{ slug }} {...props} />}
      >
        {text.matrix}
      </Button>
    </EmptyState>
  );
}
