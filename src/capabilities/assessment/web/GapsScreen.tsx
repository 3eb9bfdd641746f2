import { Accordion, Button, Group, Select, Text, TextInput } from '@mantine/core';
import { IconCircleCheck, IconSearch } from '@tabler/icons-react';
import type { JSX } from 'react';
import { useAddressFilters } from '../../../web/address.ts';
import { EmptyState } from '../../../web/EmptyState.tsx';
import { ErrorPage } from '../../../web/frame/ErrorPage.tsx';
import { LoadingPage } from '../../../web/frame/LoadingPage.tsx';
import { useMessages } from '../../../web/message.ts';
import { useRead } from '../../../web/organization-data.ts';
import { PageHeader } from '../../../web/PageHeader.tsx';
import { assessmentRoutes } from '../contract.ts';
import { ruleIds, ruleKinds, severities, type Gap, type UnjudgedRule } from '../model.ts';
import { filterGaps, gapFilterOf, subjectKinds } from './gap-filter.ts';
import { GapWindow } from './GapWindow.tsx';
import { messages } from './messages.ts';

/** Every gap, narrowed by what stands in the address. */
export function GapsScreen(): JSX.Element {
  const text = useMessages(messages).gapsPage;
  const [filters] = useAddressFilters();
  const assessment = useRead(assessmentRoutes.assessment);
  if (assessment.isError) return <ErrorPage error={assessment.error} reset={() => void assessment.refetch()} />;
  if (assessment.data === undefined) return <LoadingPage />;
  const { gaps, unjudgedRules } = assessment.data;
  const shown = filterGaps(gaps, gapFilterOf(filters));
  return (
    <>
      <PageHeader title={text.title} lead={text.lead} />
      {gaps.length === 0 ? (
        <EmptyState icon={<IconCircleCheck size={28} />} title={text.allClear} what={text.allClearWhat} />
      ) : (
        <>
          <GapFilters gaps={gaps} shown={shown.length} />
          {shown.length === 0 ? <Text py="lg">{text.none}</Text> : <GapWindow gaps={shown} />}
        </>
      )}
      <UnjudgedRules rules={unjudgedRules} />
    </>
  );
}

function GapFilters({ gaps, shown }: { readonly gaps: readonly Gap[]; readonly shown: number }): JSX.Element {
  const all = useMessages(messages);
  const text = all.gapsPage;
  const [filters, setFilters] = useAddressFilters();
  const filter = gapFilterOf(filters);
  const present = new Set(gaps.map(({ rule }) => rule));
  const kinds = new Set(gaps.map(({ rule }) => rule.slice(0, rule.indexOf('.'))));
  const units = [...new Set(gaps.flatMap(({ subject }) => subject.unit ?? []))].sort((a, b) => a.localeCompare(b));
  return (
    <Group gap="xs" mb="sm" data-screen-only>
      <TextInput
        aria-label={text.searchLabel}
        placeholder={text.search}
        leftSection={<IconSearch size={15} aria-hidden />}
        w={220}
        value={filter.search}
        onChange={(event) => setFilters({ search: event.currentTarget.value })}
      />
      <Select
        aria-label={text.severity}
        placeholder={all.overview.anySeverity}
        clearable
        w={140}
        data={severities.map((value) => ({ value, label: all.severity[value] }))}
        value={filter.severity ?? null}
        onChange={(value) => setFilters({ severity: value ?? undefined })}
      />
      <Select
        aria-label={text.kind}
        placeholder={text.anyKind}
        clearable
        w={150}
        data={ruleKinds.filter((kind) => kinds.has(kind)).map((value) => ({ value, label: text.kinds[value] }))}
        value={filter.kind ?? null}
        onChange={(value) => setFilters({ kind: value ?? undefined, rule: undefined })}
      />
      {units.length > 0 && (
        <Select
          aria-label={text.unit}
          placeholder={text.anyUnit}
          clearable
          searchable
          w={170}
          data={units}
          value={filter.unit ?? null}
          onChange={(value) => setFilters({ unit: value ?? undefined })}
        />
      )}
      <Select
        aria-label={text.rule}
        placeholder={text.anyRule}
        clearable
        w={210}
        data={ruleIds
          .filter((rule) => present.has(rule) && (filter.kind === undefined || rule.startsWith(`${filter.kind}.`)))
          .map((value) => ({ value, label: all.rule[value] }))}
        value={filter.rule ?? null}
        onChange={(value) => setFilters({ rule: value ?? undefined })}
      />
      <Select
        aria-label={text.subject}
        placeholder={text.anySubject}
        clearable
        w={160}
        data={subjectKinds.map((value) => ({ value, label: text.subjects[value] }))}
        value={filter.subject ?? null}
        onChange={(value) => setFilters({ subject: value ?? undefined })}
      />
      <Text size="sm" c="dimmed" aria-live="polite">
        {text.shown(shown, gaps.length)}
      </Text>
      {shown !== gaps.length && (
        <Button
          variant="subtle"
          size="compact-sm"
          onClick={() =>
            setFilters({
              search: undefined,
              severity: undefined,
              rule: undefined,
              subject: undefined,
              kind: undefined,
              unit: undefined,
            })
          }
        >
          {text.clear}
        </Button>
      )}
    </Group>
  );
}

function UnjudgedRules({ rules }: { readonly rules: readonly UnjudgedRule[] }): JSX.Element | null {
  const text = useMessages(messages).gapsPage;
  if (rules.length === 0) return null;
  return (
    <Accordion mt="xl" variant="contained" order={2}>
      <Accordion.Item value="unjudged">
        <Accordion.Control>{`${text.unjudged} (${rules.length})`}</Accordion.Control>
        <Accordion.Panel>
          <Text size="sm" c="dimmed" mb="xs">
            {text.unjudgedHint}
          </Text>
          {rules.map(({ rule, title, because }) => (
            <Text size="sm" key={rule} mb={4}>
              <strong>{title}.</strong> {because}
            </Text>
          ))}
        </Accordion.Panel>
      </Accordion.Item>
    </Accordion>
  );
}
