import { Loader, UnstyledButton } from '@mantine/core';
import { IconDownload, type Icon } from '@tabler/icons-react';
import type { JSX } from 'react';
import classes from './documents.module.css';

/** One format as a button that says what one gets. */
export function DownloadCard({
  icon: FormatIcon,
  label,
  hint,
  busy,
  disabled,
  onClick,
}: {
  readonly icon: Icon;
  readonly label: string;
  readonly hint: string | undefined;
  readonly busy: boolean;
  readonly disabled: boolean;
  readonly onClick: () => void;
}): JSX.Element {
  return (
    <li>
      <UnstyledButton className={classes.card} disabled={disabled} aria-busy={busy} onClick={onClick}>
        <FormatIcon size={26} stroke={1.5} aria-hidden className={classes.icon} />
        <span className={classes.cardText}>
          <span className={classes.label}>{label}</span>
          <span className={classes.hint}>{hint}</span>
        </span>
        {busy ? <Loader size={16} /> : <IconDownload size={17} aria-hidden className={classes.icon} />}
      </UnstyledButton>
    </li>
  );
}
