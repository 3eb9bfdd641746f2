import { Table } from '@mantine/core';
import type { JSX } from 'react';
import { findRoleTemplate } from '../../../domain/role-template.ts';
import { rolePairRules } from '../../../domain/segregation-rule.ts';
import { useMessages } from '../../../web/message.ts';
import { Panel } from '../../../web/register/Panel.tsx';
import { segregationMessages } from './messages.ts';

const nameOf = (key: string): string => findRoleTemplate(key)?.name ?? key;

/** The pairs of roles that are kept apart, why, and what may be done instead. */
export function SegregationRules(): JSX.Element {
  const texts = useMessages(segregationMessages);
  const { columns } = texts;
  return (
    <Panel title={texts.rules} count={rolePairRules.length} lead={texts.rulesLead}>
      <Table.ScrollContainer minWidth={760} type="native" role="region" tabIndex={0} aria-label={texts.rules}>
        <Table aria-label={texts.rules}>
          <Table.Thead>
            <Table.Tr>
              {[columns.roles, columns.severity, columns.why, columns.instead].map((label) => (
                <Table.Th key={label} scope="col">
                  {label}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rolePairRules.map((rule) => (
              <Table.Tr key={rule.id}>
                <Table.Td>{texts.pair(nameOf(rule.a), nameOf(rule.b))}</Table.Td>
                <Table.Td>{texts.severity[rule.severity]}</Table.Td>
                <Table.Td>{rule.reason}</Table.Td>
                <Table.Td>{rule.compensatingControl ?? texts.nothingCures}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Panel>
  );
}
