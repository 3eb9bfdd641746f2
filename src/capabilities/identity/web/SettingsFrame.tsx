import { Link } from '@tanstack/react-router';
import type { JSX, ReactNode } from 'react';
import { useMessages } from '../../../web/message.ts';
import { useOrganization } from '../../../web/organization.ts';
import { PageHeader } from '../../../web/PageHeader.tsx';
import classes from './identity.module.css';
import { messages } from './messages.ts';

const sections = [
  ['organization', '/o/$slug/settings'],
  ['members', '/o/$slug/settings/members'],
  ['rules', '/o/$slug/settings/rules'],
  ['reminders', '/o/$slug/settings/reminders'],
  ['password', '/o/$slug/settings/password'],
] as const;

/** The settings' sections at the left, one of them at the right. */
export function SettingsFrame({
  lead,
  children,
}: {
  readonly lead: string;
  readonly children: ReactNode;
}): JSX.Element {
  const text = useMessages(messages).settings;
  const { slug } = useOrganization();
  return (
    <>
      <PageHeader title={text.title} lead={lead} />
      <div className={classes.settings}>
        <nav aria-label={text.sections}>
          <ul className={classes.sections}>
            {sections.map(([name, to]) => (
              <li key={name}>
                <Link
                  to={to}
                  params={{ slug }}
                  className={classes.sectionLink}
                  activeOptions={{ exact: true, includeSearch: false }}
                  activeProps={{ 'data-active': true }}
                >
                  {text[name]}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        <div>{children}</div>
      </div>
    </>
  );
}
