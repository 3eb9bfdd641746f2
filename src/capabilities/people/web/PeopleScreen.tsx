import { Button, Loader, Text } from '@mantine/core';
import { IconBuilding, IconFileImport, IconPlus, IconUsers, IconUsersMinus } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState, type JSX } from 'react';
import { DocumentMenu } from '../../documents/web/DocumentMenu.tsx';
import { useAddressFilters } from '../../../web/address.ts';
import { EmptyState } from '../../../web/EmptyState.tsx';
import { useMessages } from '../../../web/message.ts';
import { useMayChange, useOrganization } from '../../../web/organization.ts';
import { PageHeader } from '../../../web/PageHeader.tsx';
import { ProblemAlert } from '../../../web/ProblemAlert.tsx';
import classes from '../../../web/register/register.module.css';
import { doublesMessages } from './doubles-messages.ts';
import { peopleMessages } from './messages.ts';
import { PeopleFilters } from './PeopleFilters.tsx';
import { SelectionBar } from './PeopleSelection.tsx';
import { useSelection } from './people-selection.ts';
import { PeopleTable } from './PeopleTable.tsx';
import { usePeoplePages } from './people-pages.ts';
import { isFiltered, personFilterOf } from './person-filter.ts';
import { PersonDrawer } from './PersonDrawer.tsx';

/** The register of people: search, filters and order stand in the address. */
export function PeopleScreen(): JSX.Element {
  const texts = useMessages(peopleMessages);
  const doubles = useMessages(doublesMessages);
  const { slug } = useOrganization();
  const mayChange = useMayChange('person');
  const [address, setAddress] = useAddressFilters();
  const filter = personFilterOf(address);
  const pages = usePeoplePages(filter);
  const selection = useSelection(pages.rows);
  const [adding, setAdding] = useState(false);
  const nobodyYet = !pages.isLoading && pages.error === null && pages.total === 0 && !isFiltered(filter);
  return (
    <div className={classes.page}>
      <PageHeader title={texts.title} lead={texts.lead}>
        {!nobodyYet && (
          <Button
            variant="default"
            leftSection={<IconBuilding size={16} aria-hidden />}
            renderRoot={(props) => <Link to="/o/$slug/people/units" params={{ slug }} {...props} />}
          >
            {texts.units}
          </Button>
        )}
        {!nobodyYet && (
          <Button
            variant="default"
            leftSection={<IconUsersMinus size={16} aria-hidden />}
            renderRoot={(props) => <Link to="/o/$slug/people/doubles" params={{ slug }} {...props} />}
          >
            {doubles.link}
          </Button>
        )}
        {!nobodyYet && <DocumentMenu document="peopleRegister" />}
        {mayChange && !nobodyYet && (
          <>
            <Button
              variant="default"
              leftSection={<IconFileImport size={16} aria-hidden />}
              renderRoot={(props) => <Link to="/o/$slug/people/import" params={{ slug }} {...props} />}
            >
              {texts.bring}
            </Button>
            <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setAdding(true)}>
              {texts.add}
            </Button>
          </>
        )}
      </PageHeader>
      <ProblemAlert error={pages.error} />
      {pages.isLoading && <Loader size="sm" aria-label={texts.loading} />}
      {nobodyYet && (
        <EmptyState
          icon={<IconUsers size={28} />}
          title={texts.empty.title}
          what={texts.empty.text}
          clause={texts.empty.clause}
        >
          {mayChange && (
            <>
              <Button renderRoot={(props) => <Link to="/o/$slug/people/import" params={{ slug }} {...props} />}>
                {texts.empty.begin}
              </Button>
              <Button variant="default" onClick={() => setAdding(true)}>
                {texts.empty.one}
              </Button>
            </>
          )}
        </EmptyState>
      )}
      {!nobodyYet && !pages.isLoading && (
        <>
          <div className={classes.toolbar}>
            <PeopleFilters filter={filter} units={pages.units} onChange={setAddress} />
            <Text size="sm" c="dimmed" role="status">
              {texts.found(pages.total)}
            </Text>
          </div>
          {mayChange && selection.people.size > 0 && (
            <SelectionBar selection={selection} filter={filter} total={pages.total} />
          )}
          {pages.total === 0 ? (
            <Text c="dimmed">{texts.nobody}</Text>
          ) : (
            <PeopleTable
              rows={pages.rows}
              total={pages.total}
              sort={filter.sort}
              onSort={(sort) => setAddress({ sort: sort === 'name' ? undefined : sort })}
              onEnd={pages.more}
              selection={mayChange ? selection : null}
            />
          )}
        </>
      )}
      {adding && <PersonDrawer person={null} onClose={() => setAdding(false)} />}
    </div>
  );
}
