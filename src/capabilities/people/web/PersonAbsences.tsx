import { ActionIcon, Badge, Button, Text } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useState, type JSX } from 'react';
import { covers, hasEnded } from '../../../kernel/period.ts';
import { lastDayOf } from '../../../web/form/last-day.ts';
import { useFormat, useMessages } from '../../../web/message.ts';
import { useMayChange } from '../../../web/organization.ts';
import { useRead } from '../../../web/organization-data.ts';
import { ProblemAlert } from '../../../web/ProblemAlert.tsx';
import { Panel } from '../../../web/register/Panel.tsx';
import { today } from '../../../web/today.ts';
import { absenceRoutes } from '../absence-contract.ts';
import type { PersonRow } from '../contract.ts';
import type { Absence } from '../model.ts';
import { AbsenceDialog } from './AbsenceDialog.tsx';
import { engagementMessages } from './engagement-messages.ts';
import classes from './person.module.css';

/** Days on which the person is engaged and not there: now, to come, and before. */
export function PersonAbsences({ person }: { readonly person: PersonRow }): JSX.Element {
  const texts = useMessages(engagementMessages).absences;
  const mayChange = useMayChange('absence');
  const read = useRead(absenceRoutes.absences, { query: { personId: person.id } });
  const [open, setOpen] = useState<Absence | 'new' | null>(null);
  const [earlier, setEarlier] = useState(false);
  const all = read.data ?? [];
  const past = all.filter((absence) => hasEnded(absence, today()));
  const shown = earlier ? all : all.filter((absence) => !past.includes(absence));
  return (
    <Panel
      title={texts.title}
      actions={
        mayChange && (
          <Button size="compact-sm" variant="default" onClick={() => setOpen('new')}>
            {texts.add}
          </Button>
        )
      }
    >
      <ProblemAlert error={read.error} />
      {read.data !== undefined && all.length === 0 && (
        <Text size="sm" c="dimmed">
          {texts.none}
        </Text>
      )}
      {shown.length > 0 && (
        <ul className={classes.absences} aria-label={texts.title}>
          {shown.map((absence) => (
            <li key={absence.id}>
              <AbsenceLine absence={absence} onEdit={mayChange ? () => setOpen(absence) : null} />
            </li>
          ))}
        </ul>
      )}
      {past.length > 0 && !earlier && (
        <Button size="compact-sm" variant="subtle" onClick={() => setEarlier(true)}>
          {texts.earlier(past.length)}
        </Button>
      )}
      {open !== null && (
        <AbsenceDialog person={person} absence={open === 'new' ? null : open} onClose={() => setOpen(null)} />
      )}
    </Panel>
  );
}

const AbsenceLine = ({
  absence,
  onEdit,
}: {
  readonly absence: Absence;
  readonly onEdit: (() => void) | null;
}): JSX.Element => {
  const texts = useMessages(engagementMessages).absences;
  const format = useFormat();
  const from = format.date(absence.from);
  return (
    <div className={classes.absence}>
      <span>
        <span className={classes.day}>
          {from} – {format.date(lastDayOf(absence.to))}
        </span>{' '}
        {covers(absence, today()) && (
          <Badge size="xs" variant="default">
            {texts.now}
          </Badge>
        )}
        <span className={classes.when}>
          {' '}
          {texts.kinds[absence.kind]}
          {absence.note !== '' && `, ${absence.note}`}
        </span>
      </span>
      {onEdit !== null && (
        <ActionIcon size="sm" variant="subtle" color="gray" aria-label={texts.edit(from)} onClick={onEdit}>
          <IconPencil size={14} aria-hidden />
        </ActionIcon>
      )}
    </div>
  );
};
