import { Group, SegmentedControl, Select, Text, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import type { JSX } from 'react';
import { controlThemes, themeTitle } from '../../../domain/catalogue.ts';
import type { AddressSearch } from '../../../web/address.ts';
import { useMessages } from '../../../web/message.ts';
import { implementationStatuses, inclusionReasons } from '../model.ts';
import { applicabilityMessages } from './messages.ts';
import { statementShows, type statementFilter, type StatementShow } from './statement.ts';

interface StatementFiltersProps {
  readonly filter: ReturnType<typeof statementFilter>;
  readonly shown: number;
  readonly counts: Readonly<Record<StatementShow, number>>;
  readonly owners: readonly { readonly value: string; readonly label: string }[];
  readonly onChange: (patch: AddressSearch) => void;
}

const themes = controlThemes.map((theme, index) => ({
  value: `A.${index + 5}`,
  label: `A.${index + 5} ${themeTitle(theme)}`,
}));

export function StatementFilters({ filter, shown, counts, owners, onChange }: StatementFiltersProps): JSX.Element {
  const texts = useMessages(applicabilityMessages);
  return (
    <Group gap="xs" justify="space-between">
      <Group gap="xs">
        <TextInput
          w={170}
          type="search"
          aria-label={texts.search}
          placeholder={texts.search}
          leftSection={<IconSearch size={15} aria-hidden />}
          value={filter.search}
          onChange={(event) => onChange({ search: event.currentTarget.value || undefined })}
        />
        <Select
          w={150}
          aria-label={texts.theme}
          placeholder={texts.anyTheme}
          clearable
          data={themes}
          value={filter.theme ?? null}
          onChange={(theme) => onChange({ theme: theme ?? undefined })}
        />
        <Select
          w={130}
          aria-label={texts.status}
          placeholder={texts.anyStatus}
          clearable
          data={implementationStatuses.map((status) => ({ value: status, label: texts.statuses[status] }))}
          value={filter.status ?? null}
          onChange={(status) => onChange({ status: status ?? undefined })}
        />
        <Select
          w={140}
          aria-label={texts.calledFor}
          placeholder={texts.anyReason}
          clearable
          data={[
            ...inclusionReasons.map((reason) => ({ value: reason as string, label: texts.reasons[reason] })),
            { value: 'none', label: texts.noReason },
          ]}
          value={filter.reason ?? null}
          onChange={(reason) => onChange({ reason: reason ?? undefined })}
        />
        <Select
          w={170}
          aria-label={texts.owner}
          placeholder={texts.anyOwner}
          clearable
          searchable
          data={owners}
          value={filter.owner ?? null}
          onChange={(owner) => onChange({ owner: owner ?? undefined })}
        />
        <SegmentedControl
          aria-label={texts.applies}
          data={statementShows.map((value) => ({
            value,
            label: texts.choice(texts.applicability[value], counts[value]),
          }))}
          value={filter.show}
          onChange={(value) => onChange({ show: value === 'all' ? undefined : value })}
        />
      </Group>
      <Text size="sm" c="dimmed" role="status">
        {texts.figures(shown)}
      </Text>
    </Group>
  );
}
