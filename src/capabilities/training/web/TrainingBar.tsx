import { Box, Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState, type JSX } from 'react';
import { useMessages } from '../../../web/message.ts';
import { useMayChange, useMayDecide } from '../../../web/organization.ts';
import { useWrite } from '../../../web/organization-data.ts';
import { ProblemAlert } from '../../../web/ProblemAlert.tsx';
import { budgetOf } from '../budget.ts';
import { trainingRoutes, type TrainingRow } from '../contract.ts';
import { isOpen } from '../training-standing.ts';
import { Figure } from './BudgetLine.tsx';
import { CompleteDialog } from './CompleteDialog.tsx';
import { trainingMessages } from './messages.ts';
import { PaperDialog } from './PaperDialog.tsx';
import { ReasonDialog } from './ReasonDialog.tsx';
import classes from './training.module.css';

interface TrainingBarProps {
  readonly rows: readonly TrainingRow[];
  /** Chooses none, which is also what follows when something was done; null where the rows are not a choice. */
  readonly onClear: (() => void) | null;
}

const seen = (rows: readonly TrainingRow[]) => rows.map(({ id, version }) => ({ id, version }));

/**
 * What can be done with the trainings that are chosen, and what approving those takes that the reader can approve. It
 * stays on the page when nothing is left to do: what was done says so after the rows were read again.
 */
export function TrainingBar({ rows, onClear }: TrainingBarProps): JSX.Element {
  const texts = useMessages(trainingMessages);
  const [mayChange, mayDecide] = [useMayChange('training'), useMayDecide()];
  const approve = useWrite(trainingRoutes.approveTrainings);
  const [asking, setAsking] = useState<'decline' | 'cancel' | 'complete' | 'paper' | null>(null);
  const waiting = rows.filter(({ state, unapproved }) => state === 'proposed' || unapproved);
  const mine = waiting.filter(({ hindrance }) => hindrance === null);
  const open = rows.filter(isOpen);
  const ofOthers = open.filter(({ own }) => !own);
  const [single] = onClear === null ? rows : [];
  const isOffered =
    single === undefined ? rows.length > 0 : (isOpen(single) || single.unapproved) && (mayChange || mayDecide);
  const declinable = mine.filter(isOpen);
  const done = (message: string): void => {
    notifications.show({ message, color: 'teal' });
    setAsking(null);
    onClear?.();
  };
  const takes = budgetOf(mine.map((row) => ({ on: row.due, cost: row.price, hours: row.hours })));
  return (
    <>
      {isOffered && (
        <Box component="section" className={classes.bar} mb={single === undefined ? 0 : 'md'} aria-label={texts.bar}>
          <Group gap="xs">
            {onClear !== null && (
              <>
                <Text size="sm" fw={600} role="status">
                  {texts.chosen(rows.length)}
                </Text>
                <Button size="compact-sm" variant="subtle" onClick={onClear}>
                  {texts.clear}
                </Button>
              </>
            )}
            {mayDecide && mine.length > 0 && (
              <>
                <Button
                  size="compact-sm"
                  loading={approve.isPending}
                  onClick={() =>
                    approve.mutate(
                      { body: { trainings: seen(mine) } },
                      { onSuccess: ({ changed }) => done(texts.actions.approved(changed)) },
                    )
                  }
                >
                  {`${texts.actions.approve} ${mine.length}`}
                </Button>
                {declinable.length > 0 && (
                  <Button size="compact-sm" variant="default" onClick={() => setAsking('decline')}>
                    {texts.actions.decline}
                  </Button>
                )}
              </>
            )}
            {mayDecide && waiting.length > mine.length && (
              <>
                <Button size="compact-sm" variant="default" onClick={() => setAsking('paper')}>
                  {texts.actions.paper}
                </Button>
                <Text size="sm" c="dimmed">
                  {single?.hindrance
                    ? texts.hindrances[single.hindrance]
                    : texts.actions.notYours(waiting.length - mine.length)}
                </Text>
              </>
            )}
            {mayChange && open.length > 0 && (
              <>
                {ofOthers.length > 0 && (
                  <Button size="compact-sm" variant="default" onClick={() => setAsking('complete')}>
                    {texts.actions.complete}
                  </Button>
                )}
                <Button size="compact-sm" variant="default" onClick={() => setAsking('cancel')}>
                  {texts.actions.cancel}
                </Button>
                {ofOthers.length < open.length && (
                  <Text size="sm" c="dimmed">
                    {texts.actions.own}
                  </Text>
                )}
              </>
            )}
          </Group>
          {onClear !== null && mayDecide && mine.length > 0 && (
            <dl className={classes.budget}>
              <Figure label={texts.budget.after} budget={takes} />
            </dl>
          )}
          <ProblemAlert error={approve.error} />
        </Box>
      )}
      {(asking === 'decline' || asking === 'cancel') && (
        <ReasonDialog
          kind={asking}
          trainings={seen(asking === 'decline' ? declinable : open)}
          onClose={() => setAsking(null)}
          onDone={done}
        />
      )}
      {asking === 'paper' && <PaperDialog trainings={seen(waiting)} onClose={() => setAsking(null)} onDone={done} />}
      {asking === 'complete' && <CompleteDialog rows={ofOthers} onClose={() => setAsking(null)} onDone={done} />}
    </>
  );
}
