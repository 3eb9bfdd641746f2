import { Box } from '@mantine/core';
import { IconAlertTriangle, IconUserOff } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { JSX } from 'react';
import { holdingOf } from '../../../domain/role-template.ts';
import { useFormat, useMessages } from '../../../web/message.ts';
import { useOrganization } from '../../../web/organization.ts';
import type { AppointmentRow, RoleRow } from '../contract.ts';
import { LetterCounts } from './LetterCounts.tsx';
import { roleMessages } from './messages.ts';
import { isVacant } from './role-filter.ts';
import classes from './roles.module.css';

/** Roles in two groups: those without which an ISMS is not staffed, and all others. */
export function RoleTable({ roles }: { readonly roles: readonly RoleRow[] }): JSX.Element {
  const texts = useMessages(roleMessages);
  const groups = [
    { id: 'mandatory', rows: roles.filter((role) => role.mandatory) },
    { id: 'other', rows: roles.filter((role) => !role.mandatory) },
  ] as const;
  const { columns } = texts;
  return (
    <Box component="section" className={classes.scroller} aria-label={texts.title} tabIndex={0}>
      <table className={classes.table} aria-label={texts.title}>
        <colgroup>
          <col className={classes.nameColumn} />
          <col className={classes.peopleColumn} />
          <col className={classes.peopleColumn} />
          <col className={classes.letterColumn} />
          <col className={classes.gapColumn} />
        </colgroup>
        <thead>
          <tr>
            {[columns.role, columns.holders, columns.deputies, columns.letters, columns.gaps].map((label) => (
              <th key={label} scope="col">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        {groups
          .filter((group) => group.rows.length > 0)
          .map((group) => (
            <tbody key={group.id}>
              <tr className={classes.group}>
                <th colSpan={5} scope="rowgroup">
                  {texts.groups[group.id]} <span>{group.rows.length}</span>
                  <small>{texts.groupHint[group.id]}</small>
                </th>
              </tr>
              {group.rows.map((role) => (
                <Line key={role.id} role={role} />
              ))}
            </tbody>
          ))}
      </table>
    </Box>
  );
}

const Line = ({ role }: { readonly role: RoleRow }) => {
  const texts = useMessages(roleMessages);
  const { slug } = useOrganization();
  return (
    <tr>
      <th scope="row">
        <Link to="/o/$slug/roles/$roleId" params={{ slug, roleId: role.id }} className={classes.name} title={role.name}>
          {role.name}
        </Link>
      </th>
      <td>
        {holdingOf(role.key) === 'everyone' ? (
          <span className={classes.quiet}>{texts.everyone}</span>
        ) : role.holders.length === 0 ? (
          <Vacancy role={role} />
        ) : (
          <Names rows={role.holders} />
        )}
      </td>
      <td>
        {role.deputies.length > 0 ? (
          <Names rows={role.deputies} />
        ) : (
          role.needsDeputy &&
          holdingOf(role.key) === 'single' &&
          !isVacant(role) && <span className={classes.quiet}>{texts.noDeputy}</span>
        )}
      </td>
      <td>
        <LetterCounts letters={role.letters} />
      </td>
      <td>
        {role.gaps > 0 && (
          <Link
            to="/o/$slug/roles/$roleId"
            params={{ slug, roleId: role.id }}
            hash="gaps"
            className={classes.gaps}
            aria-label={`${role.name}: ${texts.gapCount(role.gaps)}`}
          >
            <IconAlertTriangle size={13} aria-hidden />
            {role.gaps}
          </Link>
        )}
      </td>
    </tr>
  );
};

const Vacancy = ({ role }: { readonly role: RoleRow }) => {
  const texts = useMessages(roleMessages);
  const used = role.mandatory || role.letters.A + role.letters.R > 0;
  return (
    <span className={used ? classes.vacant : classes.quiet}>
      {used && <IconUserOff size={14} aria-hidden />}
      {texts.vacant}
    </span>
  );
};

const Names = ({ rows }: { readonly rows: readonly AppointmentRow[] }) => {
  const texts = useMessages(roleMessages);
  const format = useFormat();
  const { slug } = useOrganization();
  return (
    <span className={classes.names} title={rows.map((row) => row.personName).join(', ')}>
      {rows.map((row, index) => (
        <span key={row.id}>
          {index > 0 && ', '}
          <Link to="/o/$slug/people/$personId" params={{ slug, personId: row.personId }} className={classes.person}>
            {row.state === 'future' ? texts.from(row.personName, format.date(row.from)) : row.personName}
          </Link>
        </span>
      ))}
    </span>
  );
};
