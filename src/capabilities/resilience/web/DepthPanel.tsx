import { Anchor } from '@mantine/core';
import type { JSX } from 'react';
import { useMessages } from '../../../web/message.ts';
import { Panel } from '../../../web/register/Panel.tsx';
import type { RequirementDepth } from '../resilience.ts';
import { byDepth } from './depth-group.ts';
import { messages } from './messages.ts';
import { RequirementChips } from './RequirementChips.tsx';
import classes from './resilience.module.css';

/** All applicable requirements as one bar, by how many people could do their work. */
export function DepthPanel({ requirements }: { readonly requirements: readonly RequirementDepth[] }): JSX.Element {
  const text = useMessages(messages).depth;
  const groups = byDepth(requirements);
  const nobody = groups.find(({ group }) => group === 'nobody')?.ids ?? [];
  return (
    <Panel title={text.title} lead={text.lead} count={requirements.length}>
      <div className={classes.depthBar} aria-hidden>
        {groups.map(({ group, ids }) => (
          <span key={group} data-group={group} style={{ flexGrow: ids.length }} />
        ))}
      </div>
      <ul className={classes.depthFigures}>
        {groups.map(({ group, ids }) => (
          <li key={group}>
            <span className={classes.swatch} data-group={group} aria-hidden />
            <strong>{ids.length}</strong> {text.label[group]}
            {group === 'one' && (
              <Anchor inherit href="#single-points">
                {text.alone}
              </Anchor>
            )}
          </li>
        ))}
      </ul>
      {nobody.length > 0 && (
        <div className={classes.nobody}>
          <span className={classes.detail}>{text.nobody}</span>
          <RequirementChips ids={nobody} label={text.nobody} />
        </div>
      )}
    </Panel>
  );
}
