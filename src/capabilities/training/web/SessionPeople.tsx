import { ActionIcon, Anchor } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { JSX } from 'react';
import { useFormat, useMessages } from '../../../web/message.ts';
import { useOrganization } from '../../../web/organization.ts';
import { useWrite } from '../../../web/organization-data.ts';
import { ProblemAlert } from '../../../web/ProblemAlert.tsx';
import type { TrainingRow } from '../contract.ts';
import { measureRoutes, type SessionRow } from '../measure-contract.ts';
import { measureMessages } from './measure-messages.ts';
import { trainingMessages } from './messages.ts';
import classes from './training.module.css';

interface SessionPeopleProps {
  readonly session: SessionRow;
  readonly rows: readonly TrainingRow[];
  readonly mayChange: boolean;
}

/** Who has a place in a session, or was there. */
export function SessionPeople({ session, rows, mayChange }: SessionPeopleProps): JSX.Element {
  const texts = useMessages(measureMessages).sessions;
  const { states } = useMessages(trainingMessages);
  const format = useFormat();
  const { slug } = useOrganization();
  const withdraw = useWrite(measureRoutes.withdrawEnrolment);
  return (
    <>
      <ProblemAlert error={withdraw.error} />
      <ul className={classes.lines} aria-label={texts.people(format.date(session.on))}>
        {rows.map(({ id, version, personName, state }) => (
          <li key={id} className={classes.line}>
            <Anchor
              inherit
              renderRoot={(props) => (
                <Link to="/o/$slug/training/$trainingId" params={{ slug, trainingId: id }} {...props} />
              )}
            >
              {personName}
            </Anchor>
            <span>
              {state === 'completed' && <span className={classes.quiet}>{states.completed}</span>}
              {mayChange && state === 'enrolled' && (
                <ActionIcon
                  size="sm"
                  variant="subtle"
                  color="gray"
                  aria-label={texts.takeOutOf(personName)}
                  title={texts.takeOut}
                  onClick={() =>
                    withdraw.mutate({
                      path: { trainingSessionId: session.id },
                      body: { trainings: [{ id, version }] },
                    })
                  }
                >
                  <IconX size={14} aria-hidden />
                </ActionIcon>
              )}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
