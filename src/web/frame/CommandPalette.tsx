import { Modal } from '@mantine/core';
import { Spotlight } from '@mantine/spotlight';
import { useDebouncedValue } from '@mantine/hooks';
import { IconKeyboard, IconListDetails, IconSearch, IconUser, IconUserStar } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState, type JSX } from 'react';
import { peopleRoutes } from '../../capabilities/people/contract.ts';
import { roleRoutes } from '../../capabilities/roles/contract.ts';
import { useMessages } from '../message.ts';
import { messages } from '../messages.ts';
import { useRead } from '../organization-data.ts';
import { useOrganization } from '../organization.ts';
import classes from './frame.module.css';
import { allPages } from './pages.ts';

const AT_MOST = 7;
/** The server also finds people by what the palette does not show, such as their address. */
const FETCHED = 60;

/** Small letters without accents, so that Szabo finds Szabó. */
const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

const matches = (query: string, ...texts: readonly (string | null)[]): boolean =>
  plain(query)
    .split(/\s+/)
    .every((word) => texts.some((text) => text !== null && plain(text).includes(word)));

/** The catalogue is big: it is loaded when the palette is first used. */
const useCatalogue = (enabled: boolean) =>
  useQuery({
    queryKey: ['catalogue'],
    queryFn: async () => (await import('../../domain/catalogue.ts')).requirements,
    staleTime: Infinity,
    enabled,
  });

/** Ctrl K: every page, requirement, person and role by a few letters. */
export function CommandPalette({ onOpenSheet }: { readonly onOpenSheet: () => void }): JSX.Element {
  const text = useMessages(messages);
  const navigate = useNavigate();
  const { slug } = useOrganization();
  const [typed, setTyped] = useState('');
  const query = typed.trim().toLowerCase();
  const [settled] = useDebouncedValue(query, 150);
  const catalogue = useCatalogue(query !== '');
  const people = useRead(
    peopleRoutes.people,
    { query: { search: settled, limit: FETCHED } },
    { enabled: settled !== '' },
  );
  const roles = useRead(roleRoutes.roles, {}, { enabled: query !== '' });
  const pages = allPages.filter((page) => matches(query, text.nav[page.name]));
  const found = (catalogue.data ?? []).filter(({ id, title }) => matches(query, id, title)).slice(0, AT_MOST);
  const rolesFound = (roles.data ?? [])
    .filter((role) => query !== '' && matches(query, role.name, ...role.aliases))
    .slice(0, AT_MOST);
  const peopleFound =
    settled === ''
      ? []
      : (people.data?.rows ?? [])
          .filter((person) => matches(query, person.name, person.jobTitle, person.unit))
          .slice(0, AT_MOST);
  return (
    <Spotlight.Root
      query={typed}
      onQueryChange={setTyped}
      scrollable
      maxHeight={480}
      shortcut={['mod + K', '/']}
      overlayProps={{ blur: 0 }}
    >
      <Modal.Title className={classes.hidden}>{text.palette.label}</Modal.Title>
      <Spotlight.Search
        placeholder={text.palette.placeholder}
        aria-label={text.palette.label}
        leftSection={<IconSearch size={18} />}
      />
      <Spotlight.ActionsList>
        {found.length > 0 && query !== '' && (
          <Spotlight.ActionsGroup label={text.palette.requirements}>
            {found.map(({ id, title }) => (
              <Spotlight.Action
                key={id}
                label={`${id} ${title}`}
                leftSection={<IconListDetails size={17} />}
                onClick={() =>
                  void navigate({ to: '/o/$slug/requirements/$requirementId', params: { slug, requirementId: id } })
                }
              />
            ))}
          </Spotlight.ActionsGroup>
        )}
        {peopleFound.length > 0 && (
          <Spotlight.ActionsGroup label={text.palette.people}>
            {peopleFound.map(({ id, name, jobTitle }) => (
              <Spotlight.Action
                key={id}
                label={name}
                {...(jobTitle === null ? {} : { description: jobTitle })}
                leftSection={<IconUser size={17} />}
                onClick={() => void navigate({ to: '/o/$slug/people/$personId', params: { slug, personId: id } })}
              />
            ))}
          </Spotlight.ActionsGroup>
        )}
        {rolesFound.length > 0 && (
          <Spotlight.ActionsGroup label={text.palette.roles}>
            {rolesFound.map(({ id, name }) => (
              <Spotlight.Action
                key={id}
                label={name}
                leftSection={<IconUserStar size={17} />}
                onClick={() => void navigate({ to: '/o/$slug/roles/$roleId', params: { slug, roleId: id } })}
              />
            ))}
          </Spotlight.ActionsGroup>
        )}
        {pages.length > 0 && (
          <Spotlight.ActionsGroup label={text.palette.pages}>
            {pages.map(({ name, to, icon: PageIcon }) => (
              <Spotlight.Action
                key={name}
                label={text.nav[name]}
                leftSection={<PageIcon size={17} />}
                onClick={() => void navigate({ to, params: { slug } })}
              />
            ))}
          </Spotlight.ActionsGroup>
        )}
        {matches(query, text.header.shortcuts) && (
          <Spotlight.ActionsGroup label={text.palette.commands}>
            <Spotlight.Action
              label={text.header.shortcuts}
              leftSection={<IconKeyboard size={17} />}
              onClick={onOpenSheet}
            />
          </Spotlight.ActionsGroup>
        )}
        {pages.length + found.length + rolesFound.length + peopleFound.length === 0 && (
          <Spotlight.Empty>{text.palette.nothing}</Spotlight.Empty>
        )}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  );
}
