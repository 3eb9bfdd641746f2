import { Anchor, Badge, Table, Tooltip } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { JSX } from 'react';
import type { AspectState } from '../../assessment/model.ts';
import { StateMark } from '../../assessment/web/StateMark.tsx';
import { useMessages } from '../../../web/message.ts';
import { useOrganization } from '../../../web/organization.ts';
import { Panel } from '../../../web/register/Panel.tsx';
import type { Bench, Succession } from '../succession.ts';
import { messages } from './messages.ts';
import { PersonLink } from './PersonLink.tsx';
import classes from './resilience.module.css';

const NAMES = 2;
const CANDIDATES = 1;

const stateOf = ({ depth, mandatory, requirements }: Succession): AspectState => {
  if (depth >= 2) return 'met';
  if (depth === 1) return 'weak';
  return mandatory || requirements > 0 ? 'gap' : 'unjudged';
};

/** Every role with who acts in it, who stands behind, and who else suggests themselves. */
export function SuccessionTable({ roles }: { readonly roles: readonly Succession[] }): JSX.Element {
  const text = useMessages(messages).roles;
  return (
    <Panel title={text.title} id="depth" count={roles.length} lead={text.lead}>
      <div className={classes.scroll}>
        <Table aria-label={text.label} className={classes.table} highlightOnHover>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{text.depth}</Table.Th>
              <Table.Th>{text.role}</Table.Th>
              <Table.Th className={classes.number}>{text.requirements}</Table.Th>
              <Table.Th>{text.holders}</Table.Th>
              <Table.Th>{text.deputies}</Table.Th>
              <Table.Th>{text.candidates}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {roles.map((role) => (
              <RoleLine key={role.roleId} role={role} />
            ))}
          </Table.Tbody>
        </Table>
      </div>
    </Panel>
  );
}

function RoleLine({ role }: { readonly role: Succession }): JSX.Element {
  const text = useMessages(messages).roles;
  const { slug } = useOrganization();
  const { roleId } = role;
  const state = stateOf(role);
  return (
    <Table.Tr>
      <Table.Td>
        <span className={classes.roleDepth} data-state={state}>
          <StateMark state={state} />
          <strong>{role.depth.toLocaleString('en')}</strong>
          {state === 'met' ? null : <span className={classes.stateText}>{text.state[state]}</span>}
        </span>
      </Table.Td>
      <Table.Td>
        <Anchor
          inherit
          renderRoot={(props) => <Link to="/o/$slug/roles/$roleId" params={{ slug, roleId }} {...props} />}
        >
          {role.name}
        </Anchor>{' '}
        {role.mandatory && <Badge size="sm">{text.mandatory}</Badge>}
      </Table.Td>
      <Table.Td className={classes.number}>{role.requirements}</Table.Td>
      <Table.Td>
        <Names bench={role.holders} none={text.nobody} />
      </Table.Td>
      <Table.Td>
        <Names bench={role.deputies} none={role.needsDeputy && role.depth < 2 ? text.needed : ''} />
      </Table.Td>
      <Table.Td>
        <Candidates role={role} />
      </Table.Td>
    </Table.Tr>
  );
}

function Names({ bench, none }: { readonly bench: Bench; readonly none: string }): JSX.Element {
  const all = useMessages(messages);
  const shown = bench.named.slice(0, NAMES);
  if (shown.length === 0) return <span className={classes.detail}>{none}</span>;
  return (
    <>
      {shown.map(({ personId, name }, index) => (
        <span key={personId}>
          {index > 0 && ', '}
          <PersonLink personId={personId} name={name} />
        </span>
      ))}
      {bench.count > shown.length && <span className={classes.detail}> {all.more(bench.count - shown.length)}</span>}
    </>
  );
}

function Candidates({ role }: { readonly role: Succession }): JSX.Element {
  const all = useMessages(messages);
  const { candidates } = role;
  const shown = candidates.slice(0, CANDIDATES);
  if (shown.length === 0) return <span className={classes.detail}>{all.roles.suggestsNobody}</span>;
  return (
    <>
      {shown.map(({ personId, label, reason }) => (
        <Tooltip key={personId} label={reason}>
          <span>
            <PersonLink personId={personId} name={label} />
          </span>
        </Tooltip>
      ))}
      {candidates.length > shown.length && (
        <span className={classes.detail}> {all.more(candidates.length - shown.length)}</span>
      )}
    </>
  );
}
