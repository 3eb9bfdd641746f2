import { Link } from '@tanstack/react-router';
import { memo, type JSX } from 'react';
import { findRequirement } from '../../../domain/catalogue.ts';
import { useMessages } from '../../../web/message.ts';
import { useOrganization } from '../../../web/organization.ts';
import type { AspectState, Coverage } from '../model.ts';
import classes from './coverage.module.css';
import { messages } from './messages.ts';
import { AspectMarks } from './StateMark.tsx';

interface CoverageTileProps {
  readonly coverage: Coverage;
  readonly state: AspectState;
  readonly faded: boolean;
  readonly tabbable: boolean;
  readonly onShow: (tile: HTMLElement) => void;
  readonly onFocus: (tile: HTMLElement) => void;
  readonly onBlur: () => void;
}

/** One requirement: its number, the colour and edge of its state, and six marks. */
export const CoverageTile = memo(
  function CoverageTile(props: CoverageTileProps): JSX.Element {
    const { coverage, state, faded, tabbable, onShow, onFocus, onBlur } = props;
    const text = useMessages(messages);
    const { slug } = useOrganization();
    const { requirementId, applicable } = coverage;
    const title = findRequirement(requirementId)?.title ?? '';
    return (
      <li>
        <Link
          to="/o/$slug/requirements/$requirementId"
          params={{ slug, requirementId }}
          preload={false}
          className={classes.tile}
          data-requirement={requirementId}
          data-state={applicable ? state : 'none'}
          data-faded={faded || undefined}
          tabIndex={tabbable ? 0 : -1}
          aria-label={`${requirementId} ${title}: ${text.stateOf(state, applicable)}. ${text.overview.gapsTouch(coverage.gapIds.length)}`}
          onPointerEnter={(event) => onShow(event.currentTarget)}
          onFocus={(event) => onFocus(event.currentTarget)}
          onBlur={onBlur}
        >
          <span className={classes.tileId}>{requirementId.replace('A.', '')}</span>
          <AspectMarks aspects={coverage.aspects} />
        </Link>
      </li>
    );
  },
  (before, after) =>
    before.coverage === after.coverage &&
    before.state === after.state &&
    before.faded === after.faded &&
    before.tabbable === after.tabbable,
);
