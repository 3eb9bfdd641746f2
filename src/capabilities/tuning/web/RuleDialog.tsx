import { Button, Group, Modal, NumberInput, Select, Stack, Switch, Textarea } from '@mantine/core';
import { useState, type JSX } from 'react';
import { ConflictNotice } from '../../../web/form/ConflictNotice.tsx';
import { useMessages } from '../../../web/message.ts';
import { messages as shell } from '../../../web/messages.ts';
import { useWrite } from '../../../web/organization-data.ts';
import { conflictOf, fieldErrorsOf } from '../../../web/problem.ts';
import { ProblemAlert } from '../../../web/ProblemAlert.tsx';
import { severities, type RuleId, type Severity } from '../../assessment/model.ts';
import { offByDefault, ruleLimits, type RuleLimit } from '../../assessment/rule-tuning.ts';
import { messages as assessmentMessages } from '../../assessment/web/messages.ts';
import { tuningRoutes } from '../contract.ts';
import type { RuleSetting } from '../model.ts';
import { tuningMessages } from './messages.ts';

interface RuleDialogProps {
  readonly rule: RuleId;
  readonly setting: RuleSetting | null;
  readonly onClose: () => void;
}

/** Sets one rule, with the reason, or has it judged as shipped again. */
export function RuleDialog({ rule, setting, onClose }: RuleDialogProps): JSX.Element {
  const texts = useMessages(tuningMessages);
  const common = useMessages(shell);
  const { rule: titles, severity: severityNames } = useMessages(assessmentMessages);
  const tune = useWrite(tuningRoutes.tuneRule);
  const reset = useWrite(tuningRoutes.resetRule);
  const [on, setOn] = useState(setting?.on ?? !offByDefault.has(rule));
  const [severity, setSeverity] = useState<Severity | null>(setting?.severity ?? null);
  const [limit, setLimit] = useState(setting?.limit ?? null);
  const [reason, setReason] = useState(setting?.reason ?? '');
  // What the editor saw when the dialog opened; a change in between is told, not written over.
  const [seen] = useState(setting?.version ?? null);
  const errors = fieldErrorsOf(tune.error);
  const conflict = conflictOf(tune.error) ?? conflictOf(reset.error);
  const bounds = ruleLimits[rule];
  const save = (version: number | null): void =>
    tune.mutate({ path: { rule }, body: { on, severity, limit, reason, version } }, { onSuccess: onClose });
  return (
    <Modal
      opened
      onClose={onClose}
      title={texts.dialog(titles[rule])}
      closeButtonProps={{ 'aria-label': common.close }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save(seen);
        }}
      >
        <Stack gap="sm">
          <Switch
            label={texts.judge}
            description={texts.judgeHint}
            checked={on}
            onChange={(event) => setOn(event.currentTarget.checked)}
          />
          <Select
            label={texts.severity}
            description={texts.severityHint}
            allowDeselect={false}
            disabled={!on}
            data={[
              { value: '', label: texts.ownSeverity },
              ...severities.map((value) => ({ value, label: severityNames[value] })),
            ]}
            value={severity ?? ''}
            onChange={(value) => setSeverity(severities.find((known) => known === value) ?? null)}
          />
          {bounds !== undefined && (
            <LimitInput
              bounds={bounds}
              value={limit}
              disabled={!on}
              {...(errors['limit'] === undefined ? {} : { error: errors['limit'] })}
              onChange={setLimit}
            />
          )}
          <Textarea
            label={texts.reason}
            description={texts.reasonHint}
            required
            autosize
            minRows={2}
            maxLength={2000}
            value={reason}
            error={errors['reason']}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          {conflict === null ? (
            <ProblemAlert error={tune.error ?? reset.error} fields={['limit', 'reason']} />
          ) : (
            <ConflictNotice
              differences={[{ label: texts.reason, yours: reason, theirs: setting?.reason ?? texts.asShipped }]}
              onKeepMine={() => save(setting?.version ?? null)}
              onTakeTheirs={onClose}
            />
          )}
          <Group justify="space-between">
            <Button type="submit" loading={tune.isPending} disabled={reason.trim() === ''}>
              {common.save}
            </Button>
            {setting !== null && (
              <Button
                variant="default"
                loading={reset.isPending}
                onClick={() => reset.mutate({ path: { rule }, version: setting.version }, { onSuccess: onClose })}
              >
                {texts.reset}
              </Button>
            )}
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

interface LimitInputProps {
  readonly bounds: RuleLimit;
  readonly value: number | null;
  readonly disabled: boolean;
  readonly error?: string;
  readonly onChange: (value: number | null) => void;
}

/** A share is shown in percent and kept from 0 to 1. */
function LimitInput({ bounds, value, disabled, error, onChange }: LimitInputProps): JSX.Element {
  const texts = useMessages(tuningMessages);
  const { unit, least, most, normal } = bounds;
  const factor = unit === 'share' ? 100 : 1;
  const label = { share: texts.percent, count: texts.count, days: texts.days }[unit];
  const shown = unit === 'share' ? `${Math.round(normal * 100)} %` : String(normal);
  return (
    <NumberInput
      label={label}
      description={texts.limitHint[unit](shown)}
      placeholder={shown}
      min={Math.round(least * factor)}
      max={Math.round(most * factor)}
      allowDecimal={false}
      disabled={disabled}
      value={value === null ? '' : Math.round(value * factor)}
      error={error}
      onChange={(entered) => onChange(typeof entered === 'number' ? entered / factor : null)}
    />
  );
}
