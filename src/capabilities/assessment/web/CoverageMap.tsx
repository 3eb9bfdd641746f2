import { useMemo, useRef, useState, type JSX, type KeyboardEvent } from 'react';
import { headings, requirements } from '../../../domain/catalogue.ts';
import { useMessages } from '../../../web/message.ts';
import type { AspectName, Assessment, Coverage, Severity } from '../model.ts';
import { CoverageTile } from './CoverageTile.tsx';
import classes from './coverage.module.css';
import { messages } from './messages.ts';
import { TileCard } from './TileCard.tsx';
import { neighbour } from './tile-move.ts';

interface Strip {
  readonly id: string;
  readonly title: string;
  readonly tiles: readonly Coverage[];
}

/** A strip for each of clauses 4 to 10 and of A.5 to A.8, in the order of the standard. */
function stripsOf(coverage: readonly Coverage[]): readonly Strip[] {
  const sectionOf = new Map(requirements.map(({ id, section }) => [id, section]));
  return headings
    .filter(({ parent }) => parent === null)
    .map(({ id, title }) => ({
      id,
      title,
      tiles: coverage.filter(({ requirementId }) => sectionOf.get(requirementId) === id),
    }))
    .filter(({ tiles }) => tiles.length > 0);
}

/** The state by which a tile is coloured: of one aspect, or the worst of them. */
export const shownState = (coverage: Coverage, aspect: AspectName | undefined) =>
  aspect === undefined || !coverage.applicable ? coverage.state : coverage.aspects[aspect].state;

/** Every requirement as a tile. One stop for Tab; arrows, Home and End move inside; Enter opens the requirement. */
export function CoverageMap({
  assessment,
  aspect,
  severity,
}: {
  readonly assessment: Assessment;
  readonly aspect: AspectName | undefined;
  readonly severity: Severity | undefined;
}): JSX.Element {
  const text = useMessages(messages).overview;
  const map = useRef<HTMLDivElement>(null);
  const strips = useMemo(() => stripsOf(assessment.requirements), [assessment.requirements]);
  const touched = useMemo(
    () =>
      severity === undefined
        ? null
        : new Set(assessment.gaps.filter((gap) => gap.severity === severity).flatMap((gap) => gap.requirements)),
    [assessment.gaps, severity],
  );
  const [focused, setFocused] = useState<string>(strips[0]?.tiles[0]?.requirementId ?? '');
  const [shown, setShown] = useState<{ readonly coverage: Coverage; readonly tile: HTMLElement } | null>(null);

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    if (event.key === 'Escape') setShown(null);
    if (!(event.target instanceof HTMLElement) || map.current === null || event.ctrlKey || event.metaKey) return;
    const next = neighbour(map.current, event.target, event.key);
    if (next === null) return;
    event.preventDefault();
    next.focus();
  };

  return (
    <div
      className={classes.map}
      ref={map}
      onKeyDown={onKeyDown}
      onPointerLeave={() => setShown(null)}
      role="presentation"
    >
      {strips.map(({ id, title, tiles }) => {
        const applicable = tiles.filter((tile) => tile.applicable);
        const fine = applicable.filter((tile) => ['met', 'unjudged'].includes(shownState(tile, aspect)));
        return (
          <section key={id} className={classes.strip} aria-labelledby={`strip-${id}`}>
            <h3 id={`strip-${id}`} className={classes.stripHead}>
              <span className={classes.stripId}>{id}</span>
              <span className={classes.stripTitle}>{title}</span>
              <span className={classes.stripCount} title={text.sectionMetLong(fine.length, applicable.length)}>
                {text.sectionMet(fine.length, applicable.length)}
              </span>
            </h3>
            <ul className={classes.tiles}>
              {tiles.map((coverage) => (
                <CoverageTile
                  key={coverage.requirementId}
                  coverage={coverage}
                  state={shownState(coverage, aspect)}
                  faded={touched !== null && !touched.has(coverage.requirementId)}
                  tabbable={coverage.requirementId === focused}
                  onShow={(tile) => setShown({ coverage, tile })}
                  onFocus={(tile) => {
                    setFocused(coverage.requirementId);
                    setShown({ coverage, tile });
                  }}
                  onBlur={() => setShown(null)}
                />
              ))}
            </ul>
          </section>
        );
      })}
      {shown !== null && <TileCard coverage={shown.coverage} tile={shown.tile} map={map} />}
    </div>
  );
}
