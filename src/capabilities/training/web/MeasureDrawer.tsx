import { Button, Drawer, Group, Stack } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState, type JSX, type SyntheticEvent } from 'react';
import { ConflictNotice } from '../../../web/form/ConflictNotice.tsx';
import { refusal } from '../../../web/form/form-errors.ts';
import { useMessages } from '../../../web/message.ts';
import { useWrite } from '../../../web/organization-data.ts';
import { conflictOf } from '../../../web/problem.ts';
import { ProblemAlert } from '../../../web/ProblemAlert.tsx';
import { measureRoutes } from '../measure-contract.ts';
import type { Measure } from '../model.ts';
import { blankMeasure, measureDraftOf, measureFormFields, readMeasure, type MeasureDraft } from './measure-draft.ts';
import { measureMessages } from './measure-messages.ts';
import { MeasureForm } from './MeasureForm.tsx';

interface MeasureDrawerProps {
  /** What to change; null adds. */
  readonly measure: Measure | null;
  readonly onClose: () => void;
}

export function MeasureDrawer({ measure, onClose }: MeasureDrawerProps): JSX.Element {
  const texts = useMessages(measureMessages).form;
  const create = useWrite(measureRoutes.createMeasure);
  const update = useWrite(measureRoutes.updateMeasure);
  const [version, setVersion] = useState(measure?.version ?? 0);
  const [draft, setDraft] = useState<MeasureDraft>(measure === null ? blankMeasure : measureDraftOf(measure));
  const [found, setFound] = useState<Readonly<Record<string, string>>>({});
  const refused = refusal(create.error ?? update.error, measureFormFields);
  const conflict = conflictOf(update.error);
  const theirs = conflict === null ? null : (conflict.theirs as Measure);
  const save = (seen: number): void => {
    const read = readMeasure(draft, measure?.withdrawn ?? false, texts.badCost);
    setFound(read.ok ? {} : read.errors);
    if (!read.ok) return;
    const { fields } = read;
    const onSuccess = (): void => {
      notifications.show({ message: texts.saved(fields.name), color: 'teal' });
      onClose();
    };
    if (measure === null) create.mutate({ body: fields }, { onSuccess });
    else update.mutate({ path: { measureId: measure.id }, version: seen, body: fields }, { onSuccess });
  };
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    save(version);
  };
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size={520}
      title={measure === null ? texts.create : texts.edit(measure.name)}
      closeButtonProps={{ 'aria-label': texts.cancel }}
    >
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          {theirs !== null ? (
            <ConflictNotice
              differences={[
                { label: texts.name, yours: draft.name, theirs: theirs.name },
                { label: texts.description, yours: draft.description, theirs: theirs.description },
                { label: texts.provider, yours: draft.provider, theirs: theirs.provider ?? '' },
              ].filter(({ yours, theirs: other }) => yours !== other)}
              onTakeTheirs={onClose}
              onKeepMine={() => {
                setVersion(theirs.version);
                save(theirs.version);
              }}
            />
          ) : (
            <ProblemAlert error={refused.rest} fields={measureFormFields} />
          )}
          <MeasureForm
            draft={draft}
            errors={{ ...refused.at, ...found }}
            onChange={(patch) => {
              setDraft((before) => ({ ...before, ...patch }));
              setFound({});
              create.reset();
              if (theirs === null) update.reset();
            }}
          />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {texts.cancel}
            </Button>
            <Button type="submit" loading={create.isPending || update.isPending}>
              {texts.save}
            </Button>
          </Group>
        </Stack>
      </form>
    </Drawer>
  );
}
