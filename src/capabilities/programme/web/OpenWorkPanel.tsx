import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { JSX } from 'react';
import { useFormat, useMessages } from '../../../web/message.ts';
import { useOrganization } from '../../../web/organization.ts';
import { Panel } from '../../../web/register/Panel.tsx';
import { PersonPicker, type PickedPerson } from '../../people/web/PersonPicker.tsx';
import type { OpenWork } from '../work-hand-over.ts';
import { programmeMessages } from './messages.ts';
import classes from './programme.module.css';

interface OpenWorkPanelProps {
  readonly work: OpenWork;
  /** Who leaves it. */
  readonly leaver: string;
  readonly successor: PickedPerson | null;
  readonly onChoose: (person: PickedPerson | null) => void;
}

/** What a leaver still has to do, and who takes it over; nothing where there is nothing. */
export function OpenWorkPanel({ work, leaver, successor, onChoose }: OpenWorkPanelProps): JSX.Element | null {
  const texts = useMessages(programmeMessages).work;
  const format = useFormat();
  const { slug } = useOrganization();
  const { actions, projects } = work;
  if (actions.length + projects.length === 0) return null;
  return (
    <Panel title={texts.title} count={actions.length + projects.length}>
      <ul className={classes.points}>
        {projects.map(({ id, name }) => (
          <li key={id}>
            {texts.manages}{' '}
            <Anchor
              inherit
              renderRoot={(props) => (
                <Link to="/o/$slug/projects/$projectId" params={{ slug, projectId: id }} {...props} />
              )}
            >
              {name}
            </Anchor>
          </li>
        ))}
        {actions.map(({ id, title, due }) => (
          <li key={id}>{texts.due(title, format.date(due))}</li>
        ))}
      </ul>
      <div className={classes.workTo}>
        <PersonPicker
          label={texts.to}
          description={texts.hint}
          value={successor}
          without={leaver}
          onChange={onChoose}
        />
      </div>
    </Panel>
  );
}
