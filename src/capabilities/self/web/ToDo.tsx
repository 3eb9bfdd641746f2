import { Anchor, Button, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState, type JSX } from 'react';
import { addressOf } from '../../../web/client.ts';
import { useFormat, useMessages } from '../../../web/message.ts';
import { useOrganization } from '../../../web/organization.ts';
import { useRead } from '../../../web/organization-data.ts';
import { ProblemAlert } from '../../../web/ProblemAlert.tsx';
import { Panel } from '../../../web/register/Panel.tsx';
import { awarenessRoutes } from '../../awareness/contract.ts';
import { isClosedState } from '../../programme/action-standing.ts';
import { programmeRoutes } from '../../programme/contract.ts';
import { trainingRoutes, type TrainingRow } from '../../training/contract.ts';
import { isOpen } from '../../training/training-standing.ts';
import { ReportDialog } from '../../training/web/ReportDialog.tsx';
import { selfMessages } from './messages.ts';
import classes from './self.module.css';

interface ToDoProps {
  readonly personId: string;
  /** Competences that somebody needs and has said nothing of. */
  readonly unsaid: number;
  readonly onSay: () => void;
}

/** What waits for somebody: to read, to learn, to do. */
export function ToDo({ personId, unsaid, onSay }: ToDoProps): JSX.Element {
  const texts = useMessages(selfMessages);
  const format = useFormat();
  const { id: organizationId, slug } = useOrganization();
  const campaigns = useRead(awarenessRoutes.campaigns);
  const trainings = useRead(trainingRoutes.trainings, { query: { personId, show: 'open', limit: 100 } });
  const actions = useRead(programmeRoutes.actions);
  const [reporting, setReporting] = useState<TrainingRow | null>(null);
  const toRead = (campaigns.data ?? []).filter(({ mine }) => mine === 'to-do');
  const toLearn = (trainings.data?.rows ?? []).filter((row) => isOpen(row) && row.state !== 'proposed');
  const toDo = (actions.data ?? []).filter(({ mine, state }) => mine && !isClosedState(state));
  const count = toRead.length + toLearn.length + toDo.length + (unsaid > 0 ? 1 : 0);
  const byWhen = (date: string, overdue: boolean): string =>
    overdue ? `${texts.until(format.date(date))}, ${texts.overdue}` : texts.until(format.date(date));
  const loaded = campaigns.data !== undefined && trainings.data !== undefined && actions.data !== undefined;
  return (
    <Panel title={texts.toDo} count={count}>
      <ProblemAlert error={campaigns.error ?? trainings.error ?? actions.error} />
      {loaded && count === 0 && (
        <Text size="sm" c="dimmed">
          {texts.nothingToDo}
        </Text>
      )}
      <ul className={classes.list} aria-label={texts.toDo}>
        {toRead.map(({ id, title, due, overdue }) => (
          <li key={id} className={classes.item}>
            <Anchor
              renderRoot={(props) => (
                <Link to="/o/$slug/awareness/$campaignId/read" params={{ slug, campaignId: id }} {...props} />
              )}
            >
              {texts.read(title)}
            </Anchor>
            <span className={classes.quiet}>{byWhen(due, overdue)}</span>
          </li>
        ))}
        {toLearn.map((row) => (
          <li key={row.id} className={classes.item}>
            <div>
              <Anchor
                renderRoot={(props) => (
                  <Link to="/o/$slug/training/$trainingId" params={{ slug, trainingId: row.id }} {...props} />
                )}
              >
                {texts.training(row.measureName)}
              </Anchor>
              <div className={classes.quiet}>
                {row.sessionOn === null ? byWhen(row.due, row.overdue) : texts.at(format.date(row.sessionOn))}
                {row.reported !== null && `, ${texts.reported}`}
                {row.sessionOn !== null && (
                  <>
                    {', '}
                    <Anchor
                      inherit
                      underline="always"
                      href={addressOf(trainingRoutes.sessionInvitation, { organizationId, trainingId: row.id })}
                      download
                      aria-label={texts.calendarOf(row.measureName)}
                    >
                      {texts.calendar}
                    </Anchor>
                  </>
                )}
              </div>
            </div>
            {row.reported === null && (
              <Button size="compact-sm" variant="default" onClick={() => setReporting(row)}>
                {texts.did}
              </Button>
            )}
          </li>
        ))}
        {toDo.map(({ id, title, due, overdue }) => (
          <li key={id} className={classes.item}>
            <Anchor renderRoot={(props) => <Link to="/o/$slug/actions" params={{ slug }} {...props} />}>
              {texts.action(title)}
            </Anchor>
            <span className={classes.quiet}>{byWhen(due, overdue)}</span>
          </li>
        ))}
        {unsaid > 0 && (
          <li className={classes.item}>
            <div>
              {texts.judge(unsaid)}
              <div className={classes.quiet}>{texts.judgeHint}</div>
            </div>
            <Button size="compact-sm" variant="default" onClick={onSay}>
              {texts.say}
            </Button>
          </li>
        )}
      </ul>
      {reporting !== null && (
        <ReportDialog row={reporting} onClose={() => setReporting(null)} onDone={() => setReporting(null)} />
      )}
    </Panel>
  );
}
