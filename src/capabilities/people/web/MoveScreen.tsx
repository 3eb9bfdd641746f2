import { Loader, Stack, Text } from '@mantine/core';
import { Link, useParams } from '@tanstack/react-router';
import type { JSX } from 'react';
import { accountabilityRoutes } from '../../accountability/contract.ts';
import { roleRoutes } from '../../roles/contract.ts';
import { useMessages } from '../../../web/message.ts';
import { useMayChange, useOrganization } from '../../../web/organization.ts';
import { useRead } from '../../../web/organization-data.ts';
import { PageHeader } from '../../../web/PageHeader.tsx';
import { ProblemAlert } from '../../../web/ProblemAlert.tsx';
import { BackLink } from '../../../web/register/BackLink.tsx';
import { peopleRoutes, type PersonRow } from '../contract.ts';
import { unitRoutes } from '../unit-contract.ts';
import { MoveForm } from './MoveForm.tsx';
import { moveMessages } from './move-messages.ts';

/** Moves somebody to another unit: where to, what becomes of everything held, and what that would leave without anybody. */
export function MoveScreen(): JSX.Element {
  const { personId = '' } = useParams({ strict: false });
  const texts = useMessages(moveMessages);
  const read = useRead(peopleRoutes.person, { path: { personId } });
  if (read.data === undefined)
    return read.error === null ? <Loader size="sm" aria-label={texts.loading} /> : <ProblemAlert error={read.error} />;
  return <Mover key={personId} person={read.data} />;
}

const Mover = ({ person }: { readonly person: PersonRow }): JSX.Element => {
  const texts = useMessages(moveMessages);
  const { slug } = useOrganization();
  const mayChange = useMayChange('person');
  const appointments = useRead(roleRoutes.appointments, { query: { personId: person.id } });
  const cells = useRead(accountabilityRoutes.matrix);
  const units = useRead(unitRoutes.units);
  const reports = useRead(peopleRoutes.people, { query: { reportsTo: person.id, state: 'active', limit: 1 } });
  return (
    <Stack gap="md">
      <div>
        <BackLink
          renderRoot={(props) => (
            <Link to="/o/$slug/people/$personId" params={{ slug, personId: person.id }} {...props} />
          )}
        >
          {person.name}
        </BackLink>
        <PageHeader title={texts.title(person.name)} lead={texts.lead} />
      </div>
      {!mayChange && <Text>{texts.noPermission}</Text>}
      <ProblemAlert error={appointments.error ?? cells.error ?? units.error ?? reports.error} />
      {mayChange && appointments.data && cells.data && units.data && reports.data && (
        <MoveForm
          person={person}
          appointments={appointments.data}
          letters={cells.data.filter((cell) => cell.personId === person.id)}
          units={units.data.units}
          reports={reports.data.total}
        />
      )}
    </Stack>
  );
};
