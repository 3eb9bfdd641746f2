import { ActionIcon, Button, Group, NumberInput, Text } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import type { JSX } from 'react';
import { PersonPicker } from '../../people/web/PersonPicker.tsx';
import { useFormat, useMessages } from '../../../web/message.ts';
import type { StaffingRow } from '../contract.ts';
import type { Pick } from './staffing-picks.ts';
import { staffingMessages } from './staffing-messages.ts';
import classes from './staffing.module.css';

interface StaffingRoleProps {
  readonly row: StaffingRow;
  readonly picks: readonly Pick[];
  readonly readOnly: boolean;
  readonly onAdd: (capacity: Pick['capacity']) => void;
  readonly onChange: (id: string, patch: Partial<Pick>) => void;
  readonly onRemove: (id: string) => void;
}

/** One role of the guided way: who holds it, and who might. */
export function StaffingRole({ row, picks, readOnly, onAdd, onChange, onRemove }: StaffingRoleProps): JSX.Element {
  const texts = useMessages(staffingMessages);
  const format = useFormat();
  const { role, holders, deputies, candidates } = row;
  const names = (list: StaffingRow['holders']): string => format.list(list.map(({ personName }) => personName));
  const single = row.holding === 'single' && role.minimumHolders < 2;
  const mayAddHolder = !single || (holders.length === 0 && !picks.some(({ capacity }) => capacity === 'holder'));
  return (
    <li className={classes.role}>
      <div className={classes.head}>
        <h3 className={classes.name}>{role.name}</h3>
        {holders.length > 0 && (
          <Text size="sm" c="dimmed">
            {texts.held(names(holders))}
            {deputies.length > 0 && `. ${texts.deputies(names(deputies))}`}
          </Text>
        )}
      </div>
      {role.responsibilities[0] !== undefined && <p className={classes.what}>{role.responsibilities[0]}</p>}
      {picks.map((pick) => (
        <Line
          key={pick.id}
          row={row}
          pick={pick}
          readOnly={readOnly}
          onChange={(patch) => onChange(pick.id, patch)}
          onRemove={() => onRemove(pick.id)}
        />
      ))}
      {holders.length === 0 && candidates.length === 0 && <p className={classes.what}>{texts.nobodyFits}</p>}
      {!readOnly && (
        <Group gap={4}>
          {mayAddHolder && (
            <Add label={texts.another} spoken={texts.addHolderTo(role.name)} onClick={() => onAdd('holder')} />
          )}
          {role.needsDeputy && deputies.length === 0 && !picks.some(({ capacity }) => capacity === 'deputy') && (
            <Add label={texts.addDeputy} spoken={texts.addDeputyTo(role.name)} onClick={() => onAdd('deputy')} />
          )}
        </Group>
      )}
    </li>
  );
}

interface AddProps {
  readonly label: string;
  readonly spoken: string;
  readonly onClick: () => void;
}

const Add = ({ label, spoken, onClick }: AddProps) => (
  <Button
    variant="subtle"
    size="compact-xs"
    aria-label={spoken}
    leftSection={<IconPlus size={12} aria-hidden />}
    onClick={onClick}
  >
    {label}
  </Button>
);

interface LineProps {
  readonly row: StaffingRow;
  readonly pick: Pick;
  readonly readOnly: boolean;
  readonly onChange: (patch: Partial<Pick>) => void;
  readonly onRemove: () => void;
}

const Line = ({ row, pick, readOnly, onChange, onRemove }: LineProps) => {
  const texts = useMessages(staffingMessages);
  const { name } = row.role;
  const deputy = pick.capacity === 'deputy';
  const reason = row.candidates.find(({ personId }) => personId === pick.person?.id)?.reason;
  if (readOnly) return null;
  return (
    <div className={classes.line} role="group" aria-label={(deputy ? texts.deputy : texts.holder)(name)}>
      <PersonPicker
        label={deputy ? texts.addDeputy : null}
        spoken={(deputy ? texts.deputy : texts.holder)(name)}
        placeholder={deputy ? texts.chooseDeputy : texts.choose}
        value={pick.person}
        suggested={row.candidates.map((one) => ({ id: one.personId, name: one.label, reason: one.reason }))}
        onChange={(person) => onChange({ person })}
      />
      <NumberInput
        mt={deputy ? 24 : 0}
        aria-label={texts.hoursOf(name)}
        title={texts.hours}
        min={0}
        max={168}
        decimalScale={2}
        suffix=" h"
        value={pick.hours}
        onChange={(hours) => onChange({ hours })}
      />
      <ActionIcon aria-label={texts.take(name)} onClick={onRemove} mt={deputy ? 27 : 3}>
        <IconX size={14} aria-hidden />
      </ActionIcon>
      {reason !== undefined && <p className={classes.reason}>{reason}</p>}
    </div>
  );
};
