import { Radio, Stack } from '@mantine/core';
import type { JSX, ReactNode } from 'react';
import classes from './choice.module.css';

export interface Option {
  readonly value: string;
  readonly label: string;
  readonly reason?: string | undefined;
}

/** A few choices as cards, best first, each with its reason; `children` is the last way out, such as a search. */
export function Choice({
  label,
  description,
  options,
  value,
  onChange,
  children,
}: {
  readonly label: string;
  readonly description?: string;
  readonly options: readonly Option[];
  readonly value: string | null;
  readonly onChange: (value: string) => void;
  readonly children?: ReactNode;
}): JSX.Element {
  return (
    <Radio.Group label={label} description={description} value={value} onChange={onChange}>
      <Stack gap={6} mt={6} className={classes.choices}>
        {options.map((option) => (
          <Radio.Card key={option.value} value={option.value} className={classes.card}>
            <Radio.Indicator size="xs" />
            <span className={classes.text}>
              <span className={classes.label}>{option.label}</span>
              {option.reason !== undefined && <span className={classes.reason}>{option.reason}</span>}
            </span>
          </Radio.Card>
        ))}
        {children}
      </Stack>
    </Radio.Group>
  );
}
