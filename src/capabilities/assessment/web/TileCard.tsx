import { Paper } from '@mantine/core';
import { useLayoutEffect, useRef, type JSX, type RefObject } from 'react';
import { findRequirement } from '../../../domain/catalogue.ts';
import { useMessages } from '../../../web/message.ts';
import { aspectNames, type Coverage } from '../model.ts';
import classes from './coverage.module.css';
import { messages } from './messages.ts';
import { StateMark } from './StateMark.tsx';

const GAP = 6;

/** What stands behind a tile, beside it while it is pointed at or focused. Screen readers get it from the tile itself. */
export function TileCard({
  coverage,
  tile,
  map,
}: {
  readonly coverage: Coverage;
  readonly tile: HTMLElement;
  readonly map: RefObject<HTMLDivElement | null>;
}): JSX.Element {
  const text = useMessages(messages);
  const card = useRef<HTMLDivElement>(null);
  const { requirementId, applicable, aspects, state } = coverage;
  const judged = aspectNames.filter((name) => aspects[name].state !== 'unjudged');
  const unjudged = aspectNames.filter((name) => aspects[name].state === 'unjudged');
  useLayoutEffect(() => {
    const box = map.current?.getBoundingClientRect();
    const place = card.current;
    if (box === undefined || place === null) return;
    const at = tile.getBoundingClientRect();
    const { offsetWidth: width, offsetHeight: height } = place;
    const fitsBelow = at.bottom + GAP + height < globalThis.innerHeight;
    const top = fitsBelow || at.top - GAP - height < 48 ? at.bottom + GAP : at.top - GAP - height;
    const left = Math.max(0, Math.min(at.left, box.right - width));
    place.style.transform = `translate(${left - box.left}px, ${top - box.top}px)`;
  }, [tile, map]);
  return (
    <Paper ref={card} className={classes.card} shadow="md" radius="md" withBorder aria-hidden>
      <div className={classes.cardTitle}>
        {requirementId} {findRequirement(requirementId)?.title}
      </div>
      <div className={classes.cardState} data-state={applicable ? state : 'none'}>
        {text.stateOf(state, applicable)}
      </div>
      {applicable && (
        <dl className={classes.cardAspects}>
          {judged.map((name) => (
            <div key={name}>
              <dt>
                <StateMark state={aspects[name].state} />
                {text.aspect[name]}
              </dt>
              <dd>{aspects[name].because}</dd>
            </div>
          ))}
        </dl>
      )}
      {applicable && unjudged.length > 0 && (
        <p className={classes.cardUnjudged}>
          {text.state.unjudged}: {unjudged.map((name) => text.aspect[name].toLowerCase()).join(', ')}
        </p>
      )}
      {!applicable && <p className={classes.cardUnjudged}>{aspects.accountable.because}</p>}
    </Paper>
  );
}
