import { Link } from '@tanstack/react-router';
import type { JSX } from 'react';
import { useMessages } from '../../../web/message.ts';
import { useOrganization } from '../../../web/organization.ts';
import classes from './framework.module.css';
import { frameworkMessages } from './framework-messages.ts';

const sections = [
  { name: 'matrix', to: '/o/$slug/competence' },
  { name: 'framework', to: '/o/$slug/competence/framework' },
  { name: 'required', to: '/o/$slug/competence/required' },
  { name: 'workRoles', to: '/o/$slug/competence/work-roles' },
  { name: 'mapping', to: '/o/$slug/competence/mapping' },
] as const;

/** The pages about the competence framework, beside each other. */
export function CompetenceSections(): JSX.Element {
  const texts = useMessages(frameworkMessages).sections;
  const { slug } = useOrganization();
  return (
    <nav aria-label={texts.label} className={classes.sections} data-screen-only>
      {sections.map(({ name, to }) => (
        <Link
          key={name}
          to={to}
          params={{ slug }}
          className={classes.section}
          activeOptions={{ exact: name === 'matrix', includeSearch: false }}
          activeProps={{ 'data-active': true }}
        >
          {texts[name]}
        </Link>
      ))}
    </nav>
  );
}
