import type { JSX } from 'react';
import { useMessages } from '../../../web/message.ts';
import type { Resilience } from '../resilience.ts';
import { FactorCard } from './FactorCard.tsx';
import { messages } from './messages.ts';
import { RankTable } from './RankTable.tsx';
import classes from './resilience.module.css';

/** The truck factor, with who goes and what is without anybody after each. */
export function TruckCard({
  truck,
  applicable,
}: {
  readonly truck: Resilience['truck'];
  readonly applicable: number;
}): JSX.Element {
  const all = useMessages(messages);
  const text = all.truck;
  const { factor, uncovered, steps } = truck;
  const means =
    factor === null ? text.never : factor === 0 ? text.already(uncovered, applicable) : text.means(factor, applicable);
  const after = steps.map((_, index) => steps.slice(0, index + 1).reduce((sum, { lost }) => sum + lost, uncovered));
  const hidden = (factor ?? 0) - steps.length;
  return (
    <FactorCard
      id="truck-factor"
      title={text.title}
      figure={factor === null ? text.none : factor.toLocaleString('en')}
      unit={text.unit(factor ?? 0)}
      means={means}
      counted={text.counted}
      source={text.source}
    >
      {factor !== null && steps.length > 0 && (
        <>
          <RankTable
            label={text.list}
            head={[text.person, text.covers, text.without]}
            rows={steps.map(({ personId, name, covers }, index) => {
              const without = after[index] ?? uncovered;
              return {
                personId,
                name,
                figure: covers.toLocaleString('en'),
                share: without / applicable,
                shareText: text.of(without, applicable),
                kind: without * 2 > applicable ? 'work' : 'answer',
              };
            })}
          />
          <p className={classes.note}>
            {hidden > 0 && `${all.more(hidden)}. `}
            {text.begins(uncovered)}
          </p>
        </>
      )}
    </FactorCard>
  );
}
