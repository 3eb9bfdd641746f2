import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { Link, useNavigate } from '@tanstack/react-router';
import type { JSX } from 'react';
import type { LeaverImpact } from '../../assessment/leaver.ts';
import { lastDayOf } from '../../../web/form/last-day.ts';
import { useFormat, useMessages } from '../../../web/message.ts';
import { useOrganization } from '../../../web/organization.ts';
import { useWrite } from '../../../web/organization-data.ts';
import { ProblemAlert } from '../../../web/ProblemAlert.tsx';
import { Panel } from '../../../web/register/Panel.tsx';
import { OpenWorkPanel } from '../../programme/web/OpenWorkPanel.tsx';
import { peopleRoutes } from '../contract.ts';
import { handOverBody, useHandOver } from './hand-over.ts';
import { HandOverTable } from './HandOverTable.tsx';
import { leaverMessages } from './leaver-messages.ts';
import classes from './person.module.css';
import { PersonPicker } from './PersonPicker.tsx';

/** Names successors in bulk and ends the engagement with one button. */
export function HandOverForm({ impact }: { readonly impact: LeaverImpact }): JSX.Element {
  const texts = useMessages(leaverMessages);
  const format = useFormat();
  const { slug } = useOrganization();
  const navigate = useNavigate();
  const end = useWrite(peopleRoutes.endEngagement);
  const choice = useHandOver();
  const { handOver } = choice;
  const { person } = impact;
  const body = handOverBody(impact, handOver);
  const given = new Set(body.handOver.map((line) => line.appointmentId));
  const orphaned = impact.appointments.filter((line) => line.orphaned && !given.has(line.appointment.id)).length;
  const finish = (): void =>
    end.mutate(
      { path: { personId: person.id }, version: person.version, body },
      {
        onSuccess: () => {
          notifications.show({
            message: texts.done(person.name, format.date(lastDayOf(impact.from))),
            color: 'teal',
          });
          void navigate({ to: '/o/$slug/people/$personId', params: { slug, personId: person.id } });
        },
      },
    );
  return (
    <>
      <Panel
        title={texts.roles}
        count={impact.appointments.length}
        {...(impact.appointments.length === 0 ? {} : { lead: texts.rolesLead })}
        actions={
          impact.appointments.some((line) => line.successors.length > 0) && (
            <Button size="compact-sm" variant="default" onClick={() => choice.takeSuggestions(impact)}>
              {texts.suggest}
            </Button>
          )
        }
      >
        {impact.appointments.length === 0 ? (
          <Text size="sm" c="dimmed">
            {texts.noRoles}
          </Text>
        ) : (
          <>
            {impact.appointments.length > 1 && (
              <div className={classes.oneForAll}>
                <PersonPicker
                  label={texts.everythingTo}
                  value={null}
                  without={person.id}
                  onChange={(successor) => choice.giveEverything(impact, successor)}
                />
              </div>
            )}
            <HandOverTable impact={impact} handOver={handOver} onChoose={choice.chooseSuccessor} />
          </>
        )}
      </Panel>
      {(impact.letters.length > 0 || impact.reports.length + impact.units.length > 0) && (
        <Panel title={texts.rest}>
          <Group align="flex-start" gap="lg">
            {impact.letters.length > 0 && (
              <PersonPicker
                label={texts.letters(impact.letters.length)}
                description={texts.lettersHint}
                value={handOver.lettersTo}
                without={person.id}
                onChange={choice.chooseLettersTo}
              />
            )}
            {impact.reports.length + impact.units.length > 0 && (
              <PersonPicker
                label={texts.led(
                  impact.reports.length,
                  impact.units.map(({ name }) => name),
                )}
                description={texts.ledHint(impact.reports.length, impact.units.length)}
                value={handOver.reportsTo}
                without={person.id}
                onChange={choice.chooseReportsTo}
              />
            )}
          </Group>
        </Panel>
      )}
      <OpenWorkPanel work={impact.work} leaver={person.id} successor={handOver.workTo} onChoose={choice.chooseWorkTo} />
      <ProblemAlert error={end.error} />
      <Group gap="sm" className={classes.finish}>
        <Button color="red" loading={end.isPending} onClick={finish}>
          {texts.end}
        </Button>
        <Button
          variant="default"
          renderRoot={(props) => (
            <Link to="/o/$slug/people/$personId" params={{ slug, personId: person.id }} {...props} />
          )}
        >
          {texts.cancel}
        </Button>
        <Text size="sm" role="status">
          {texts.ready(given.size, impact.appointments.length)}{' '}
          {orphaned > 0 && <strong>{texts.stillOrphaned(orphaned)}</strong>}
        </Text>
      </Group>
    </>
  );
}
