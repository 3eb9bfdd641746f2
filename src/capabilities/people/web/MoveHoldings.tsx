import { Badge, SegmentedControl, Table, Text } from '@mantine/core';
import type { JSX, ReactNode } from 'react';
import type { Accountability } from '../../accountability/model.ts';
import { findRequirement } from '../../../domain/catalogue.ts';
import type { AppointmentRow } from '../../roles/contract.ts';
import { oneOf } from '../../../web/address.ts';
import { useFormat, useMessages } from '../../../web/message.ts';
import { useMayChange } from '../../../web/organization.ts';
import { Panel } from '../../../web/register/Panel.tsx';
import type { PersonRow } from '../contract.ts';
import type { UnitRow } from '../unit-list.ts';
import { peopleMessages } from './messages.ts';
import { fates, kept, type Fate } from './move-draft.ts';
import { moveMessages } from './move-messages.ts';
import { PersonPicker } from './PersonPicker.tsx';

interface MoveHoldingsProps {
  readonly person: PersonRow;
  readonly appointments: readonly AppointmentRow[];
  readonly letters: readonly Accountability[];
  /** Units and sites headed that are not where the person moves to. */
  readonly units: readonly UnitRow[];
  readonly fates: ReadonlyMap<string, Fate>;
  readonly onDecide: (id: string, fate: Fate) => void;
}

/** Everything held, and for each whether it moves along, goes to somebody else, or ends. */
export function MoveHoldings({
  person,
  appointments,
  letters,
  units,
  fates: all,
  onDecide,
}: MoveHoldingsProps): JSX.Element {
  const texts = useMessages(moveMessages);
  const people = useMessages(peopleMessages);
  const format = useFormat();
  const [mayAppoint, mayLetter] = [useMayChange('appointment'), useMayChange('accountability')];
  const mayUnit = useMayChange('unit');
  const line = (id: string, what: string, shown: ReactNode, may: boolean): JSX.Element => (
    <Table.Tr key={id}>
      <Table.Td>{shown}</Table.Td>
      <Table.Td w={250}>
        <SegmentedControl
          size="xs"
          aria-label={texts.fateOf(what)}
          disabled={!may}
          data={fates.map((fate) => ({ value: fate, label: texts.fate[fate] }))}
          value={(all.get(id) ?? kept).fate}
          onChange={(value) => onDecide(id, { ...(all.get(id) ?? kept), fate: oneOf(fates, value) ?? 'keep' })}
        />
      </Table.Td>
      <Table.Td w={260}>
        {all.get(id)?.fate === 'give' && (
          <PersonPicker
            label={null}
            spoken={texts.to(what)}
            placeholder={texts.choose}
            value={all.get(id)?.to ?? null}
            without={person.id}
            onChange={(to) => onDecide(id, { fate: 'give', to })}
          />
        )}
      </Table.Td>
    </Table.Tr>
  );
  return (
    <>
      <Panel title={texts.roles} count={appointments.length}>
        {appointments.length === 0 ? (
          <Text size="sm" c="dimmed">
            {texts.noRoles}
          </Text>
        ) : (
          <Holdings label={texts.roles}>
            {appointments.map((one) => {
              const name = one.capacity === 'deputy' ? people.deputyOf(one.roleName) : one.roleName;
              return line(
                one.id,
                name,
                <>
                  {name}{' '}
                  <Text span size="sm" c="dimmed">
                    {people.person.period(format.date(one.from), null)}
                  </Text>
                </>,
                mayAppoint,
              );
            })}
          </Holdings>
        )}
      </Panel>
      {units.length > 0 && (
        <Panel title={texts.units} count={units.length} lead={texts.unitsLead}>
          <Holdings label={texts.units}>{units.map(({ id, name }) => line(id, name, name, mayUnit))}</Holdings>
        </Panel>
      )}
      {letters.length > 0 && (
        <Panel title={texts.letters} count={letters.length}>
          <Holdings label={texts.letters}>
            {letters.map((cell) =>
              line(
                cell.id,
                `${cell.requirementId} ${cell.letters.join('/')}`,
                <>
                  <Badge size="sm" variant="default">
                    {cell.letters.join('/')}
                  </Badge>{' '}
                  {cell.requirementId} {findRequirement(cell.requirementId)?.title}
                </>,
                mayLetter,
              ),
            )}
          </Holdings>
        </Panel>
      )}
    </>
  );
}

const Holdings = ({ label, children }: { readonly label: string; readonly children: ReactNode }) => (
  <Table.ScrollContainer minWidth={720} type="native" pos="relative">
    <Table aria-label={label} verticalSpacing={4}>
      <Table.Tbody>{children}</Table.Tbody>
    </Table>
  </Table.ScrollContainer>
);
