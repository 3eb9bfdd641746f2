import { Button, Group, Loader } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconListCheck } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState, type JSX } from 'react';
import { EmptyState } from '../../../web/EmptyState.tsx';
import { useMessages } from '../../../web/message.ts';
import { useMayChange, useMayDecide, useMayReadTrail, useOrganization } from '../../../web/organization.ts';
import { useRead, useWrite } from '../../../web/organization-data.ts';
import { PageHeader } from '../../../web/PageHeader.tsx';
import { ProblemAlert } from '../../../web/ProblemAlert.tsx';
import { Panel } from '../../../web/register/Panel.tsx';
import { requiredCompetenceRoutes } from '../required-contract.ts';
import type { RequiredPage } from '../required-list.ts';
import { CompetenceSections } from './CompetenceSections.tsx';
import { FrameworkHistory } from './FrameworkHistory.tsx';
import classes from './framework.module.css';
import { requiredMessages } from './required-messages.ts';
import { RequiredRoleDrawer } from './RequiredRoleDrawer.tsx';
import { RequiredRoles } from './RequiredRoles.tsx';
import { RequirementCompetences } from './RequirementCompetences.tsx';

/** What is required: by role, by requirement, with the approval of a second person. */
export function RequiredScreen(): JSX.Element {
  const texts = useMessages(requiredMessages);
  const { slug } = useOrganization();
  const read = useRead(requiredCompetenceRoutes.competenceRequirements);
  const empty = read.data?.roles.length === 0;
  return (
    <>
      <PageHeader title={texts.title} lead={texts.lead} />
      <CompetenceSections />
      <ProblemAlert error={read.error} />
      {read.isLoading && <Loader size="sm" aria-label={texts.loading} />}
      {empty && (
        <EmptyState
          icon={<IconListCheck size={28} />}
          title={texts.empty.title}
          what={texts.empty.what}
          clause={texts.empty.clause}
        >
          <Button renderRoot={(props) => <Link to="/o/$slug/roles" params={{ slug }} {...props} />}>
            {texts.toRoles}
          </Button>
        </EmptyState>
      )}
      {read.data !== undefined && !empty && <Required page={read.data} />}
    </>
  );
}

function Required({ page: { roles, requirements } }: { readonly page: RequiredPage }) {
  const texts = useMessages(requiredMessages);
  const mayChange = useMayChange('role');
  const mayDecide = useMayDecide();
  const mayReadTrail = useMayReadTrail();
  const approve = useWrite(requiredCompetenceRoutes.approveRequiredCompetences);
  const defaults = useWrite(requiredCompetenceRoutes.takeRequiredDefaults);
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const [editing, setEditing] = useState<string | null>(null);
  const mine = mayDecide ? roles.filter(({ hindrance }) => hindrance === null) : [];
  const chosen = mine.filter(({ id }) => picked.has(id)).map(({ id, version }) => ({ id, version }));
  const bare = roles.filter((role) => role.state === 'none' && role.defaults.length > 0);
  const edited = roles.find(({ id }) => id === editing);
  return (
    <div className={classes.columns}>
      <div className={classes.main}>
        <ProblemAlert error={approve.error ?? defaults.error} />
        <Group gap="xs" data-screen-only>
          {mine.length > 0 && (
            <Button
              size="compact-sm"
              disabled={chosen.length === 0}
              loading={approve.isPending}
              onClick={() =>
                approve.mutate(
                  { body: { roles: chosen } },
                  {
                    onSuccess: ({ approved }) => {
                      setPicked(new Set());
                      notifications.show({ message: texts.approved(approved), color: 'teal' });
                    },
                  },
                )
              }
            >
              {texts.approve(chosen.length)}
            </Button>
          )}
          {mayChange && bare.length > 0 && (
            <Button
              size="compact-sm"
              variant="default"
              loading={defaults.isPending}
              onClick={() =>
                defaults.mutate(
                  { body: { roles: bare.map(({ id, version }) => ({ id, version })) } },
                  {
                    onSuccess: ({ roles: many }) =>
                      notifications.show({ message: texts.defaultsTaken(many), color: 'teal' }),
                  },
                )
              }
            >
              {texts.defaults(bare.length)}
            </Button>
          )}
        </Group>
        <RequiredRoles
          roles={roles}
          picked={picked}
          onPick={mine.length === 0 ? null : setPicked}
          onEdit={setEditing}
          mayChange={mayChange}
        />
      </div>
      <div className={classes.side}>
        <Panel title={texts.requirements} count={requirements.length} lead={texts.requirementsLead}>
          <RequirementCompetences rows={requirements} requirementId={null} />
        </Panel>
        {mayReadTrail && <FrameworkHistory register="requirementCompetence" />}
      </div>
      {edited !== undefined && (
        <RequiredRoleDrawer key={edited.id} role={edited} mayChange={mayChange} onClose={() => setEditing(null)} />
      )}
    </div>
  );
}
