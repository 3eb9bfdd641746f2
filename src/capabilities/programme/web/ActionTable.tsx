import { Anchor, Checkbox, Table } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { JSX } from 'react';
import { findRequirement } from '../../../domain/catalogue.ts';
import { oneOf } from '../../../web/address.ts';
import { useFormat, useMessages } from '../../../web/message.ts';
import { useOrganization } from '../../../web/organization.ts';
import type { ActionRow } from '../contract.ts';
import { isClosedState } from '../action-standing.ts';
import { actionStates, type ActionState } from '../model.ts';
import { actionMessages } from './action-messages.ts';
import classes from './action.module.css';

interface ActionTableProps {
  readonly actions: readonly ActionRow[];
  readonly mayChange: boolean;
  /** Whether the column that names the project is of use. */
  readonly withProject: boolean;
  readonly chosen: ReadonlySet<string>;
  readonly onChoose: (chosen: ReadonlySet<string>) => void;
  readonly onOpen: (action: ActionRow) => void;
  readonly onState: (action: ActionRow, state: ActionState) => void;
}

/** Actions with owner, date and state; the state is set where it stands. */
export function ActionTable(props: ActionTableProps): JSX.Element {
  const { actions, mayChange, withProject, chosen, onChoose } = props;
  const texts = useMessages(actionMessages);
  const { columns } = texts;
  const all = actions.length > 0 && actions.every(({ id }) => chosen.has(id));
  const choose = (id: string): void => {
    const after = new Set(chosen);
    if (!after.delete(id)) after.add(id);
    onChoose(after);
  };
  return (
    <Table.ScrollContainer minWidth={820} type="native">
      <Table aria-label={texts.label} verticalSpacing={3} className={classes.table}>
        <Table.Thead>
          <Table.Tr>
            {mayChange && (
              <Table.Td w={36}>
                <Checkbox
                  size="xs"
                  aria-label={texts.chooseAll}
                  checked={all}
                  indeterminate={!all && chosen.size > 0}
                  onChange={() => onChoose(all ? new Set() : new Set(actions.map(({ id }) => id)))}
                />
              </Table.Td>
            )}
            <Table.Th>{columns.title}</Table.Th>
            <Table.Th w={90}>{columns.requirement}</Table.Th>
            <Table.Th w="19%">{columns.owner}</Table.Th>
            <Table.Th w={150}>{columns.due}</Table.Th>
            <Table.Th w={124}>{columns.state}</Table.Th>
            {withProject && <Table.Th w="19%">{columns.project}</Table.Th>}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {actions.map((action) => (
            <Line key={action.id} {...props} action={action} onPick={() => choose(action.id)} />
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

interface LineProps extends ActionTableProps {
  readonly action: ActionRow;
  readonly onPick: () => void;
}

const Line = ({ action, mayChange, withProject, chosen, onPick, onOpen, onState }: LineProps) => {
  const texts = useMessages(actionMessages);
  const format = useFormat();
  const { slug } = useOrganization();
  const { title, requirementId, projectId } = action;
  return (
    <Table.Tr data-quiet={isClosedState(action.state) || undefined}>
      {mayChange && (
        <Table.Td>
          <Checkbox size="xs" aria-label={texts.choose(title)} checked={chosen.has(action.id)} onChange={onPick} />
        </Table.Td>
      )}
      <Table.Th scope="row" fw={400}>
        {mayChange ? (
          <Anchor component="button" type="button" inherit ta="start" onClick={() => onOpen(action)}>
            {title}
          </Anchor>
        ) : (
          <span title={action.description}>{title}</span>
        )}
      </Table.Th>
      <Table.Td>
        {requirementId !== null && (
          <Anchor
            inherit
            title={findRequirement(requirementId)?.title}
            renderRoot={(props) => (
              <Link to="/o/$slug/requirements/$requirementId" params={{ slug, requirementId }} {...props} />
            )}
          >
            {requirementId}
          </Anchor>
        )}
      </Table.Td>
      <Table.Td>
        {action.ownerName}
        {action.ownerLeft && <span className={classes.alarm}> {texts.left}</span>}
      </Table.Td>
      <Table.Td>
        <span className={action.overdue ? classes.alarm : undefined}>
          {format.date(action.due)}
          {action.overdue && (
            <>
              {' '}
              <IconAlertTriangle size={13} aria-hidden /> {texts.overdue}
            </>
          )}
        </span>
      </Table.Td>
      <Table.Td>
        {mayChange ? (
          <select
            className={classes.state}
            aria-label={texts.stateOf(title)}
            value={action.state}
            onChange={(event) => onState(action, oneOf(actionStates, event.currentTarget.value) ?? action.state)}
          >
            {actionStates.map((state) => (
              <option key={state} value={state}>
                {texts.states[state]}
              </option>
            ))}
          </select>
        ) : (
          texts.states[action.state]
        )}
      </Table.Td>
      {withProject && (
        <Table.Td>
          {projectId !== null && (
            <Anchor
              inherit
              renderRoot={(props) => (
                <Link
                  to="/o/$slug/projects/$projectId"
                  params={{ slug, projectId }}
                  search={{ step: 'plan' }}
                  {...props}
                />
              )}
            >
              {action.projectName}
            </Anchor>
          )}
        </Table.Td>
      )}
    </Table.Tr>
  );
};
