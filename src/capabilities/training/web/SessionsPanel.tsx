import { Badge, Button, Group, Text } from '@mantine/core';
import { useState, type JSX } from 'react';
import { useFormat, useMessages } from '../../../web/message.ts';
import { useMayChange } from '../../../web/organization.ts';
import { useRead } from '../../../web/organization-data.ts';
import { ProblemAlert } from '../../../web/ProblemAlert.tsx';
import { Panel } from '../../../web/register/Panel.tsx';
import { today } from '../../../web/today.ts';
import { trainingRoutes } from '../contract.ts';
import type { SessionRow } from '../measure-contract.ts';
import type { Measure } from '../model.ts';
import { AttendanceDialog } from './AttendanceDialog.tsx';
import { EnrolDialog } from './EnrolDialog.tsx';
import { measureMessages } from './measure-messages.ts';
import { moneyText } from './money-text.ts';
import { SessionDialog } from './SessionDialog.tsx';
import { SessionPeople } from './SessionPeople.tsx';
import classes from './training.module.css';

interface SessionsPanelProps {
  readonly measure: Measure;
  readonly sessions: readonly SessionRow[];
}

/** The dates of a measure: those to come, those to be recorded, and those before. */
export function SessionsPanel({ measure, sessions }: SessionsPanelProps): JSX.Element {
  const texts = useMessages(measureMessages).sessions;
  const mayChange = useMayChange('trainingSession');
  const [adding, setAdding] = useState(false);
  const [earlier, setEarlier] = useState(false);
  const current = sessions.filter(({ state }) => state === 'planned').toReversed();
  const past = sessions.filter(({ state }) => state !== 'planned');
  return (
    <Panel
      title={texts.title}
      count={current.length}
      actions={
        mayChange &&
        !measure.withdrawn && (
          <Button size="compact-sm" variant="default" onClick={() => setAdding(true)}>
            {texts.add}
          </Button>
        )
      }
    >
      {sessions.length === 0 && (
        <Text size="sm" c="dimmed">
          {texts.none}
        </Text>
      )}
      {current.map((session) => (
        <Session key={session.id} measure={measure} session={session} />
      ))}
      {past.length > 0 && !earlier && (
        <Button size="compact-sm" variant="subtle" onClick={() => setEarlier(true)}>
          {texts.earlier(past.length)}
        </Button>
      )}
      {earlier && past.map((session) => <Session key={session.id} measure={measure} session={session} />)}
      {adding && <SessionDialog measure={measure} session={null} onClose={() => setAdding(false)} />}
    </Panel>
  );
}

/** When and where, in one line. */
const useWhenText = (): ((session: SessionRow) => string) => {
  const texts = useMessages(measureMessages).sessions;
  return ({ startsAt, endsAt, timeZone, place, trainer, cost }) =>
    [
      startsAt === null ? null : texts.times(startsAt, endsAt, timeZone),
      place,
      trainer,
      cost === null ? null : moneyText(cost),
    ]
      .filter((text) => text !== null)
      .join(' · ');
};

const Session = ({ measure, session }: { readonly measure: Measure; readonly session: SessionRow }): JSX.Element => {
  const texts = useMessages(measureMessages).sessions;
  const format = useFormat();
  const mayChange = useMayChange('training');
  const when = useWhenText();
  const read = useRead(trainingRoutes.trainings, { query: { sessionId: session.id, sort: 'person', limit: 500 } });
  const [open, setOpen] = useState<'edit' | 'enrol' | 'attendance' | null>(null);
  const rows = (read.data?.rows ?? []).filter(({ state }) => state === 'enrolled' || state === 'completed');
  const enrolled = rows.filter(({ state }) => state === 'enrolled');
  const isOver = session.on < today();
  const isPlanned = session.state === 'planned';
  const close = (): void => setOpen(null);
  return (
    <section className={classes.session} aria-label={format.date(session.on)}>
      <Group justify="space-between" gap="xs">
        <Group gap="xs">
          <Text size="sm" fw={600}>
            {format.date(session.on)}
          </Text>
          {!isPlanned && <Badge color="gray">{texts.states[session.state]}</Badge>}
          <Text size="sm" c="dimmed">
            {session.capacity === null
              ? texts.enrolled(session.enrolled)
              : texts.places(session.enrolled, session.capacity)}
            {session.free === 0 && ` · ${texts.full}`}
          </Text>
        </Group>
        {mayChange && isPlanned && (
          <Group gap={6}>
            {!isOver && session.free !== 0 && (
              <Button size="compact-sm" onClick={() => setOpen('enrol')}>
                {texts.enrol}
              </Button>
            )}
            {session.on <= today() && (
              <Button size="compact-sm" onClick={() => setOpen('attendance')}>
                {texts.attendance}
              </Button>
            )}
            <Button size="compact-sm" variant="default" onClick={() => setOpen('edit')}>
              {texts.edit}
            </Button>
          </Group>
        )}
      </Group>
      <Text size="sm" c="dimmed">
        {when(session)}
      </Text>
      <ProblemAlert error={read.error} />
      {rows.length > 0 && <SessionPeople session={session} rows={rows} mayChange={mayChange && isPlanned} />}
      {open === 'edit' && <SessionDialog measure={measure} session={session} onClose={close} />}
      {open === 'enrol' && <EnrolDialog session={session} onClose={close} />}
      {open === 'attendance' && <AttendanceDialog session={session} rows={enrolled} onClose={close} />}
    </section>
  );
};
