import { Loader, Stack, Text, TextInput } from '@mantine/core';
import { Link, useParams } from '@tanstack/react-router';
import { useState, type JSX } from 'react';
import { assessmentRoutes } from '../../assessment/contract.ts';
import type { LeaverImpact } from '../../assessment/leaver.ts';
import { addDays, isPlainDate } from '../../../kernel/date.ts';
import { lastDayOf } from '../../../web/form/last-day.ts';
import { useFormat, useMessages } from '../../../web/message.ts';
import { useMayChange, useOrganization } from '../../../web/organization.ts';
import { useRead } from '../../../web/organization-data.ts';
import { PageHeader } from '../../../web/PageHeader.tsx';
import { BackLink } from '../../../web/register/BackLink.tsx';
import { ProblemAlert } from '../../../web/ProblemAlert.tsx';
import { today } from '../../../web/today.ts';
import { peopleRoutes, type PersonRow } from '../contract.ts';
import { beyondPermission } from '../leaving-permission.ts';
import { HandOverForm } from './HandOverForm.tsx';
import { LeaverImpactPanel } from './LeaverImpactPanel.tsx';
import { leaverMessages } from './leaver-messages.ts';

/** Ends an engagement: what becomes orphaned on the chosen last day, and who takes it over. */
export function LeaverScreen(): JSX.Element {
  const { personId = '' } = useParams({ strict: false });
  const texts = useMessages(leaverMessages);
  const read = useRead(peopleRoutes.person, { path: { personId } });
  if (read.data === undefined)
    return read.error === null ? <Loader size="sm" aria-label={texts.loading} /> : <ProblemAlert error={read.error} />;
  return <Leaver key={personId} person={read.data} />;
}

const Leaver = ({ person }: { readonly person: PersonRow }): JSX.Element => {
  const texts = useMessages(leaverMessages);
  const format = useFormat();
  const { slug } = useOrganization();
  const mayChange = useMayChange('person');
  const may = { appointment: useMayChange('appointment'), unit: useMayChange('unit') };
  const [lastDay, setLastDay] = useState<string>(person.to === null ? today() : lastDayOf(person.to));
  const early = person.from !== null && isPlainDate(lastDay) && lastDay < person.from ? person.from : null;
  const valid = isPlainDate(lastDay) && early === null;
  const impact = useRead(
    assessmentRoutes.leaver,
    { path: { personId: person.id }, query: { to: valid ? addDays(lastDay, 1) : '' } },
    { enabled: valid },
  );
  const beyond = (found: LeaverImpact) =>
    beyondPermission(found, (register) => (register === 'unit' ? may.unit : may.appointment));
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
      <TextInput
        type="date"
        w={320}
        label={texts.lastDay}
        description={valid && texts.lastDayHint(format.date(addDays(lastDay, 1)))}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        error={early !== null ? texts.beforeBeginning(person.name, format.date(early)) : valid ? null : texts.badDay}
        value={lastDay}
        onChange={(event) => setLastDay(event.currentTarget.value)}
      />
      <ProblemAlert error={impact.error} />
      {valid && impact.data === undefined && impact.error === null && <Loader size="sm" aria-label={texts.loading} />}
      {valid && impact.data !== undefined && (
        <>
          <LeaverImpactPanel impact={impact.data} />
          {mayChange &&
            (beyond(impact.data).length > 0 ? (
              <Text role="note">{texts.beyondPermission}</Text>
            ) : (
              <HandOverForm impact={impact.data} />
            ))}
        </>
      )}
    </Stack>
  );
};
