import { Button, Text } from '@mantine/core';
import type { JSX } from 'react';
import { useFormat, useMessages } from '../../../../web/message.ts';
import { useMayChange } from '../../../../web/organization.ts';
import type { PersonWay } from '../../../competence/way-out.ts';
import { EffectSummary } from './EffectSummary.tsx';
import { wayOutMessages } from './way-out-messages.ts';
import classes from './way-out.module.css';

/** People who could take a role over: what they prove, what hours they have, and what it would close and create. */
export function PersonWays({
  people,
  none,
  onTake,
}: {
  readonly people: readonly PersonWay[];
  readonly none: string;
  readonly onTake: (way: PersonWay) => void;
}): JSX.Element {
  const text = useMessages(wayOutMessages);
  const format = useFormat();
  const mayAppoint = useMayChange('appointment');
  if (people.length === 0) return <Text size="sm">{none}</Text>;
  const factsOf = ({ unit, proven, of, freeHours, against }: PersonWay): readonly string[] =>
    [
      unit,
      text.proves(proven, of),
      freeHours === null ? text.hoursUnknown : text.free(format.number(freeHours)),
      against === null ? null : text.against(against),
    ].filter((fact) => fact !== null);
  return (
    <ul className={classes.ways}>
      {people.map((way) => (
        <li key={way.personId} className={classes.way}>
          <div>
            <span className={classes.name}>{way.name}</span>{' '}
            <span className={classes.facts}>{factsOf(way).join(', ')}</span>
            <EffectSummary effect={way.effect} />
          </div>
          {mayAppoint && (
            <Button
              size="compact-sm"
              variant="default"
              aria-label={`${text.takeOver}: ${way.name}`}
              onClick={() => onTake(way)}
            >
              {text.takeOver}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
