import { Group, Select, Text, TextInput } from '@mantine/core';
import type { JSX } from 'react';
import { isPlainDate } from '../../../kernel/date.ts';
import { oneOf } from '../../../web/address.ts';
import { useMessages } from '../../../web/message.ts';
import { today } from '../../../web/today.ts';
import { judgingMethods, type Judging } from './judging-terms.ts';
import { matrixTexts } from './matrix-messages.ts';
import classes from './matrix.module.css';

/** How the levels that are typed next were judged: they carry it, each as a judgement of its own. */
export function JudgingBar({ judging: { draft, set, terms } }: { readonly judging: Judging }): JSX.Element {
  const texts = useMessages(matrixTexts).judging;
  const paperless = (draft.method === 'test' || draft.method === 'certificate') && terms.reference === null;
  return (
    <Group gap="xs" role="group" aria-label={texts.label} data-screen-only className={classes.judging}>
      <Text size="sm" c="dimmed" aria-hidden>
        {texts.method}
      </Text>
      <Select
        w={132}
        aria-label={texts.method}
        allowDeselect={false}
        data={judgingMethods.map((value) => ({ value, label: texts.methods[value] }))}
        value={draft.method}
        onChange={(value) => set({ method: oneOf(judgingMethods, value ?? undefined) ?? draft.method })}
      />
      <TextInput
        w={136}
        type="date"
        aria-label={texts.on}
        max={today()}
        value={draft.on}
        onChange={(event) => {
          const day = event.currentTarget.value;
          if (isPlainDate(day)) set({ on: day });
        }}
      />
      <TextInput
        w={160}
        aria-label={texts.assessor}
        placeholder={texts.assessor}
        maxLength={200}
        value={draft.assessor}
        onChange={(event) => set({ assessor: event.currentTarget.value })}
      />
      <TextInput
        w={150}
        aria-label={texts.reference}
        placeholder={paperless ? texts.needsPaper : texts.reference}
        title={paperless ? texts.needsPaper : undefined}
        maxLength={500}
        data-wanted={paperless || undefined}
        value={draft.reference}
        onChange={(event) => set({ reference: event.currentTarget.value })}
      />
      {paperless && (
        <Text size="xs" className={classes.wanted} role="status">
          {texts.needsPaper}
        </Text>
      )}
    </Group>
  );
}
