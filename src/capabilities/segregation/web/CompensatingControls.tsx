import { Anchor, Badge, Table, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { JSX } from 'react';
import { findSegregationRule } from '../../../domain/segregation-rule.ts';
import { useAsOf } from '../../../web/as-of.ts';
import { lastDayOf } from '../../../web/form/last-day.ts';
import { useFormat, useMessages } from '../../../web/message.ts';
import { useOrganization } from '../../../web/organization.ts';
import { Panel } from '../../../web/register/Panel.tsx';
import { today } from '../../../web/today.ts';
import type { CompensatingControlRow } from '../contract.ts';
import { segregationMessages } from './messages.ts';

interface CompensatingControlsProps {
  readonly controls: readonly CompensatingControlRow[];
}

/** What is done instead of separating duties; those that count stand first. */
export function CompensatingControls({ controls }: CompensatingControlsProps): JSX.Element {
  const texts = useMessages(segregationMessages);
  const { columns } = texts;
  const sorted = [...controls].sort((a, b) => b.expires.localeCompare(a.expires));
  return (
    <Panel
      title={texts.controls}
      count={controls.length}
      {...(controls.length === 0 ? {} : { lead: texts.controlsLead })}
    >
      {controls.length === 0 ? (
        <Text size="sm" c="dimmed">
          {texts.noControls}
        </Text>
      ) : (
        <Table.ScrollContainer minWidth={760} type="native" role="region" tabIndex={0} aria-label={texts.controls}>
          <Table aria-label={texts.controls}>
            <Table.Thead>
              <Table.Tr>
                {[columns.rule, columns.person, columns.control, columns.approvedBy, columns.until, columns.state].map(
                  (label) => (
                    <Table.Th key={label} scope="col">
                      {label}
                    </Table.Th>
                  ),
                )}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {sorted.map((control) => (
                <Line key={control.id} control={control} />
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
    </Panel>
  );
}

const Line = ({ control }: { readonly control: CompensatingControlRow }) => {
  const texts = useMessages(segregationMessages);
  const format = useFormat();
  const { slug } = useOrganization();
  const { on } = useAsOf();
  const expired = control.expires <= (on ?? today());
  return (
    <Table.Tr {...(expired ? { c: 'dimmed' } : {})}>
      <Table.Td>{findSegregationRule(control.rule)?.title ?? control.rule}</Table.Td>
      <Table.Td>
        <Anchor
          inherit
          renderRoot={(props) => (
            <Link to="/o/$slug/people/$personId" params={{ slug, personId: control.personId }} {...props} />
          )}
        >
          {control.personName}
        </Anchor>
      </Table.Td>
      <Table.Td>{control.control}</Table.Td>
      <Table.Td>{control.approvedBy}</Table.Td>
      <Table.Td style={{ whiteSpace: 'nowrap' }}>{format.date(lastDayOf(control.expires))}</Table.Td>
      <Table.Td>
        <Badge variant="default" miw="max-content">
          {expired ? texts.expired : texts.counts}
        </Badge>
      </Table.Td>
    </Table.Tr>
  );
};
