import { ActionIcon, Anchor, Badge, Button, Text } from '@mantine/core';
import { IconPencil, IconPlus, IconX } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState, type JSX } from 'react';
import { useMessages } from '../../../web/message.ts';
import { useMayChange, useOrganization } from '../../../web/organization.ts';
import { useRead, useWrite } from '../../../web/organization-data.ts';
import { ProblemAlert } from '../../../web/ProblemAlert.tsx';
import { segregationRoutes } from '../../segregation/contract.ts';
import type { OwnSegregationRule } from '../../segregation/model.ts';
import { reasonOf, ruleBook } from '../../segregation/rule-book.ts';
import { OwnRuleDialog } from '../../segregation/web/OwnRuleDialog.tsx';
import type { RoleRow } from '../contract.ts';
import { keptApart, type KeptApart } from '../kept-apart.ts';
import type { Role } from '../model.ts';
import { roleMessages } from './messages.ts';
import classes from './roles.module.css';

interface RoleRulesProps {
  readonly role: Role;
  readonly roles: readonly RoleRow[];
  /** False within a form, which a link would leave. */
  readonly linked?: boolean;
}

/** The rules that keep other roles apart from one, shipped and own; the own ones to change for who may. */
export function RoleRules({ role, roles, linked = true }: RoleRulesProps): JSX.Element {
  const texts = useMessages(roleMessages).role;
  const mayChange = useMayChange('segregationRule');
  const read = useRead(segregationRoutes.segregationRules);
  const remove = useWrite(segregationRoutes.removeSegregationRule);
  const [editing, setEditing] = useState<OwnSegregationRule | 'new' | null>(null);
  const apart = keptApart(role, roles, ruleBook(read.data ?? []));
  const taken = new Set<string | null>([role.id, ...apart.map(({ otherId }) => otherId)]);
  const ownOf = ({ rule }: KeptApart): OwnSegregationRule | undefined => read.data?.find(({ key }) => key === rule.id);
  return (
    <>
      <ProblemAlert error={read.error ?? remove.error} />
      {read.data !== undefined && apart.length === 0 && (
        <Text size="sm" c="dimmed">
          {texts.noConflicts}
        </Text>
      )}
      <ul className={classes.plain}>
        {apart.map((one) => (
          <RuleLine key={one.rule.id} apart={one} linked={linked}>
            <OwnActions
              own={mayChange ? ownOf(one) : undefined}
              pending={remove.isPending}
              onEdit={setEditing}
              onRemove={({ id, version }) => remove.mutate({ path: { segregationRuleId: id }, version })}
            />
          </RuleLine>
        ))}
      </ul>
      {mayChange && read.data !== undefined && (
        <Button
          size="compact-sm"
          variant="default"
          mt="xs"
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={() => setEditing('new')}
        >
          {texts.keepApart}
        </Button>
      )}
      {editing === 'new' && (
        <OwnRuleDialog
          rule={null}
          beside={role}
          roles={roles.filter(({ id }) => !taken.has(id))}
          onClose={() => setEditing(null)}
        />
      )}
      {editing !== null && editing !== 'new' && (
        <OwnRuleDialog rule={editing} roles={roles} onClose={() => setEditing(null)} />
      )}
    </>
  );
}

interface RuleLineProps {
  readonly apart: KeptApart;
  readonly linked: boolean;
  readonly children: JSX.Element;
}

function RuleLine({ apart: { rule, otherId, otherName }, linked, children }: RuleLineProps): JSX.Element {
  const texts = useMessages(roleMessages).role;
  const { slug } = useOrganization();
  return (
    <li>
      {otherId === null || !linked ? (
        otherName
      ) : (
        <Anchor
          inherit
          renderRoot={(props) => <Link to="/o/$slug/roles/$roleId" params={{ slug, roleId: otherId }} {...props} />}
        >
          {otherName}
        </Anchor>
      )}
      <Badge size="xs" variant="default" ml={6}>
        {texts.severity[rule.severity]}
      </Badge>
      {children}
      <div className={classes.reason}>
        {reasonOf(rule)} ({rule.id})
      </div>
    </li>
  );
}

interface OwnActionsProps {
  /** Nothing where the rule is a shipped one. */
  readonly own: OwnSegregationRule | undefined;
  readonly pending: boolean;
  readonly onEdit: (rule: OwnSegregationRule) => void;
  readonly onRemove: (rule: OwnSegregationRule) => void;
}

function OwnActions({ own, pending, onEdit, onRemove }: OwnActionsProps): JSX.Element | null {
  const texts = useMessages(roleMessages).role;
  if (own === undefined) return null;
  return (
    <>
      <ActionIcon
        size="sm"
        ml={4}
        variant="subtle"
        aria-label={texts.changeRule(own.key)}
        title={texts.changeRule(own.key)}
        onClick={() => onEdit(own)}
      >
        <IconPencil size={14} aria-hidden />
      </ActionIcon>
      <ActionIcon
        size="sm"
        variant="subtle"
        color="red"
        aria-label={texts.removeRule(own.key)}
        title={texts.removeRule(own.key)}
        loading={pending}
        onClick={() => onRemove(own)}
      >
        <IconX size={14} aria-hidden />
      </ActionIcon>
    </>
  );
}
