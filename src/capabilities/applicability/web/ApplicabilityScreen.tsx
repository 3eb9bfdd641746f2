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
import { DocumentMenu } from '../../documents/web/DocumentMenu.tsx';
import { applicabilityRoutes } from '../contract.ts';
import type { Applicability, ApplicabilityFields } from '../model.ts';
import { applicabilityMessages } from './messages.ts';
import { countsOf, isUnjustified, statementFilter, statementRows, statementShown } from './statement.ts';
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
  const [tried, setTried] = useState<ApplicabilityFields | null>(null);
  const filter = statementFilter(address);
  const rows = statementRows(read.data ?? []);
  const shown = statementShown(rows, filter);
  const missing = rows.filter(isUnjustified).length;
  const conflict = conflictOf(edit.error);
  const theirs = conflict === null ? null : (conflict.theirs as Applicability | null);
  const save = (fields: ApplicabilityFields, version: number | null): void => {
    setTried(fields);
    edit.mutate({ body: { edits: [{ ...fields, version }] } });
  };
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
      {conflict !== null && tried !== null ? (
        <ConflictNotice
          differences={differences(tried, theirs, texts)}
          onTakeTheirs={edit.reset}
          onKeepMine={() => save(tried, theirs?.version ?? null)}
        />
      ) : (
        <ProblemAlert error={edit.error} />
      )}
      <StatementFilters filter={filter} shown={shown.length} counts={countsOf(rows)} onChange={setFilter} />
      {shown.length === 0 ? (
        <Text c="dimmed">{texts.nothing}</Text>
      ) : (
        <StatementTable rows={shown} mayChange={mayChange} onSave={save} />
      )}
    </div>
  );
}

interface Words {
  readonly yes: string;
  readonly no: string;
  readonly columns: { readonly applies: string; readonly justification: string; readonly status: string };
  readonly statuses: Readonly<Record<ApplicabilityFields['status'], string>>;
}

const differences = (mine: ApplicabilityFields, theirs: ApplicabilityFields | null, words: Words) =>
  [
    {
      label: words.columns.applies,
      yours: mine.applicable ? words.yes : words.no,
      theirs: (theirs?.applicable ?? true) ? words.yes : words.no,
    },
    { label: words.columns.justification, yours: mine.justification, theirs: theirs?.justification ?? '' },
    {
      label: words.columns.status,
      yours: words.statuses[mine.status],
      theirs: words.statuses[theirs?.status ?? 'not-started'],
    },
  ].filter((difference) => difference.yours !== difference.theirs);
