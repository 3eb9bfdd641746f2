import { Drawer } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useLocation } from '@tanstack/react-router';
import { useEffect, type JSX, type ReactNode } from 'react';
import { useAsOf } from '../as-of.ts';
import { useMessages } from '../message.ts';
import { messages } from '../messages.ts';
import { AsOfBanner } from './AsOfBanner.tsx';
import classes from './frame.module.css';
import { FrameHeader } from './FrameHeader.tsx';
import { Navigation } from './Navigation.tsx';
import { CommandPalette } from './CommandPalette.tsx';
import { ShortcutSheet } from './ShortcutSheet.tsx';

/** Pages at the left, the organization and the date of the facts above, the page itself in the middle. */
export function Frame({ children }: { readonly children: ReactNode }): JSX.Element {
  const text = useMessages(messages);
  const { isNow } = useAsOf();
  const [navOpen, nav] = useDisclosure(false);
  const [sheetOpen, sheet] = useDisclosure(false);
  const { pathname } = useLocation();
  const { close } = nav;
  useEffect(close, [pathname, close]);
  return (
    <div className={classes.frame} data-other-date={!isNow || undefined}>
      <a href="#content" className={classes.skip} data-screen-only>
        {text.skip}
      </a>
      <FrameHeader onOpenNav={nav.open} onOpenSheet={sheet.open} />
      <aside className={classes.side} data-screen-only>
        <Navigation />
      </aside>
      <div className={classes.main}>
        <AsOfBanner />
        <main id="content" tabIndex={-1} className={classes.content}>
          {children}
        </main>
      </div>
      <Drawer
        opened={navOpen}
        onClose={nav.close}
        size={260}
        title={text.product}
        closeButtonProps={{ 'aria-label': text.close }}
      >
        <Navigation />
      </Drawer>
      <CommandPalette onOpenSheet={sheet.open} />
      <ShortcutSheet opened={sheetOpen} onOpen={sheet.open} onClose={sheet.close} />
    </div>
  );
}
