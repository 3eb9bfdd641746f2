import { Anchor, Button, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { Link } from '@tanstack/react-router';
import type { JSX } from 'react';
import { addDays, plainDate } from '../../../../kernel/date.ts';
import { useFormat, useMessages } from '../../../../web/message.ts';
import { useWrite } from '../../../../web/organization-data.ts';
import { useMayChange, useOrganization } from '../../../../web/organization.ts';
import { ProblemAlert } from '../../../../web/ProblemAlert.tsx';
import { today } from '../../../../web/today.ts';
import type { RaisedPerson, RoleWaysOut, ShortLevel } from '../../../competence/role-way-out.ts';
import { trainingRoutes } from '../../../training/contract.ts';
import type { AskedTraining } from '../../../training/planning.ts';
import { moneysText } from '../../../training/web/money-text.ts';
import { EffectSummary } from './EffectSummary.tsx';
import { wayOutMessages } from './way-out-messages.ts';
import classes from './way-out.module.css';
import { WaySection } from './WaySection.tsx';

/** Days that are given for a training of which no date is planned. */
const DUE_DAYS = 90;

/** People who could be brought there: what each is short of, by which measures, what it takes and what it would close. */
export function RaisedPeople({
  ways,
  onDone,
}: {
  readonly ways: RoleWaysOut;
  readonly onDone: () => void;
}): JSX.Element {
  const text = useMessages(wayOutMessages);
  const mayPlan = useMayChange('training');
  const plan = useWrite(trainingRoutes.planTrainings);
  const ask = (person: RaisedPerson): void =>
    plan.mutate(
      { body: { trainings: [...askedOf(person, ways, text.reason)] } },
      {
        onSuccess: ({ asked }) => {
          notifications.show({ message: text.role.planned(asked, person.name), color: 'teal' });
          onDone();
        },
      },
    );
  return (
    <WaySection heading={text.train} hint={text.role.trainHint}>
      <ProblemAlert error={plan.error} />
      {ways.train.length === 0 && <Text size="sm">{text.role.nobodyNear}</Text>}
      <ul className={classes.ways}>
        {ways.train.map((person) => {
          const count = askedOf(person, ways, text.reason).length;
          return (
            <li key={person.personId} className={classes.way}>
              <div>
                <RaisedFacts person={person} />
                <EffectSummary effect={person.effect} />
              </div>
              {mayPlan && count > 0 && (
                <Button
                  size="compact-sm"
                  variant="default"
                  loading={plan.isPending}
                  aria-label={`${text.role.plan(count)}: ${person.name}`}
                  onClick={() => ask(person)}
                >
                  {text.role.plan(count)}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </WaySection>
  );
}

/** The trainings that would bring somebody there and are not on their way: each measure once. */
function askedOf(
  { personId, short }: RaisedPerson,
  { role }: RoleWaysOut,
  reason: (name: string, level: number, proven: number) => string,
): readonly AskedTraining[] {
  const open = short.filter(({ measureId, underWay }) => measureId !== null && underWay.length === 0);
  return [...Map.groupBy(open, ({ measureId }) => measureId)].flatMap(([measureId, some]): readonly AskedTraining[] => {
    const [first] = some;
    if (measureId === null || first === undefined) return [];
    return [
      {
        personId,
        measureId,
        roleId: role?.roleId ?? null,
        competence: first.competence,
        level: first.level,
        reason: some.map(({ name, level, proven }) => reason(name, level, proven)).join(' '),
        due: first.next ?? addDays(plainDate(today()), DUE_DAYS),
      },
    ];
  });
}

const RaisedFacts = ({ person }: { readonly person: RaisedPerson }): JSX.Element => {
  const text = useMessages(wayOutMessages);
  const format = useFormat();
  const { slug } = useOrganization();
  const { personId, name, unit, holds, proven, of, short, costs, hours, reaches } = person;
  const facts = [
    unit,
    text.proves(proven, of),
    holds ? null : text.role.takesOver,
    costs.length === 0 ? null : moneysText(costs, ''),
    hours > 0 ? text.role.hours(format.number(hours)) : null,
  ].filter((fact) => fact !== null);
  const way = ({ measure, underWay, next }: ShortLevel): string => {
    const [coming] = underWay;
    if (coming !== undefined) return text.underWay(coming.name, format.date(coming.due));
    if (measure === null) return text.role.noMeasure;
    return next === null ? measure : `${measure}, ${text.next(format.date(next))}`;
  };
  return (
    <>
      <Anchor
        inherit
        className={classes.name}
        renderRoot={(props) => (
          <Link to="/o/$slug/people/$personId/competence" params={{ slug, personId }} {...props} />
        )}
      >
        {name}
      </Anchor>{' '}
      <span className={classes.facts}>{facts.join(', ')}</span>
      <ul className={classes.short}>
        {short.map((one) => (
          <li key={one.competence}>
            {text.role.short(one.name, one.level, one.proven)}: {way(one)}
          </li>
        ))}
      </ul>
      {!reaches && (
        <p className={classes.effect}>
          {text.role.notAll}{' '}
          <Anchor
            inherit
            underline="always"
            renderRoot={(props) => <Link to="/o/$slug/training/measures" params={{ slug }} {...props} />}
          >
            {text.role.addMeasure}
          </Anchor>
          .
        </p>
      )}
    </>
  );
};
