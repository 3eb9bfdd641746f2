import { Badge, Button, Group, Table } from '@mantine/core';
import { useState, type JSX } from 'react';
import type { SegregationRule } from '../../../domain/segregation-rule.ts';
import { useMessages } from '../../../web/message.ts';
import { useRead, useWrite } from '../../../web/organization-data.ts';
import { useMayChange } from '../../../web/organization.ts';
import { ProblemAlert } from '../../../web/ProblemAlert.tsx';
import { Panel } from '../../../web/register/Panel.tsx';
import { roleRoutes } from '../../roles/contract.ts';
import { segregationRoutes } from '../contract.ts';
import type { OwnSegregationRule } from '../model.ts';
import { reasonOf, type RuleBook } from '../rule-book.ts';
import { activityName } from './activity-name.ts';
import { segregationMessages } from './messages.ts';
import { OwnRuleDialog } from './OwnRuleDialog.tsx';

interface SegregationRulesProps {
  readonly own: readonly OwnSegregationRule[];
  readonly book: RuleBook;
}

/** The duties that are kept apart, why, and what may be done instead: the house's own rules first. */
export function SegregationRules({ own, book }: SegregationRulesProps): JSX.Element {
  const texts = useMessages(segregationMessages);
  const roles = useRead(roleRoutes.roles);
  const mayChange = useMayChange('segregationRule');
  const remove = useWrite(segregationRoutes.removeSegregationRule);
  const [editing, setEditing] = useState<OwnSegregationRule | 'new' | null>(null);
  const { columns } = texts;
  const roleNames = new Map((roles.data ?? []).map(({ key, name }) => [key, name]));
  const byKey = new Map(own.map((rule) => [rule.key, rule]));
  const all = [...book.rolePairs, ...book.activityPairs];
  const rules = [...all.filter(({ id }) => byKey.has(id)), ...all.filter(({ id }) => !byKey.has(id))];
  const heads = [
    columns.apart,
    columns.severity,
    columns.why,
    columns.instead,
    ...(mayChange && own.length > 0 ? [columns.change] : []),
  ];
  return (
    <Panel title={texts.rules} count={rules.length} lead={texts.rulesLead}>
      {mayChange && (
        <Group mb="sm">
          <Button variant="default" onClick={() => setEditing('new')}>
            {texts.addRule}
          </Button>
        </Group>
      )}
      <ProblemAlert error={remove.error} />
      <Table.ScrollContainer minWidth={760} type="native" role="region" tabIndex={0} aria-label={texts.rules}>
        <Table aria-label={texts.rules}>
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
            {rules.map((rule) => (
              <RuleLine
                key={rule.id}
                rule={rule}
                nameOf={(key) => (rule.kind === 'role-pair' ? (roleNames.get(key) ?? key) : activityName(key))}
              >
                {mayChange && own.length > 0 && (
                  <Table.Td>
                    <OwnActions
                      rule={byKey.get(rule.id)}
                      pending={remove.isPending}
                      onEdit={setEditing}
                      onRemove={({ id, version }) => remove.mutate({ path: { segregationRuleId: id }, version })}
                    />
                  </Table.Td>
                )}
              </RuleLine>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {editing !== null && (
        <OwnRuleDialog
          rule={editing === 'new' ? null : editing}
          roles={roles.data ?? []}
          onClose={() => setEditing(null)}
        />
      )}
    </Panel>
  );
}

interface RuleLineProps {
  readonly rule: SegregationRule;
  readonly nameOf: (key: string) => string;
  readonly children: JSX.Element | false;
}

function RuleLine({ rule, nameOf, children }: RuleLineProps): JSX.Element {
  const texts = useMessages(segregationMessages);
  return (
    <Table.Tr>
      <Table.Td>
        {texts.pair(nameOf(rule.a), nameOf(rule.b))}{' '}
        <Badge variant="default" size="xs" miw="max-content">
          {rule.id}
        </Badge>
      </Table.Td>
      <Table.Td>{texts.severity[rule.severity]}</Table.Td>
      <Table.Td>{reasonOf(rule)}</Table.Td>
      <Table.Td>{rule.compensatingControl ?? texts.nothingCures}</Table.Td>
      {children}
    </Table.Tr>
  );
}

interface OwnActionsProps {
  readonly rule: OwnSegregationRule | undefined;
  readonly pending: boolean;
  readonly onEdit: (rule: OwnSegregationRule) => void;
  readonly onRemove: (rule: OwnSegregationRule) => void;
}

function OwnActions({ rule, pending, onEdit, onRemove }: OwnActionsProps): JSX.Element | null {
  const texts = useMessages(segregationMessages);
  if (rule === undefined) return null;
  return (
    <Group gap="xs" wrap="nowrap">
      <Button size="compact-sm" variant="default" aria-label={texts.changeOf(rule.key)} onClick={() => onEdit(rule)}>
        {texts.edit}
      </Button>
      <Button
        size="compact-sm"
        variant="default"
        loading={pending}
        aria-label={texts.removeOf(rule.key)}
        onClick={() => onRemove(rule)}
      >
        {texts.remove}
      </Button>
    </Group>
  );
}
