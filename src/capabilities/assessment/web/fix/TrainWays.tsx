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
import type { TrainWay, WaysOut } from '../../../competence/way-out.ts';
import { trainingRoutes } from '../../../training/contract.ts';
import { moneyText } from '../../../training/web/money-text.ts';
import { EffectSummary } from './EffectSummary.tsx';
import { wayOutMessages } from './way-out-messages.ts';
import classes from './way-out.module.css';
import { WaySection } from './WaySection.tsx';

/** Days that are given for a training of which no date is planned. */
const DUE_DAYS = 90;

/** Measures that reach the level: what each takes, when, and what it would close. */
export function TrainWays({ ways, onDone }: { readonly ways: WaysOut; readonly onDone: () => void }): JSX.Element {
  const text = useMessages(wayOutMessages);
  const { slug } = useOrganization();
  const format = useFormat();
  const mayPlan = useMayChange('training');
  const plan = useWrite(trainingRoutes.planTrainings);
  const { person, role, competence, level, name, proven } = ways;
  const ask = (way: TrainWay): void =>
    plan.mutate(
      {
        body: {
          trainings: [
            {
              personId: person.personId,
              measureId: way.measureId,
              roleId: role?.roleId ?? null,
              competence,
              level,
              reason: text.reason(name, level, proven),
              due: way.next ?? addDays(plainDate(today()), DUE_DAYS),
            },
          ],
        },
      },
      {
        onSuccess: () => {
          notifications.show({ message: text.planned(way.name), color: 'teal' });
          onDone();
        },
      },
    );
  return (
    <WaySection heading={text.train} hint={text.trainHint}>
      <ProblemAlert error={plan.error} />
      {ways.underWay.map(({ trainingId, name: measure, due }) => (
        <Text size="sm" key={trainingId}>
          {text.underWay(measure, format.date(due))}
        </Text>
      ))}
      {ways.train.length === 0 && (
        <Text size="sm">
          {text.noMeasure}{' '}
          <Anchor
            size="sm"
            underline="always"
            renderRoot={(props) => <Link to="/o/$slug/training/measures" params={{ slug }} {...props} />}
          >
            {text.openMeasures}
          </Anchor>
        </Text>
      )}
      <ul className={classes.ways}>
        {ways.train.map((way) => (
          <li key={way.measureId} className={classes.way}>
            <div>
              <TrainFacts way={way} />
              <EffectSummary effect={way.effect} />
            </div>
            {mayPlan && (
              <Button size="compact-sm" variant="default" loading={plan.isPending} onClick={() => ask(way)}>
                {text.plan}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </WaySection>
  );
}

function TrainFacts({ way }: { readonly way: TrainWay }): JSX.Element {
  const text = useMessages(wayOutMessages);
  const format = useFormat();
  const facts = [
    way.provider,
    way.cost === null ? null : moneyText(way.cost),
    way.hours === null ? null : text.hours(format.number(way.hours)),
    way.next === null ? text.noDate : text.next(format.date(way.next)),
  ].filter((fact) => fact !== null);
  return (
    <>
      <span className={classes.name}>{way.name}</span> <span className={classes.facts}>{facts.join(', ')}</span>
    </>
  );
}
