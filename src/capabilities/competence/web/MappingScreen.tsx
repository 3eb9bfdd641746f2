import { Button, Loader, Select, Text } from '@mantine/core';
import { IconArrowsExchange, IconFileImport } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { JSX } from 'react';
import { oneOf } from '../../../web/address.ts';
import { EmptyState } from '../../../web/EmptyState.tsx';
import { useMessages } from '../../../web/message.ts';
import { useMayChange, useOrganization } from '../../../web/organization.ts';
import { useRead, useWrite } from '../../../web/organization-data.ts';
import { PageHeader } from '../../../web/PageHeader.tsx';
import { ProblemAlert } from '../../../web/ProblemAlert.tsx';
import { Panel } from '../../../web/register/Panel.tsx';
import { RegisterTable, type RegisterColumn } from '../../../web/register/RegisterTable.tsx';
import { competenceFrameworkRoutes } from '../framework-contract.ts';
import type { MappingPage } from '../framework-list.ts';
import { mappingRelations } from '../model.ts';
import { AddMapping } from './AddMapping.tsx';
import { CompetenceSections } from './CompetenceSections.tsx';
import classes from './framework.module.css';
import { mappingMessages } from './mapping-messages.ts';

type Mapping = MappingPage['mappings'][number];
const SUGGESTED = 40;

/** Which competence counts for which other, and what Muster suggests. */
export function MappingScreen(): JSX.Element {
  const texts = useMessages(mappingMessages);
  const { slug } = useOrganization();
  const mayChange = useMayChange('competenceMapping');
  const read = useRead(competenceFrameworkRoutes.competenceMappings);
  const frameworks = useRead(competenceFrameworkRoutes.workRoles);
  const edit = useWrite(competenceFrameworkRoutes.editCompetenceMappings);
  const empty =
    read.data !== undefined &&
    read.data.mappings.length + read.data.proposals.length === 0 &&
    frameworks.data?.length === 0;
  return (
    <>
      <PageHeader title={texts.title} lead={texts.lead} />
      <CompetenceSections />
      <ProblemAlert error={edit.error ?? read.error} />
      {read.isLoading && <Loader size="sm" aria-label={texts.loading} />}
      {empty && (
        <EmptyState icon={<IconArrowsExchange size={28} />} title={texts.empty.title} what={texts.empty.what}>
          {mayChange && (
            <Button
              leftSection={<IconFileImport size={16} aria-hidden />}
              renderRoot={(props) => <Link to="/o/$slug/competence/framework/import" params={{ slug }} {...props} />}
            >
              {texts.bring}
            </Button>
          )}
        </EmptyState>
      )}
      {read.data !== undefined && !empty && (
        <div className={classes.columns}>
          <div className={classes.main}>
            {read.data.mappings.length === 0 ? (
              <Text c="dimmed">{texts.none}</Text>
            ) : (
              <MappingTable mappings={read.data.mappings} edit={mayChange ? edit.mutate : null} />
            )}
            <Suggestions
              proposals={read.data.proposals}
              onTake={mayChange ? (add) => edit.mutate({ body: { add: [...add] } }) : null}
            />
          </div>
          <div className={classes.side}>
            {mayChange && (
              <AddMapping onAdd={(row) => edit.mutate({ body: { add: [row] } })} pending={edit.isPending} />
            )}
          </div>
        </div>
      )}
    </>
  );
}

type Edit = ReturnType<typeof useWrite<typeof competenceFrameworkRoutes.editCompetenceMappings>>['mutate'];

const MappingTable = ({ mappings, edit }: { readonly mappings: readonly Mapping[]; readonly edit: Edit | null }) => {
  const texts = useMessages(mappingMessages);
  const columns: readonly RegisterColumn<Mapping>[] = [
    {
      id: 'from',
      label: texts.columns.from,
      width: '33%',
      cell: ({ fromName, from }) => <span title={`${from} ${fromName}`}>{fromName}</span>,
    },
    {
      id: 'relation',
      label: texts.columns.relation,
      width: '17%',
      cell: ({ id, version, relation, fromName, toName }) =>
        edit === null ? (
          texts.relations[relation]
        ) : (
          <Select
            size="xs"
            variant="unstyled"
            aria-label={texts.relationOf(fromName, toName)}
            allowDeselect={false}
            data={mappingRelations.map((value) => ({ value, label: texts.relations[value] }))}
            value={relation}
            onChange={(value) => {
              const chosen = oneOf(mappingRelations, value ?? undefined);
              if (chosen !== undefined && chosen !== relation)
                edit({ body: { change: [{ id, version, relation: chosen }] } });
            }}
          />
        ),
    },
    {
      id: 'to',
      label: texts.columns.to,
      width: '33%',
      cell: ({ toName, to, note }) => <span title={[to, toName, note].filter(Boolean).join(' ')}>{toName}</span>,
    },
    {
      id: 'actions',
      label: texts.columns.actions,
      width: '17%',
      cell: ({ id, version, fromName, toName, note }) =>
        edit === null ? (
          note
        ) : (
          <Button
            size="compact-xs"
            variant="default"
            aria-label={texts.removeOf(fromName, toName)}
            onClick={() => edit({ body: { remove: [{ id, version }] } })}
          >
            {texts.remove}
          </Button>
        ),
    },
  ];
  return (
    <div className={classes.table}>
      <RegisterTable
        label={texts.title}
        columns={columns}
        rows={mappings}
        total={mappings.length}
        rowKey={({ id }) => id}
        quiet={({ relation }) => relation === 'related'}
      />
    </div>
  );
};

interface SuggestionsProps {
  readonly proposals: MappingPage['proposals'];
  readonly onTake:
    | ((rows: readonly { from: string; to: string; relation: 'equal' | 'covers' | 'related'; note: string }[]) => void)
    | null;
}

const Suggestions = ({ proposals, onTake }: SuggestionsProps) => {
  const texts = useMessages(mappingMessages);
  if (proposals.length === 0) return null;
  const rows = proposals.map(({ from, to, relation }) => ({ from, to, relation, note: '' }));
  return (
    <Panel title={texts.suggested} count={proposals.length} lead={texts.suggestedLead}>
      {onTake !== null && (
        <Button size="compact-sm" variant="default" mb="xs" onClick={() => onTake(rows)}>
          {texts.takeAll(rows.length)}
        </Button>
      )}
      <ul className={classes.plain}>
        {proposals.slice(0, SUGGESTED).map(({ from, to, relation, fromName, toName }) => (
          <li key={`${from} ${to}`} className={classes.row}>
            <span>
              {fromName} <span className={classes.dim}>{texts.relations[relation]}</span> {toName}
            </span>
            {onTake !== null && (
              <Button
                size="compact-xs"
                variant="default"
                aria-label={texts.takeOf(fromName, toName)}
                onClick={() => onTake([{ from, to, relation, note: '' }])}
              >
                {texts.take}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {proposals.length > SUGGESTED && (
        <Text size="sm" c="dimmed">
          {texts.more(proposals.length - SUGGESTED)}
        </Text>
      )}
    </Panel>
  );
};
