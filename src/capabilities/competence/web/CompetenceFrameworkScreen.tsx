import { Button, Group, Loader, Select, Text, TextInput } from '@mantine/core';
import { IconDownload, IconFileImport, IconPlus, IconSearch } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState, type JSX } from 'react';
import { competenceLevels } from '../../../domain/competence.ts';
import { oneOf, useAddressFilters } from '../../../web/address.ts';
import { useAsOf } from '../../../web/as-of.ts';
import { addressOf } from '../../../web/client.ts';
import { useMessages } from '../../../web/message.ts';
import { useMayChange, useMayReadTrail, useOrganization } from '../../../web/organization.ts';
import { useRead } from '../../../web/organization-data.ts';
import { PageHeader } from '../../../web/PageHeader.tsx';
import { ProblemAlert } from '../../../web/ProblemAlert.tsx';
import { Panel } from '../../../web/register/Panel.tsx';
import { competenceFrameworkRoutes } from '../framework-contract.ts';
import type { FrameworkInUse, ListedCompetence } from '../framework-list.ts';
import { CompetenceDrawer } from './CompetenceDrawer.tsx';
import { CompetenceForm } from './CompetenceForm.tsx';
import { CompetenceSections } from './CompetenceSections.tsx';
import { CompetenceTable } from './CompetenceTable.tsx';
import { chosenCompetences, shows } from './framework-filter.ts';
import { FrameworkHistory } from './FrameworkHistory.tsx';
import classes from './framework.module.css';
import { frameworkMessages } from './framework-messages.ts';
import { FrameworkSources } from './FrameworkSources.tsx';

/** The framework in use: what may be required and held, what the levels mean, where it comes from. */
export function CompetenceFrameworkScreen(): JSX.Element {
  const texts = useMessages(frameworkMessages);
  const { id, slug } = useOrganization();
  const asOf = useAsOf();
  const mayChange = useMayChange('competence');
  const read = useRead(competenceFrameworkRoutes.competenceFramework);
  const [adding, setAdding] = useState(false);
  const download = addressOf(competenceFrameworkRoutes.frameworkExport, { organizationId: id }, asOf.query);
  return (
    <>
      <PageHeader title={texts.title} lead={texts.lead}>
        <Button variant="default" component="a" href={download} leftSection={<IconDownload size={16} aria-hidden />}>
          {texts.export}
        </Button>
        {mayChange && (
          <>
            <Button
              variant="default"
              leftSection={<IconFileImport size={16} aria-hidden />}
              renderRoot={(props) => <Link to="/o/$slug/competence/framework/import" params={{ slug }} {...props} />}
            >
              {texts.bring}
            </Button>
            <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setAdding(true)}>
              {texts.add}
            </Button>
          </>
        )}
      </PageHeader>
      <CompetenceSections />
      <ProblemAlert error={read.error} />
      {read.isLoading && <Loader size="sm" aria-label={texts.loading} />}
      {read.data !== undefined && <FrameworkPage page={read.data} />}
      {adding && <CompetenceForm competence={null} onClose={() => setAdding(false)} />}
    </>
  );
}

function FrameworkPage({ page }: { readonly page: FrameworkInUse }) {
  const texts = useMessages(frameworkMessages);
  const mayReadTrail = useMayReadTrail();
  const [address, setAddress] = useAddressFilters();
  const show = oneOf(shows, address['show']) ?? 'present';
  const filter = { text: address['search'] ?? '', source: address['source'], group: address['group'], show };
  const chosen = chosenCompetences(page.competences, filter);
  const frameworkName = new Map<string | null, string>(page.frameworks.map(({ id, name }) => [id, name]));
  const sourceOf = ({ source, frameworkId }: ListedCompetence): string =>
    source === 'imported' ? (frameworkName.get(frameworkId) ?? '') : texts.sources[source];
  const groups = [...new Set(page.competences.flatMap(({ group }) => group ?? []))];
  const open = page.competences.find(({ key }) => key === address['competence']);
  return (
    <div className={classes.columns}>
      <div className={classes.main}>
        <Group gap="xs" data-screen-only>
          <TextInput
            w={240}
            type="search"
            aria-label={texts.search}
            placeholder={texts.search}
            leftSection={<IconSearch size={15} aria-hidden />}
            value={filter.text}
            onChange={(event) => setAddress({ search: event.currentTarget.value })}
          />
          <Select
            w={190}
            aria-label={texts.source}
            allowDeselect={false}
            data={[
              { value: '', label: texts.sources.all },
              { value: 'shipped', label: texts.sources.shipped },
              { value: 'own', label: texts.sources.own },
              ...page.frameworks
                .filter(({ kind }) => kind !== 'own')
                .map(({ id, name }) => ({ value: id, label: name })),
            ]}
            value={filter.source ?? ''}
            onChange={(source) => setAddress({ source: source ?? '' })}
          />
          <Select
            w={190}
            aria-label={texts.group}
            placeholder={texts.anyGroup}
            clearable
            searchable
            data={groups}
            value={filter.group ?? null}
            onChange={(group) => setAddress({ group: group ?? undefined })}
          />
          <Select
            w={150}
            aria-label={texts.show}
            allowDeselect={false}
            data={shows.map((value) => ({ value, label: texts.shows[value] }))}
            value={show}
            onChange={(value) => setAddress({ show: value ?? undefined })}
          />
          <Text size="sm" c="dimmed" aria-live="polite">
            {texts.found(chosen.length)}
          </Text>
        </Group>
        {chosen.length === 0 ? (
          <Text c="dimmed">{texts.nothing}</Text>
        ) : (
          <CompetenceTable
            competences={chosen}
            sourceOf={sourceOf}
            onOpen={(competence) => setAddress({ competence })}
          />
        )}
      </div>
      <div className={classes.side}>
        <Panel title={texts.levels}>
          <dl className={classes.steps}>
            {competenceLevels.map(({ level, name, meaning }) => (
              <div key={level}>
                <dt>{texts.level(level, name)}</dt>
                <dd>{meaning}</dd>
              </div>
            ))}
          </dl>
        </Panel>
        <FrameworkSources page={page} />
        {mayReadTrail && <FrameworkHistory register="competenceFramework" />}
      </div>
      {open !== undefined && (
        <CompetenceDrawer
          key={`${open.key} ${open.version ?? 0}`}
          competence={open}
          source={sourceOf(open)}
          onClose={() => setAddress({ competence: undefined })}
        />
      )}
    </div>
  );
}
