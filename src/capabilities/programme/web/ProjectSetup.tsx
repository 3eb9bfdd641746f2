import { Alert, Anchor, Button, Group, Text } from '@mantine/core';
import { IconAlertTriangle, IconPencil, IconUserPlus } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState, type JSX } from 'react';
import { lastDayOf } from '../../../web/form/last-day.ts';
import { useFormat, useMessages } from '../../../web/message.ts';
import { useMayChange, useOrganization } from '../../../web/organization.ts';
import { useRead } from '../../../web/organization-data.ts';
import { Panel } from '../../../web/register/Panel.tsx';
import { roleRoutes } from '../../roles/contract.ts';
import { AppointDialog } from '../../roles/web/AppointDialog.tsx';
import type { ProjectPerson, ProjectRow } from '../contract.ts';
import { programmeMessages } from './messages.ts';
import { ProjectDrawer } from './ProjectDrawer.tsx';
import classes from './programme.module.css';

/** The key of the template's role for whoever runs a project. */
const MANAGER_ROLE = 'project-manager';

interface ProjectSetupProps {
  readonly project: ProjectRow;
  readonly onNext: () => void;
}

/** Purpose, dates and team of a project. */
export function ProjectSetup({ project, onNext }: ProjectSetupProps): JSX.Element {
  const texts = useMessages(programmeMessages);
  const format = useFormat();
  const mayChange = useMayChange('project');
  const [editing, setEditing] = useState(false);
  const { from, to, purpose, manager, members } = project;
  return (
    <>
      <div className={classes.columns}>
        <Panel
          title={texts.setup.about}
          actions={
            mayChange && (
              <Button
                size="compact-sm"
                variant="default"
                leftSection={<IconPencil size={14} aria-hidden />}
                onClick={() => setEditing(true)}
              >
                {texts.setup.edit}
              </Button>
            )
          }
        >
          <dl className={classes.facts}>
            <dt>{texts.form.purpose}</dt>
            <dd>{purpose === '' ? <span className={classes.quiet}>{texts.setup.noPurpose}</span> : purpose}</dd>
            <dt>{texts.columns.dates}</dt>
            <dd>
              {to === null
                ? texts.since(format.date(from))
                : texts.until(format.date(from), format.date(lastDayOf(to)))}
            </dd>
            <dt>{texts.columns.state}</dt>
            <dd>{texts.states[project.state]}</dd>
          </dl>
        </Panel>
        <Panel title={texts.setup.team} count={members.length + 1}>
          <dl className={classes.facts}>
            <dt>{texts.form.manager}</dt>
            <dd>
              <PersonLine person={manager} />
            </dd>
            <dt>{texts.form.members}</dt>
            <dd>
              {members.length === 0 ? (
                <span className={classes.quiet}>{texts.setup.none}</span>
              ) : (
                <ul className={classes.team}>
                  {members.map((member) => (
                    <li key={member.id}>
                      <PersonLine person={member} />
                    </li>
                  ))}
                </ul>
              )}
            </dd>
          </dl>
          <ManagerAdvice manager={manager} />
        </Panel>
      </div>
      {project.state === 'analysis' && (
        <Group>
          <Button onClick={onNext}>{texts.setup.next}</Button>
        </Group>
      )}
      {editing && <ProjectDrawer project={project} onClose={() => setEditing(false)} />}
    </>
  );
}

const PersonLine = ({ person }: { readonly person: ProjectPerson }) => {
  const texts = useMessages(programmeMessages);
  const { slug } = useOrganization();
  return (
    <>
      <Anchor
        inherit
        renderRoot={(props) => (
          <Link to="/o/$slug/people/$personId" params={{ slug, personId: person.id }} {...props} />
        )}
      >
        {person.name}
      </Anchor>{' '}
      <span className={person.state === 'ended' ? classes.alarm : classes.quiet}>
        {person.state === 'ended'
          ? texts.left
          : person.state === 'future'
            ? texts.setup.future
            : person.roles.length === 0
              ? texts.setup.noRole
              : person.roles.join(', ')}
      </span>
    </>
  );
};

/** Says what the manager lacks: an engagement, or an appointment that makes the time for it visible. */
const ManagerAdvice = ({ manager }: { readonly manager: ProjectPerson }) => {
  const texts = useMessages(programmeMessages).setup;
  const mayAppoint = useMayChange('appointment');
  const roles = useRead(roleRoutes.roles);
  const [appointing, setAppointing] = useState(false);
  const role = roles.data?.find(({ key }) => key === MANAGER_ROLE);
  if (manager.state === 'ended')
    return (
      <Alert mt="sm" color="red" variant="outline" icon={<IconAlertTriangle size={18} aria-hidden />}>
        {texts.leaver(manager.name)}
      </Alert>
    );
  if (role === undefined || !mayAppoint || manager.roles.includes(role.name)) return null;
  return (
    <>
      <Text size="sm" mt="sm">
        {texts.suggest(manager.name, role.name)}
      </Text>
      <Button
        mt={6}
        size="compact-sm"
        variant="default"
        leftSection={<IconUserPlus size={14} aria-hidden />}
        onClick={() => setAppointing(true)}
      >
        {texts.appoint(role.name)}
      </Button>
      {appointing && <AppointDialog role={role} capacity="holder" onClose={() => setAppointing(false)} />}
    </>
  );
};
