import { Alert, Anchor, Button, Loader, Text } from '@mantine/core';
import { IconAlertTriangle, IconFileImport } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState, type JSX } from 'react';
import { ConflictNotice } from '../../../web/form/ConflictNotice.tsx';
import { useAddressFilters } from '../../../web/address.ts';
import { useMessages } from '../../../web/message.ts';
import { useMayChange, useOrganization } from '../../../web/organization.ts';
import { useRead, useWrite } from '../../../web/organization-data.ts';
import { PageHeader } from '../../../web/PageHeader.tsx';
import { conflictOf } from '../../../web/problem.ts';
import { ProblemAlert } from '../../../web/ProblemAlert.tsx';
import classes from '../../../web/register/register.module.css';
import type { ControlResource } from '../../assessment/control-resource.ts';
import { DocumentMenu } from '../../documents/web/DocumentMenu.tsx';
import { VersionsDrawer } from '../../documents/web/VersionsDrawer.tsx';
import { applicabilityRoutes } from '../contract.ts';
import type { Applicability, ApplicabilityFields } from '../model.ts';
import { applicabilityMessages } from './messages.ts';
import { BulkBar } from './BulkBar.tsx';
import {
  countsOf,
  editOf,
  isUnjustified,
  statementFilter,
  statementRows,
  statementShown,
  unsaid,
  type StatementEdit,
} from './statement.ts';
import { StatementFilters } from './StatementFilters.tsx';
import { StatementTable } from './StatementTable.tsx';

/** The statement of applicability: 93 controls, edited in place. */
export function ApplicabilityScreen(): JSX.Element {
  const texts = useMessages(applicabilityMessages);
  const { slug } = useOrganization();
  const mayChange = useMayChange('applicability');
  const [address, setFilter] = useAddressFilters();
  const read = useRead(applicabilityRoutes.applicability);
  const edit = useWrite(applicabilityRoutes.editApplicability);
  const resources = useRead(applicabilityRoutes.controlResources);
  const [tried, setTried] = useState<readonly StatementEdit[]>([]);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const filter = statementFilter(address);
  const rows = statementRows(read.data ?? []);
  const byControl = new Map(resources.data?.controls.map((one) => [one.requirementId, one]) ?? []);
  const shown = statementShown(rows, filter, byControl);
  const missing = rows.filter(isUnjustified).length;
  const conflict = conflictOf(edit.error);
  const theirs = conflict === null ? null : (conflict.theirs as Applicability | null);
  const asked = (conflict?.yours ?? null) as Pick<ApplicabilityFields, 'requirementId'> | null;
  const mine = tried.find(({ requirementId }) => requirementId === asked?.requirementId);
  const send = (edits: readonly StatementEdit[]): void => {
    setTried(edits);
    edit.mutate({ body: { edits: [...edits] } });
  };
  const select = (controls: readonly string[], isIn: boolean): void =>
    setSelected(new Set(isIn ? [...selected, ...controls] : [...selected].filter((one) => !controls.includes(one))));
  if (read.data === undefined)
    return read.error === null ? <Loader size="sm" aria-label={texts.loading} /> : <ProblemAlert error={read.error} />;
  return (
    <div className={classes.page}>
      <PageHeader title={texts.title} lead={texts.lead}>
        {mayChange && (
          <Button
            variant="default"
            leftSection={<IconFileImport size={16} aria-hidden />}
            renderRoot={(props) => <Link to="/o/$slug/applicability/import" params={{ slug }} {...props} />}
          >
            {texts.bring}
          </Button>
        )}
        <VersionsDrawer document="statement-of-applicability" />
        <DocumentMenu document="statementOfApplicability" />
      </PageHeader>
      {missing > 0 && (
        <Alert color="red" variant="outline" icon={<IconAlertTriangle size={18} aria-hidden />} py="xs">
          <Text size="sm">
            {texts.missing(missing)}.{' '}
            {filter.show !== 'unjustified' && (
              <Anchor component="button" type="button" inherit onClick={() => setFilter({ show: 'unjustified' })}>
                {texts.showMissing}
              </Anchor>
            )}
          </Text>
        </Alert>
      )}
      {conflict !== null && mine !== undefined ? (
        <ConflictNotice
          differences={differences(mine, theirs, texts)}
          onTakeTheirs={edit.reset}
          onKeepMine={() =>
            send(
              tried.map((one) => ({
                ...one,
                version: rows.find(({ control }) => control.id === one.requirementId)?.version ?? null,
              })),
            )
          }
        />
      ) : (
        <ProblemAlert error={edit.error} />
      )}
      <StatementFilters
        filter={filter}
        shown={shown.length}
        counts={countsOf(rows)}
        owners={ownersIn([...byControl.values()], texts.noOwner)}
        onChange={setFilter}
      />
      {selected.size > 0 && (
        <BulkBar
          count={selected.size}
          busy={edit.isPending}
          onSet={(patch) =>
            send(rows.filter(({ control }) => selected.has(control.id)).map((row) => editOf(row, patch)))
          }
          onClear={() => setSelected(new Set())}
        />
      )}
      <ProblemAlert error={resources.error} />
      {shown.length === 0 ? (
        <Text c="dimmed">{texts.nothing}</Text>
      ) : (
        <StatementTable
          rows={shown}
          resources={byControl}
          gaps={resources.data?.gaps ?? []}
          mayChange={mayChange}
          selected={selected}
          onSelect={select}
          onSave={(row, patch) => send([editOf(row, patch)])}
        />
      )}
    </div>
  );
}

/** Those whom the matrix makes accountable for some control, by name. */
const ownersIn = (resources: readonly ControlResource[], nobody: string) => [
  ...[
    ...new Map(
      resources.flatMap(({ bearers }) =>
        bearers.filter(({ letter }) => letter === 'A').map(({ named }) => [named.id as string, named.name] as const),
      ),
    ),
  ]
    .map(([value, label]) => ({ value, label }))
    .toSorted((a, b) => a.label.localeCompare(b.label)),
  { value: 'none', label: nobody },
];

type Shown = Omit<ApplicabilityFields, 'requirementId' | 'statusOn'> & {
  readonly statusOn?: string | null | undefined;
};

type Words = ReturnType<typeof useMessages<(typeof applicabilityMessages)['en']>>;

/** The fields in words, in which two people disagree. */
const told = (fields: Shown, words: Words): readonly (readonly [string, string])[] => [
  [words.columns.applies, fields.applicable ? words.yes : words.no],
  [words.columns.reasons, fields.reasons.map((reason) => words.reasons[reason]).join(', ')],
  [words.columns.justification, fields.justification],
  [words.columns.status, words.statuses[fields.status]],
  [words.columns.statusOn, fields.statusOn ?? ''],
  [words.columns.evidence, fields.evidence.map(({ label, link }) => [label, link ?? ''].join(' ').trim()).join('; ')],
];

function differences(mine: Shown, theirs: Applicability | null, words: Words) {
  const others = told(theirs ?? unsaid, words);
  return told(mine, words)
    .map(([label, yours], index) => ({ label, yours, theirs: others[index]?.[1] ?? '' }))
    .filter(({ yours, theirs: other }) => yours !== other);
}
