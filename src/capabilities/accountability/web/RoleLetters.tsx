import { Anchor, Badge, Box, Group, Select, Table, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useMemo, type JSX } from 'react';
import { applicabilityRoutes } from '../../applicability/contract.ts';
import { roleRoutes, type RoleRow } from '../../roles/contract.ts';
import { letters } from '../../../domain/requirement.ts';
import { addressSearch, oneOf, useAddressFilters } from '../../../web/address.ts';
import { RasciBadge, rasciMessages } from '../../../web/matrix/rasci-kind.tsx';
import { useFormat, useMessages } from '../../../web/message.ts';
import { useRead } from '../../../web/organization-data.ts';
import { useOrganization } from '../../../web/organization.ts';
import { ProblemAlert } from '../../../web/ProblemAlert.tsx';
import { accountabilityRoutes } from '../contract.ts';
import classes from './accountability.module.css';
import { matrixRows } from './matrix-rows.ts';
import { roleLetters } from './role-letters.ts';
import { RowFilters } from './RowFilters.tsx';
import { viewMessages } from './view-messages.ts';

const none: readonly never[] = [];

/** One role's rows of the matrix with its letters, who holds it, and who stands beside it in each row. */
export function RoleLetters(): JSX.Element {
  const texts = useMessages(viewMessages).role;
  const words = useMessages(rasciMessages);
  const { slug } = useOrganization();
  const [address, setFilter] = useAddressFilters();
  const { search = '', chapter } = addressSearch(address);
  const letter = oneOf(letters, address['letter']);
  const roles = useRead(roleRoutes.roles);
  const matrix = useRead(accountabilityRoutes.matrix);
  const applicability = useRead(applicabilityRoutes.applicability);
  const role = roles.data?.find((one) => one.id === address['role']) ?? roles.data?.[0];
  const requirements = useMemo(
    () => matrixRows(applicability.data ?? none, { search, chapter, only: undefined }, () => texts.excluded),
    [applicability.data, search, chapter, texts],
  );
  const rows = useMemo(
    () =>
      role === undefined ? none : roleLetters(role.id, letter, requirements, matrix.data ?? none, roles.data ?? none),
    [role, letter, requirements, matrix.data, roles.data],
  );
  return (
    <>
      <ProblemAlert error={roles.error ?? matrix.error ?? applicability.error} />
      <div className={classes.toolbar} data-screen-only>
        <Group gap="xs">
          <Select
            w={280}
            searchable
            allowDeselect={false}
            aria-label={texts.pick}
            data={(roles.data ?? none).map(({ id, name }) => ({ value: id, label: name }))}
            value={role?.id ?? null}
            onChange={(id) => setFilter({ role: id ?? undefined })}
          />
          <Select
            w={150}
            clearable
            aria-label={texts.letter}
            placeholder={texts.anyLetter}
            data={letters.map((value) => ({ value, label: words[value][0] }))}
            value={letter ?? null}
            onChange={(value) => setFilter({ letter: value ?? undefined })}
          />
          <RowFilters />
        </Group>
        <Text size="sm" c="dimmed" role="status">
          {texts.rows(rows.length)}
        </Text>
      </div>
      {role !== undefined && (
        <>
          <Bearers role={role} />
          {rows.length === 0 ? (
            <div className={classes.nothing}>
              <Text fw={600}>{texts.none}</Text>
              <Text size="sm" c="dimmed">
                {texts.noneHint}
              </Text>
            </div>
          ) : (
            <Box component="section" className={classes.list} tabIndex={0} aria-label={texts.label(role.name)}>
              <Table stickyHeader aria-label={texts.label(role.name)} verticalSpacing={3}>
                <Table.Thead>
                  <Table.Tr>
                    <Table.Th scope="col">{texts.requirement}</Table.Th>
                    <Table.Th scope="col" w={90}>
                      {texts.letter}
                    </Table.Th>
                    <Table.Th scope="col">{texts.others}</Table.Th>
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {rows.map(({ requirement, value, others }) => (
                    <Table.Tr key={requirement.id} data-quiet={requirement.locked === undefined ? undefined : ''}>
                      <Table.Td>
                        <Anchor
                          renderRoot={(props) => (
                            <Link
                              to="/o/$slug/requirements/$requirementId"
                              params={{ slug, requirementId: requirement.id }}
                              {...props}
                            />
                          )}
                        >
                          {requirement.id}
                        </Anchor>{' '}
                        {requirement.label}
                        {requirement.locked !== undefined && (
                          <Badge ml="xs" size="sm" variant="default">
                            {requirement.locked}
                          </Badge>
                        )}
                      </Table.Td>
                      <Table.Td>
                        <RasciBadge value={value} />
                      </Table.Td>
                      <Table.Td>
                        <span className={classes.others}>
                          {others.map((other) => (
                            <span key={other.name} className={classes.other}>
                              <RasciBadge value={other.value} /> {other.name}
                            </span>
                          ))}
                        </span>
                      </Table.Td>
                    </Table.Tr>
                  ))}
                </Table.Tbody>
              </Table>
            </Box>
          )}
        </>
      )}
    </>
  );
}

/** Who holds the role on the day, and who stands in. */
function Bearers({ role }: { readonly role: RoleRow }): JSX.Element {
  const texts = useMessages(viewMessages).role;
  const format = useFormat();
  const { slug } = useOrganization();
  return (
    <dl className={classes.bearers}>
      {(['holders', 'deputies'] as const).map((side) => (
        <div key={side}>
          <dt>{texts[side]}</dt>
          <dd>
            {role[side].length === 0
              ? texts.nobody
              : role[side].map((one, at) => (
                  <span key={one.id}>
                    {at > 0 && '; '}
                    <Anchor
                      renderRoot={(props) => (
                        <Link to="/o/$slug/people/$personId" params={{ slug, personId: one.personId }} {...props} />
                      )}
                    >
                      {texts.since(one.personName, format.date(one.from))}
                    </Anchor>
                  </span>
                ))}
          </dd>
        </div>
      ))}
      <div>
        <dt>{role.name}</dt>
        <dd>
          <Anchor
            renderRoot={(props) => <Link to="/o/$slug/roles/$roleId" params={{ slug, roleId: role.id }} {...props} />}
          >
            {texts.open}
          </Anchor>
        </dd>
      </div>
    </dl>
  );
}
