import { Anchor, Table, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useMemo, type JSX } from 'react';
import { resilienceRoutes } from '../../resilience/contract.ts';
import type { Succession } from '../../resilience/succession.ts';
import { useMessages } from '../../../web/message.ts';
import { useRead } from '../../../web/organization-data.ts';
import { useOrganization } from '../../../web/organization.ts';
import { ProblemAlert } from '../../../web/ProblemAlert.tsx';
import { PeopleNamed } from './PeopleNamed.tsx';
import { pictureTexts } from './picture-messages.ts';
import classes from './pictures.module.css';

const none: readonly never[] = [];

/** Roles for which nobody is ready first; in the order of their depth else. */
const byReadiness = (roles: readonly Succession[]): readonly Succession[] =>
  roles.toSorted(
    (a, b) =>
      Number(b.determined) - Number(a.determined) ||
      a.ready.now.count - b.ready.now.count ||
      a.ready.withinYear.count - b.ready.withinYear.count,
  );

/** Every role with who could take it over: now, within a year, later. */
export function SuccessionView(): JSX.Element {
  const texts = useMessages(pictureTexts).succession;
  const read = useRead(resilienceRoutes.resilience);
  const roles = useMemo(() => byReadiness(read.data?.roles ?? none), [read.data]);
  return (
    <>
      <ProblemAlert error={read.error} />
      {read.data?.roles.length === 0 && <Text c="dimmed">{texts.none}</Text>}
      {roles.length > 0 && (
        <>
          <p className={classes.how}>{texts.how}</p>
          <div className={classes.scroll}>
            <Table aria-label={texts.label} className={classes.table} highlightOnHover>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{texts.role}</Table.Th>
                  <Table.Th>{texts.holders}</Table.Th>
                  <Table.Th>{texts.deputies}</Table.Th>
                  <Table.Th>{texts.now}</Table.Th>
                  <Table.Th>{texts.withinYear}</Table.Th>
                  <Table.Th>{texts.later}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {roles.map((role) => (
                  <Line key={role.roleId} role={role} />
                ))}
              </Table.Tbody>
            </Table>
          </div>
        </>
      )}
    </>
  );
}

function Line({ role }: { readonly role: Succession }): JSX.Element {
  const all = useMessages(pictureTexts);
  const texts = all.succession;
  const { slug } = useOrganization();
  const { roleId, ready } = role;
  return (
    <Table.Tr>
      <Table.Td>
        <Anchor
          inherit
          renderRoot={(props) => <Link to="/o/$slug/roles/$roleId" params={{ slug, roleId }} {...props} />}
        >
          {role.name}
        </Anchor>
      </Table.Td>
      <Table.Td>
        <PeopleNamed people={role.holders} most={2} none={texts.vacant} />
      </Table.Td>
      <Table.Td>
        <PeopleNamed people={role.deputies} most={2} />
      </Table.Td>
      {role.determined ? (
        <>
          <Table.Td>
            <PeopleNamed people={ready.now} none={all.nobody} />
          </Table.Td>
          <Table.Td>
            <PeopleNamed people={ready.withinYear} />
          </Table.Td>
          <Table.Td>
            <PeopleNamed people={ready.later} />
          </Table.Td>
        </>
      ) : (
        <Table.Td colSpan={3} className={classes.quiet}>
          {texts.undetermined}
        </Table.Td>
      )}
    </Table.Tr>
  );
}
