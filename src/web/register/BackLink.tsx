import { Anchor, type AnchorProps, type PolymorphicComponentProps } from '@mantine/core';
import { IconChevronLeft } from '@tabler/icons-react';
import type { JSX, ReactNode } from 'react';
import classes from './panel.module.css';

interface BackLinkProps {
  readonly children: ReactNode;
  /** Renders the router's link with what it is given. */
  readonly renderRoot: NonNullable<PolymorphicComponentProps<'a', AnchorProps>['renderRoot']>;
}

/** Leads from a page about one thing to the list that it stands in. */
export const BackLink = ({ children, renderRoot }: BackLinkProps): JSX.Element => (
  <Anchor size="sm" className={classes.backLink} renderRoot={renderRoot}>
    <IconChevronLeft size={14} aria-hidden />
    {children}
  </Anchor>
);
