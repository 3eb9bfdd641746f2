import { Anchor, Badge, Button, Table, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState, type JSX } from 'react';
import { useAsOf } from '../../../web/as-of.ts';
import { lastDayOf } from '../../../web/form/last-day.ts';
import { useFormat, useMessages } from '../../../web/message.ts';
import { useMayChange, useOrganization } from '../../../web/organization.ts';
import { Panel } from '../../../web/register/Panel.tsx';
import { today } from '../../../web/today.ts';
import type { CompensatingControlRow } from '../contract.ts';
import type { RuleBook } from '../rule-book.ts';
import { segregationMessages } from './messages.ts';
import { RenewDialog } from './RenewDialog.tsx';

interface CompensatingControlsProps {
  readonly controls: readonly CompensatingControlRow[];
  readonly book: RuleBook;
}

/** What is done instead of separating duties; those that count stand first. */
export function CompensatingControls({ controls, book }: CompensatingControlsProps): JSX.Element {
  const texts = useMessages(segregationMessages);
  const { columns } = texts;
  const mayChange = useMayChange('compensatingControl');
  const [renewing, setRenewing] = useState<CompensatingControlRow | null>(null);
  const heads = [
    columns.rule,
    columns.person,
    columns.control,
    columns.owner,
    columns.approvedBy,
    columns.until,
    columns.state,
    ...(mayChange ? [columns.change] : []),
  ];
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
                {heads.map((label) => (
                  <Table.Th key={label} scope="col">
                    {label}
                  </Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {sorted.map((control) => (
                <Line
                  key={control.id}
                  control={control}
                  title={book.find(control.rule)?.title ?? control.rule}
                  {...(mayChange ? { onRenew: setRenewing } : {})}
                />
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
      {renewing !== null && <RenewDialog control={renewing} onClose={() => setRenewing(null)} />}
    </Panel>
  );
}

interface LineProps {
  readonly control: CompensatingControlRow;
  readonly title: string;
  readonly onRenew?: (control: CompensatingControlRow) => void;
}

const Line = ({ control, title, onRenew }: LineProps) => {
  const texts = useMessages(segregationMessages);
  const format = useFormat();
  const { slug } = useOrganization();
  const { on } = useAsOf();
  const expired = control.expires <= (on ?? today());
  return (
    <Table.Tr {...(expired ? { c: 'dimmed' } : {})}>
      <Table.Td>{title}</Table.Td>
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
      <Table.Td>{control.ownerName}</Table.Td>
      <Table.Td>{control.approvedBy}</Table.Td>
      <Table.Td style={{ whiteSpace: 'nowrap' }}>{format.date(lastDayOf(control.expires))}</Table.Td>
      <Table.Td>
        <Badge variant="default" miw="max-content">
          {expired ? texts.expired : texts.counts}
        </Badge>
      </Table.Td>
      {onRenew !== undefined && (
        <Table.Td>
          <Button
            size="compact-sm"
            variant="default"
            aria-label={texts.renewOf(`${title}, ${control.personName}`)}
            onClick={() => onRenew(control)}
          >
            {texts.renew}
          </Button>
        </Table.Td>
      )}
    </Table.Tr>
  );
};
