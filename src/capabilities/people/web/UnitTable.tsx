import { ActionIcon, Anchor, Table, Text, VisuallyHidden } from '@mantine/core';
import { IconAlertTriangle, IconPencil } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { JSX } from 'react';
import { useMessages } from '../../../web/message.ts';
import { useOrganization } from '../../../web/organization.ts';
import type { UnitKind } from '../model.ts';
import type { UnitRow } from '../unit-list.ts';
import { unitMessages } from './unit-messages.ts';
import { unitTree } from './unit-tree.ts';
import classes from './unit.module.css';

interface UnitTableProps {
  readonly kind: UnitKind;
  readonly units: readonly UnitRow[];
  /** Null where the reader may change nothing. */
  readonly onOpen: ((unit: UnitRow) => void) | null;
}

/** The units of one kind in the order of their tree, each under its parent. */
export function UnitTable({ kind, units, onOpen }: UnitTableProps): JSX.Element {
  const texts = useMessages(unitMessages);
  if (units.length === 0)
    return (
      <Text size="sm" c="dimmed">
        {texts.none[kind]}
      </Text>
    );
  const { columns } = texts;
  return (
    <Table.ScrollContainer minWidth={620} type="native" pos="relative">
      <Table aria-label={texts.kinds[kind]} verticalSpacing={4}>
        <Table.Thead>
          <Table.Tr>
            {[columns.name, columns.head, columns.people, columns.gaps, columns.note].map((label) => (
              <Table.Th key={label} scope="col">
                {label}
              </Table.Th>
            ))}
            {onOpen !== null && (
              <Table.Th scope="col" w={44}>
                <VisuallyHidden>{texts.edit('')}</VisuallyHidden>
              </Table.Th>
            )}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {unitTree(units).map(({ unit, depth }) => (
            <Line key={unit.id} unit={unit} depth={depth} onOpen={onOpen} />
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

const Line = ({
  unit,
  depth,
  onOpen,
}: {
  readonly unit: UnitRow;
  readonly depth: number;
  readonly onOpen: UnitTableProps['onOpen'];
}) => {
  const texts = useMessages(unitMessages);
  const { slug } = useOrganization();
  const search = (previous: object): object => ({ ...previous, [unit.kind]: unit.name });
  return (
    <Table.Tr>
      <Table.Td className={classes.name} pl={12 + depth * 20}>
        {unit.name}
      </Table.Td>
      <Table.Td>
        {unit.headId === null ? (
          <span className={classes.quiet}>{texts.noHead}</span>
        ) : (
          <>
            <Anchor
              inherit
              renderRoot={(props) => (
                <Link to="/o/$slug/people/$personId" params={{ slug, personId: unit.headId ?? '' }} {...props} />
              )}
            >
              {unit.headName}
            </Anchor>
            {!unit.headIsThere && <span className={classes.gone}> {texts.headGone}</span>}
          </>
        )}
      </Table.Td>
      <Table.Td>
        {unit.people === 0 ? (
          0
        ) : (
          <Anchor
            inherit
            aria-label={`${unit.name}: ${texts.people(unit.people)}`}
            renderRoot={(props) => <Link to="/o/$slug/people" params={{ slug }} search={search as never} {...props} />}
          >
            {unit.people}
          </Anchor>
        )}
      </Table.Td>
      <Table.Td>
        {unit.gaps > 0 && (
          <span className={classes.gaps} title={texts.gaps(unit.gaps)}>
            <IconAlertTriangle size={13} aria-hidden /> {unit.gaps}
          </span>
        )}
      </Table.Td>
      <Table.Td className={classes.note}>{unit.note}</Table.Td>
      {onOpen !== null && (
        <Table.Td>
          <ActionIcon variant="subtle" color="gray" aria-label={texts.edit(unit.name)} onClick={() => onOpen(unit)}>
            <IconPencil size={15} aria-hidden />
          </ActionIcon>
        </Table.Td>
      )}
    </Table.Tr>
  );
};
