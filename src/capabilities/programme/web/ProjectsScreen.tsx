import { Button, Loader } from '@mantine/core';
import { IconBriefcase, IconPlus } from '@tabler/icons-react';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState, type JSX } from 'react';
import { EmptyState } from '../../../web/EmptyState.tsx';
import { useMessages } from '../../../web/message.ts';
import { useMayChange, useOrganization } from '../../../web/organization.ts';
import { useRead } from '../../../web/organization-data.ts';
import { PageHeader } from '../../../web/PageHeader.tsx';
import { ProblemAlert } from '../../../web/ProblemAlert.tsx';
import classes from '../../../web/register/register.module.css';
import { peopleRoutes } from '../../people/contract.ts';
import { programmeRoutes } from '../contract.ts';
import { programmeMessages } from './messages.ts';
import { ProjectDrawer } from './ProjectDrawer.tsx';
import { ProjectTable } from './ProjectTable.tsx';

/** The resource projects: the formal way to determine what the ISMS needs. */
export function ProjectsScreen(): JSX.Element {
  const texts = useMessages(programmeMessages);
  const { slug } = useOrganization();
  const navigate = useNavigate();
  const mayChange = useMayChange('project');
  const [adding, setAdding] = useState(false);
  const read = useRead(programmeRoutes.projects);
  const people = useRead(peopleRoutes.people, { query: { limit: 1 } });
  const none = read.data?.length === 0;
  const nobody = people.data?.total === 0;
  return (
    <div className={classes.page}>
      <PageHeader title={texts.title} lead={texts.lead}>
        {mayChange && !none && (
          <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setAdding(true)}>
            {texts.add}
          </Button>
        )}
      </PageHeader>
      <ProblemAlert error={read.error} />
      {read.isLoading && <Loader size="sm" aria-label={texts.loading} />}
      {none && (
        <EmptyState
          icon={<IconBriefcase size={28} stroke={1.6} />}
          title={texts.empty.title}
          what={nobody ? `${texts.empty.what} ${texts.empty.needPeople}` : texts.empty.what}
          clause={texts.empty.clause}
        >
          {mayChange && !nobody && <Button onClick={() => setAdding(true)}>{texts.empty.begin}</Button>}
          {mayChange && nobody && (
            <Button renderRoot={(props) => <Link to="/o/$slug/people/import" params={{ slug }} {...props} />}>
              {texts.empty.addPeople}
            </Button>
          )}
        </EmptyState>
      )}
      {read.data !== undefined && !none && <ProjectTable projects={read.data} />}
      {adding && (
        <ProjectDrawer
          project={null}
          onClose={() => setAdding(false)}
          onBegun={({ id }) => void navigate({ to: '/o/$slug/projects/$projectId', params: { slug, projectId: id } })}
        />
      )}
    </div>
  );
}
