import { Button, Group, MultiSelect, Select, Text } from '@mantine/core';
import { useState, type JSX } from 'react';
import { useMessages } from '../../../web/message.ts';
import { implementationStatuses, inclusionReasons, type ApplicabilityFields } from '../model.ts';
import { applicabilityMessages } from './messages.ts';

interface BulkBarProps {
  readonly count: number;
  readonly busy: boolean;
  readonly onSet: (patch: Partial<ApplicabilityFields>) => void;
  readonly onClear: () => void;
}

/** Sets the same for all controls that are selected, in one change. */
export function BulkBar({ count, busy, onSet, onClear }: BulkBarProps): JSX.Element {
  const all = useMessages(applicabilityMessages);
  const texts = all.bulk;
  const [applies, setApplies] = useState<string | null>(null);
  const [status, setStatus] = useState<string | null>(null);
  const [reasons, setReasons] = useState<string[]>([]);
  const chosen = implementationStatuses.find((one) => one === status);
  const called = inclusionReasons.filter((reason) => reasons.includes(reason));
  return (
    <Group gap="xs" role="toolbar" aria-label={texts.label}>
      <Text size="sm" fw={600}>
        {texts.selected(count)}
      </Text>
      <Select
        size="xs"
        w={130}
        aria-label={all.applies}
        placeholder={all.applies}
        clearable
        data={[
          { value: 'yes', label: all.applicability.in },
          { value: 'no', label: all.applicability.out },
        ]}
        value={applies}
        onChange={setApplies}
      />
      <Select
        size="xs"
        w={150}
        aria-label={all.status}
        placeholder={all.status}
        clearable
        data={implementationStatuses.map((value) => ({ value, label: all.statuses[value] }))}
        value={status}
        onChange={setStatus}
      />
      <MultiSelect
        size="xs"
        w={240}
        aria-label={all.calledFor}
        placeholder={reasons.length === 0 ? all.calledFor : ''}
        data={inclusionReasons.map((value) => ({ value, label: all.reasons[value] }))}
        value={reasons}
        onChange={setReasons}
      />
      <Button
        size="xs"
        loading={busy}
        disabled={applies === null && chosen === undefined && called.length === 0}
        onClick={() =>
          onSet({
            ...(applies === null ? {} : { applicable: applies === 'yes' }),
            ...(chosen === undefined ? {} : { status: chosen }),
            ...(called.length === 0 ? {} : { reasons: called }),
          })
        }
      >
        {texts.set}
      </Button>
      <Button size="xs" variant="default" onClick={onClear}>
        {texts.clear}
      </Button>
    </Group>
  );
}
