import { Link } from '@tanstack/react-router';
import type { JSX } from 'react';
import { findRequirement } from '../../../domain/catalogue.ts';
import type { RequirementId } from '../../../domain/requirement.ts';
import { useOrganization } from '../../../web/organization.ts';
import classes from './resilience.module.css';

/** Requirements as small links; each says its title when pointed at. */
export function RequirementChips({
  ids,
  label,
}: {
  readonly ids: readonly RequirementId[];
  readonly label: string;
}): JSX.Element {
  const { slug } = useOrganization();
  return (
    <ul className={classes.chips} aria-label={label}>
      {ids.map((requirementId) => (
        <li key={requirementId}>
          <Link
            to="/o/$slug/requirements/$requirementId"
            params={{ slug, requirementId }}
            className={classes.chip}
            title={findRequirement(requirementId)?.title}
          >
            {requirementId}
          </Link>
        </li>
      ))}
    </ul>
  );
}
