import { Anchor, Button, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState, type JSX } from 'react';
import { useMessages } from '../../../web/message.ts';
import { useMayChange, useOrganization } from '../../../web/organization.ts';
import { useRead } from '../../../web/organization-data.ts';
import { ProblemAlert } from '../../../web/ProblemAlert.tsx';
import { Panel } from '../../../web/register/Panel.tsx';
import { trainingRoutes } from '../contract.ts';
import { isOpen } from '../training-standing.ts';
import { trainingMessages } from './messages.ts';
import { DueText, EffectText, TrainingState } from './TrainingState.tsx';
import { useForText } from './TrainingTable.tsx';
import classes from './training.module.css';

/** A person's trainings on their page: open ones and those whose effect is to be checked first. */
export function PersonTrainings({ personId }: { readonly personId: string }): JSX.Element {
  const texts = useMessages(trainingMessages);
  const { slug } = useOrganization();
  const mayChange = useMayChange('training');
  const forText = useForText();
  const read = useRead(trainingRoutes.trainings, { query: { personId, limit: 100, sort: '-due' } });
  const [earlier, setEarlier] = useState(false);
  const all = read.data?.rows ?? [];
  const current = all.filter((row) => isOpen(row) || row.effect === 'due' || row.effect === 'scheduled');
  const shown = earlier ? all : current;
  return (
    <Panel
      id="trainings"
      title={texts.person.title}
      count={current.length}
      actions={
        mayChange && (
          <Button
            size="compact-sm"
            variant="default"
            renderRoot={(props) => (
              <Link to="/o/$slug/training/proposals" params={{ slug }} search={{ personId }} {...props} />
            )}
          >
            {texts.person.plan}
          </Button>
        )
      }
    >
      <ProblemAlert error={read.error} />
      {read.data !== undefined && all.length === 0 && (
        <Text size="sm" c="dimmed">
          {texts.person.none}
        </Text>
      )}
      {shown.length > 0 && (
        <ul className={classes.lines} aria-label={texts.person.title}>
          {shown.map((row) => (
            <li key={row.id} className={classes.line}>
              <span>
                <Anchor
                  inherit
                  renderRoot={(props) => (
                    <Link to="/o/$slug/training/$trainingId" params={{ slug, trainingId: row.id }} {...props} />
                  )}
                >
                  {row.measureName}
                </Anchor>{' '}
                <span className={classes.quiet}>{forText(row)}</span>
              </span>
              <span>
                <DueText row={row} /> <TrainingState row={row} /> <EffectText row={row} />
              </span>
            </li>
          ))}
        </ul>
      )}
      {!earlier && all.length > current.length && (
        <Button size="compact-sm" variant="subtle" onClick={() => setEarlier(true)}>
          {texts.person.earlier(all.length - current.length)}
        </Button>
      )}
    </Panel>
  );
}
