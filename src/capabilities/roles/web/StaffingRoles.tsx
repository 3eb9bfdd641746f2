import { Button, Text, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState, type JSX } from 'react';
import { plainDateSchema } from '../../../kernel/date.ts';
import { useMessages } from '../../../web/message.ts';
import { useMayChange } from '../../../web/organization.ts';
import { useWrite } from '../../../web/organization-data.ts';
import { ProblemAlert } from '../../../web/ProblemAlert.tsx';
import { today } from '../../../web/today.ts';
import { roleRoutes, type StaffingRow } from '../contract.ts';
import { ConsequenceList } from './ConsequenceList.tsx';
import { emptyPick, hoursOf, madePicks, proposalFor, thoughtsOfPicks, type Pick } from './staffing-picks.ts';
import { staffingMessages } from './staffing-messages.ts';
import classes from './staffing.module.css';
import { StaffingRole } from './StaffingRole.tsx';

/** The second step: who holds what, with what it comes to worked out beside, saved as one change. */
export function StaffingRoles({
  rows,
  onDone,
}: {
  readonly rows: readonly StaffingRow[];
  readonly onDone: () => void;
}): JSX.Element {
  const texts = useMessages(staffingMessages);
  const mayAppoint = useMayChange('appointment');
  const staff = useWrite(roleRoutes.staff);
  const mandatory = rows.filter(({ role }) => role.mandatory);
  const further = rows.filter(({ role, holders }) => !role.mandatory && holders.length === 0);
  const [picks, setPicks] = useState<readonly Pick[]>(() => mandatory.flatMap(proposalFor));
  const [showFurther, setShowFurther] = useState(false);
  const from = plainDateSchema.parse(today());
  const made = madePicks(picks);
  const add = (row: StaffingRow, capacity: Pick['capacity']): void =>
    setPicks((before) => [...before, emptyPick(row, capacity, before.length)]);
  const save = (): void =>
    staff.mutate(
      {
        body: {
          from,
          placements: made.map((pick) => ({
            personId: pick.person.id,
            roleId: pick.roleId,
            capacity: pick.capacity,
            hoursPerWeek: hoursOf(pick),
          })),
        },
      },
      {
        onSuccess: ({ appointed }) => {
          notifications.show({ message: texts.saved(appointed), color: 'teal' });
          onDone();
        },
      },
    );
  const list = (some: readonly StaffingRow[], label: string): JSX.Element => (
    <ol className={classes.roles} aria-label={label}>
      {some.map((row) => (
        <StaffingRole
          key={row.role.id}
          row={row}
          picks={picks.filter(({ roleId }) => roleId === row.role.id)}
          readOnly={!mayAppoint}
          onAdd={(capacity) => add(row, capacity)}
          onChange={(id, patch) =>
            setPicks((before) => before.map((pick) => (pick.id === id ? { ...pick, ...patch } : pick)))
          }
          onRemove={(id) => setPicks((before) => before.filter((pick) => pick.id !== id))}
        />
      ))}
    </ol>
  );
  return (
    <div className={classes.columns}>
      <div className={classes.roles}>
        <div>
          <Title order={2} size="h4">
            {texts.mandatory}
          </Title>
          <Text size="sm" c="dimmed">
            {texts.mandatoryHint}
          </Text>
        </div>
        {list(mandatory, texts.mandatory)}
        {further.length > 0 && (
          <div>
            <Button
              variant="subtle"
              size="compact-sm"
              aria-expanded={showFurther}
              onClick={() => setShowFurther(!showFurther)}
            >
              {texts.further(further.length)}
            </Button>
            {showFurther && (
              <Text size="sm" c="dimmed">
                {texts.furtherHint}
              </Text>
            )}
          </div>
        )}
        {showFurther && list(further, texts.further(further.length))}
      </div>
      <aside className={classes.effect} aria-labelledby="effect">
        <div>
          <Title order={2} size="h4" id="effect">
            {texts.effect}
          </Title>
          <Text size="xs" c="dimmed">
            {texts.effectHint}
          </Text>
        </div>
        <ConsequenceList thoughts={thoughtsOfPicks(picks, from)} />
        <ProblemAlert error={staff.error} />
        {mayAppoint && (
          <Button disabled={made.length === 0} loading={staff.isPending} onClick={save}>
            {texts.save(made.length)}
          </Button>
        )}
      </aside>
    </div>
  );
}
