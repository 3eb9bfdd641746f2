import { Button, Group, Loader } from '@mantine/core';
import { IconBooks, IconFileImport } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState, type JSX } from 'react';
import { EmptyState } from '../../../web/EmptyState.tsx';
import { useMessages } from '../../../web/message.ts';
import { useMayChange, useOrganization } from '../../../web/organization.ts';
import { useRead } from '../../../web/organization-data.ts';
import { PageHeader } from '../../../web/PageHeader.tsx';
import { ProblemAlert } from '../../../web/ProblemAlert.tsx';
import classes from '../../../web/register/register.module.css';
import { frameworkRoutes, type ListedFramework } from '../contract.ts';
import { FrameworkTable } from './FrameworkTable.tsx';
import { frameworkMessages } from './messages.ts';
import { RemoveFramework } from './RemoveFramework.tsx';

/** The catalogues beside ISO/IEC 27001:2022: where they come from, how well they are covered. */
export function FrameworksScreen(): JSX.Element {
  const texts = useMessages(frameworkMessages);
  const { slug } = useOrganization();
  const mayChange = useMayChange('framework');
  const read = useRead(frameworkRoutes.frameworks);
  const [removing, setRemoving] = useState<ListedFramework | null>(null);
  const bring = mayChange && (
    <Button
      leftSection={<IconFileImport size={16} aria-hidden />}
      renderRoot={(props) => <Link to="/o/$slug/frameworks/import" params={{ slug }} {...props} />}
    >
      {texts.bring}
    </Button>
  );
  const none = read.data?.length === 0;
  return (
    <div className={classes.page}>
      <PageHeader title={texts.title} lead={texts.lead}>
        {!none && bring}
      </PageHeader>
      <ProblemAlert error={read.error} />
      {read.isLoading && <Loader size="sm" aria-label={texts.loading} />}
      {none && (
        <EmptyState
          icon={<IconBooks size={28} />}
          title={texts.empty.title}
          what={texts.empty.what}
          clause={texts.empty.clause}
        >
          <Group>{bring}</Group>
        </EmptyState>
      )}
      {read.data !== undefined && !none && (
        <FrameworkTable frameworks={read.data} onRemove={mayChange ? setRemoving : null} />
      )}
      {removing !== null && <RemoveFramework framework={removing} onClose={() => setRemoving(null)} />}
    </div>
  );
}
