import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { JSX, ReactNode } from 'react';
import type { Period } from '../../../kernel/period.ts';
import { lastDayOf } from '../../../web/form/last-day.ts';
import { useFormat, useMessages } from '../../../web/message.ts';
import { useOrganization } from '../../../web/organization.ts';
import { Panel } from '../../../web/register/Panel.tsx';
import type { PersonRow } from '../contract.ts';
import { periodsOf } from '../engaged.ts';
import { peopleMessages } from './messages.ts';
import classes from './person.module.css';

/** The recorded facts of one person; what is missing is said, because it is work to do. */
export function PersonFacts({ person }: { readonly person: PersonRow }): JSX.Element {
  const all = useMessages(peopleMessages);
  const { form, person: texts } = all;
  const format = useFormat();
  const { slug } = useOrganization();
  const date = (day: string | null): string | null => (day === null ? null : format.date(day));
  const inWords = ({ from, to }: Period): string =>
    texts.period(date(from), to === null ? null : format.date(lastDayOf(to)));
  const facts: readonly (readonly [string, ReactNode])[] = [
    [
      texts.engagement,
      person.earlierPeriods.length === 0 ? (
        inWords(person)
      ) : (
        <ol className={classes.periods} aria-label={texts.engagements}>
          {periodsOf(person)
            .toReversed()
            .map((period) => (
              <li key={period.from ?? ''}>{inWords(period)}</li>
            ))}
        </ol>
      ),
    ],
    [form.kind, all.kinds[person.kind]],
    [form.jobTitle, person.jobTitle],
    [form.unit, person.unit],
    [form.site, person.site],
    [
      form.manager,
      person.managerId === null ? null : (
        <Anchor
          inherit
          renderRoot={(props) => (
            <Link to="/o/$slug/people/$personId" params={{ slug, personId: person.managerId ?? '' }} {...props} />
          )}
        >
          {person.managerName}
        </Anchor>
      ),
    ],
    [form.email, person.email],
    [form.externalId, person.externalId],
  ];
  return (
    <Panel title={texts.facts}>
      <dl className={classes.facts}>
        {facts.map(([label, value]) => (
          <div key={label} className={classes.fact}>
            <dt>{label}</dt>
            <dd>{value ?? <span className={classes.missing}>{texts.none}</span>}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}
