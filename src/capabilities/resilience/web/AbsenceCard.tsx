import type { JSX } from 'react';
import { useFormat, useMessages } from '../../../web/message.ts';
import type { Resilience } from '../resilience.ts';
import { FactorCard } from './FactorCard.tsx';
import { messages } from './messages.ts';
import { RankTable } from './RankTable.tsx';
import classes from './resilience.module.css';

/** People shown, though fewer make the factor: how it goes on says how steep it is. */
const SHOWN = 8;

/** The contributor absence factor, with those who do half of the work. */
export function AbsenceCard({
  absence,
  carriers,
}: {
  readonly absence: Resilience['absence'];
  readonly carriers: number;
}): JSX.Element {
  const all = useMessages(messages);
  const format = useFormat();
  const text = all.absence;
  const { factor, carried, total, named } = absence;
  const shown = named.slice(0, Math.max(factor, SHOWN));
  const hidden = factor - shown.length;
  return (
    <FactorCard
      id="absence-factor"
      title={text.title}
      figure={factor.toLocaleString('en')}
      unit={all.truck.unit(factor)}
      means={factor === 0 ? text.nobody : text.means(factor, carriers, carried, total)}
      counted={text.counted}
      source={text.source}
    >
      {shown.length > 0 && (
        <RankTable
          label={text.list}
          head={[text.person, text.duties, text.share]}
          rows={shown.map(({ personId, name, duties }, index) => {
            const share = shown.slice(0, index + 1).reduce((sum, one) => sum + one.duties, 0) / total;
            return {
              personId,
              name,
              figure: duties.toLocaleString('en'),
              share,
              shareText: format.share(share),
              kind: index < factor ? 'duty' : 'quiet',
            };
          })}
        />
      )}
      {hidden > 0 && <p className={classes.note}>{all.more(hidden)}</p>}
    </FactorCard>
  );
}
