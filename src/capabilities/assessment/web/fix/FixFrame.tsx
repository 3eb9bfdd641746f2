import { Button, Group, Stack } from '@mantine/core';
import type { JSX, ReactNode } from 'react';
import { ProblemAlert } from '../../../../web/ProblemAlert.tsx';
import type { Fix } from '../../model.ts';

/** What every form of a fix gets: the fix itself, and whom to tell when it is carried out. */
export interface FixFormProps<Kind extends Fix['kind']> {
  readonly fix: Extract<Fix, { readonly kind: Kind }>;
  readonly onDone: () => void;
}

/** The form around a fix: its fields, what the server refused, and the one button. */
export function FixFrame({
  action,
  pending,
  disabled = false,
  error,
  fields = [],
  onSubmit,
  children,
}: {
  readonly action: string;
  readonly pending: boolean;
  readonly disabled?: boolean;
  readonly error: Error | null;
  /** Paths of the fields that show their own errors. */
  readonly fields?: readonly string[];
  readonly onSubmit: () => void;
  readonly children?: ReactNode;
}): JSX.Element {
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      <Stack gap="sm">
        {children}
        <ProblemAlert error={error} fields={fields} />
        <Group justify="flex-end">
          <Button type="submit" loading={pending} disabled={disabled}>
            {action}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
