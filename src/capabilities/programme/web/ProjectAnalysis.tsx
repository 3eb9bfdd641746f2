import { Button, Group, Loader, SegmentedControl, Text, TextInput } from '@mantine/core';
import { IconChecks, IconSearch } from '@tabler/icons-react';
import { useCallback, type JSX } from 'react';
import { useAddressFilters } from '../../../web/address.ts';
import { ConflictNotice } from '../../../web/form/ConflictNotice.tsx';
import { useMessages } from '../../../web/message.ts';
import { useMayChange } from '../../../web/organization.ts';
import { useRead } from '../../../web/organization-data.ts';
import { ProblemAlert } from '../../../web/ProblemAlert.tsx';
import { programmeRoutes, type AnalysisLine, type ProjectRow } from '../contract.ts';
import { useAnalysisSaving, type AnalysisSaving } from './analysis-saving.ts';
import {
  judged,
  metByProposal,
  sheetCounts,
  sheetFilter,
  sheetGroups,
  sheetShows,
  type WrittenAnalysis,
} from './analysis-sheet.ts';
import { AnalysisTable } from './AnalysisTable.tsx';
import { programmeMessages } from './messages.ts';
import classes from './programme.module.css';

/** What each requirement calls for and what is at hand, judged row by row. */
export function ProjectAnalysis({ project }: { readonly project: ProjectRow }): JSX.Element {
  const texts = useMessages(programmeMessages);
  const read = useRead(programmeRoutes.analysis, { path: { projectId: project.id } });
  if (read.data === undefined)
    return read.error === null ? <Loader size="sm" aria-label={texts.loading} /> : <ProblemAlert error={read.error} />;
  return <Sheet project={project} lines={read.data} />;
}

interface SheetProps {
  readonly project: ProjectRow;
  readonly lines: readonly AnalysisLine[];
}

const Sheet = ({ project, lines }: SheetProps): JSX.Element => {
  const texts = useMessages(programmeMessages).analysis;
  const mayChange = useMayChange('analysis') && project.state !== 'closed';
  const [address, setFilter] = useAddressFilters();
  const filter = sheetFilter(address);
  const saving = useAnalysisSaving(project.id, lines);
  const { record } = saving;
  const recordOne = useCallback((fields: WrittenAnalysis) => record([fields]), [record]);
  const groups = sheetGroups(saving.rows, filter);
  const counts = sheetCounts(saving.rows);
  const met = metByProposal(saving.rows);
  return (
    <>
      <Group gap="xs" justify="space-between">
        <Group gap="xs" role="search" aria-label={texts.search}>
          <TextInput
            w={240}
            type="search"
            aria-label={texts.search}
            placeholder={texts.search}
            leftSection={<IconSearch size={15} aria-hidden />}
            value={filter.search}
            onChange={(event) => setFilter({ search: event.currentTarget.value || undefined })}
          />
          <SegmentedControl
            className={classes.shows}
            aria-label={texts.show}
            data={sheetShows.map((value) => ({ value, label: `${texts.shows[value]} ${counts[value]}` }))}
            value={filter.show}
            onChange={(value) => setFilter({ show: value === 'all' ? undefined : value })}
          />
        </Group>
        <Group gap="sm">
          <Text size="sm" c="dimmed" role="status">
            {saving.isSaving
              ? texts.saving
              : saving.waiting > 0
                ? texts.waiting(saving.waiting)
                : counts.unjudged < counts.all
                  ? texts.saved
                  : ''}
          </Text>
          {mayChange && met.length > 0 && (
            <Button
              variant="default"
              leftSection={<IconChecks size={16} aria-hidden />}
              onClick={() => record(met.map((row) => judged(row, 'enough')))}
            >
              {texts.keepMet(met.length)}
            </Button>
          )}
        </Group>
      </Group>
      <Text size="sm" c="dimmed" className={classes.hint}>
        {project.state === 'closed' ? texts.closed : texts.hint}
      </Text>
      <SavingProblem saving={saving} />
      {groups.length === 0 ? (
        <Text c="dimmed">{texts.nothing}</Text>
      ) : (
        <AnalysisTable groups={groups} mayChange={mayChange} onRecord={recordOne} />
      )}
    </>
  );
};

/** What somebody else made of a row meanwhile, or why nothing was saved. */
const SavingProblem = ({ saving }: { readonly saving: AnalysisSaving }): JSX.Element => {
  const texts = useMessages(programmeMessages).analysis;
  const { conflict, error, resolve } = saving;
  if (conflict === null) return <ProblemAlert error={error} />;
  const { yours, theirs } = conflict;
  const verdict = (value: typeof yours.verdict): string => (value === null ? '' : texts.verdicts[value]);
  return (
    <ConflictNotice
      differences={[
        {
          label: `${theirs.requirementId} ${texts.columns.verdict}`,
          yours: verdict(yours.verdict),
          theirs: verdict(theirs.verdict),
        },
        { label: texts.columns.callsFor, yours: yours.callsFor, theirs: theirs.callsFor },
        { label: texts.columns.atHand, yours: yours.atHand, theirs: theirs.atHand },
        { label: texts.columns.gap, yours: yours.gap, theirs: theirs.gap },
      ].filter((difference) => difference.yours !== difference.theirs)}
      onTakeTheirs={() => resolve('theirs')}
      onKeepMine={() => resolve('mine')}
    />
  );
};
