import { Link } from '@tanstack/react-router';
import type { JSX } from 'react';
import { useMessages } from '../message.ts';
import { messages } from '../messages.ts';
import { useMayReadTrail, useOrganization } from '../organization.ts';
import classes from './frame.module.css';
import { firstPages, lastPage, pageGroups, type PageEntry } from './pages.ts';

/** The pages, grouped as the clause goes: determine, provide, prove. */
export function Navigation(): JSX.Element {
  const text = useMessages(messages);
  const mayReadTrail = useMayReadTrail();
  return (
    <nav aria-label={text.nav.label} className={classes.nav}>
      <ul>
        {firstPages.map((page) => (
          <PageLink key={page.name} page={page} />
        ))}
      </ul>
      {pageGroups.map(({ group, pages }) => (
        <section key={group} aria-labelledby={`nav-${group}`}>
          <h2 id={`nav-${group}`} className={classes.navGroup}>
            {text.nav[group]}
          </h2>
          <ul>
            {pages
              .filter((page) => page.name !== 'trail' || mayReadTrail)
              .map((page) => (
                <PageLink key={page.name} page={page} />
              ))}
          </ul>
        </section>
      ))}
      <ul className={classes.navLast}>
        <PageLink page={lastPage} />
      </ul>
    </nav>
  );
}

function PageLink({ page }: { readonly page: PageEntry }): JSX.Element {
  const text = useMessages(messages);
  const { slug } = useOrganization();
  const PageIcon = page.icon;
  return (
    <li>
      <Link
        to={page.to}
        params={{ slug }}
        className={classes.navLink}
        activeOptions={{ exact: page.name === 'overview', includeSearch: false }}
        activeProps={{ 'data-active': true }}
      >
        <PageIcon size={17} stroke={1.7} aria-hidden />
        {text.nav[page.name]}
      </Link>
    </li>
  );
}
