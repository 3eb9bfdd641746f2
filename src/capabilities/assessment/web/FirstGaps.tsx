import { Anchor, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { JSX } from 'react';
import { useMessages } from '../../../web/message.ts';
import { useOrganization } from '../../../web/organization.ts';
import type { Gap } from '../model.ts';
import { useFixAllowed } from './fix-permission.ts';
import { GapList } from './GapList.tsx';
import { messages } from './messages.ts';
import classes from './overview.module.css';

const SHOWN = 5;

/** The worst gaps that the reader can mend now; where none is to be mended, the worst ones. */
export function FirstGaps({ gaps }: { readonly gaps: readonly Gap[] }): JSX.Element {
  const text = useMessages(messages).overview;
  const { slug } = useOrganization();
  const allowed = useFixAllowed();
  const mendable = gaps.filter(({ fix }) => fix !== undefined && allowed(fix));
  const first = (mendable.length > 0 ? mendable : gaps).slice(0, SHOWN);
  if (gaps.length === 0)
    return (
      <>
        <Text fw={600}>{text.noGapsTitle}</Text>
        <Text size="sm" c="dimmed">
          {text.noGaps}
        </Text>
      </>
    );
  return (
    <div className={classes.firstGaps}>
      <GapList gaps={first} label={text.firstGaps} />
      <Anchor
        size="sm"
        className={classes.allGaps}
        renderRoot={(props) => <Link to="/o/$slug/gaps" params={{ slug }} {...props} />}
      >
        {text.allGaps(gaps.length)}
      </Anchor>
    </div>
  );
}
