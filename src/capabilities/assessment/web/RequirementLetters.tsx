import { Anchor, Table, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { JSX } from 'react';
import { holdingOf } from '../../../domain/role-template.ts';
import type { Letter } from '../../../domain/requirement.ts';
import { useMessages } from '../../../web/message.ts';
import { useRead } from '../../../web/organization-data.ts';
import { useOrganization } from '../../../web/organization.ts';
import { accountabilityRoutes } from '../../accountability/contract.ts';
import { roleRoutes, type RoleRow } from '../../roles/contract.ts';
import { messages } from './messages.ts';
import classes from './requirement.module.css';

const order: readonly Letter[] = ['A', 'R', 'S', 'C', 'I'];

const rank = (letters: readonly Letter[]): number => Math.min(...letters.map((letter) => order.indexOf(letter)));

function heldBy(role: RoleRow, text: { readonly vacant: string; readonly everybody: string }): string {
  if (holdingOf(role.key) === 'everyone') return text.everybody;
  return role.holders.length === 0 ? text.vacant : role.holders.map(({ personName }) => personName).join(', ');
}

/** The row of the matrix: who has which letter, those who answer first. */
export function RequirementLetters({ requirementId }: { readonly requirementId: string }): JSX.Element {
  const text = useMessages(messages).requirement;
  const { slug } = useOrganization();
  const cells = useRead(accountabilityRoutes.matrix);
  const roles = useRead(roleRoutes.roles);
  const row = (cells.data ?? [])
    .filter((cell) => cell.requirementId === requirementId)
    .map((cell) => ({ ...cell, role: roles.data?.find(({ id }) => id === cell.roleId) }))
    .sort((a, b) => rank(a.letters) - rank(b.letters));
  return (
    <section aria-labelledby="letters" className={classes.panel}>
      <div className={classes.panelHead}>
        <Title order={2} id="letters">
          {text.letters}
        </Title>
        <Anchor
          size="sm"
          renderRoot={(props) => (
            <Link to="/o/$slug/accountability" params={{ slug }} search={{ search: requirementId }} {...props} />
          )}
        >
          {text.openMatrix}
        </Anchor>
      </div>
      {cells.isSuccess && row.length === 0 ? (
        <Text size="sm" c="dimmed">
          {text.noLetters}
        </Text>
      ) : (
        <Table aria-label={text.lettersHint} horizontalSpacing={4}>
          <Table.Tbody>
            {row.map(({ id, letters, role }) => (
              <Table.Tr key={id}>
                <Table.Td w={48} className={classes.letters}>
                  {order.filter((letter) => letters.includes(letter)).join('/')}
                </Table.Td>
                <Table.Td>
                  {role === undefined ? (
                    text.personally
                  ) : (
                    <Anchor
                      inherit
                      renderRoot={(props) => (
                        <Link to="/o/$slug/roles/$roleId" params={{ slug, roleId: role.id }} {...props} />
                      )}
                    >
                      {role.name}
                    </Anchor>
                  )}
                  <div className={classes.because}>{role === undefined ? null : heldBy(role, text)}</div>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </section>
  );
}
