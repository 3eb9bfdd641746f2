import { ActionIcon, Kbd, Tooltip, UnstyledButton } from '@mantine/core';
import { spotlight } from '@mantine/spotlight';
import { IconMenu2, IconSearch } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { JSX } from 'react';
import { useMessages } from '../message.ts';
import { messages } from '../messages.ts';
import { useOrganization } from '../organization.ts';
import { AccountMenu } from './AccountMenu.tsx';
import { AsOfControl } from './AsOfControl.tsx';
import classes from './frame.module.css';
import { Mark } from './Mark.tsx';
import { OrganizationMenu } from './OrganizationMenu.tsx';

export function FrameHeader({
  onOpenNav,
  onOpenSheet,
}: {
  readonly onOpenNav: () => void;
  readonly onOpenSheet: () => void;
}): JSX.Element {
  const text = useMessages(messages);
  const { slug } = useOrganization();
  return (
    <header className={classes.header} data-screen-only>
      <ActionIcon className={classes.navToggle} onClick={onOpenNav} aria-label={text.header.openNav}>
        <IconMenu2 size={18} />
      </ActionIcon>
      <Link to="/o/$slug" params={{ slug }} className={classes.brand} aria-label={text.product}>
        <Mark size={22} />
        <span>{text.product}</span>
      </Link>
      <OrganizationMenu />
      <div className={classes.spacer} />
      <Tooltip label={text.header.search}>
        <UnstyledButton className={classes.search} onClick={spotlight.open}>
          <IconSearch size={15} aria-hidden />
          <span className={classes.searchText}>{text.header.search}</span>
          <Kbd size="xs" className={classes.searchKey}>
            Ctrl K
          </Kbd>
        </UnstyledButton>
      </Tooltip>
      <AsOfControl />
      <AccountMenu onOpenSheet={onOpenSheet} />
    </header>
  );
}
