import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { JSX } from 'react';
import { isId } from '../../../kernel/id.ts';
import { useOrganization } from '../../../web/organization.ts';
import type { Subject } from '../model.ts';

/** What a gap is about, linked to its page; plain text for a role that the organization does not have yet. */
export function SubjectLink({ subject }: { readonly subject: Subject }): JSX.Element {
  const { slug } = useOrganization();
  const { kind, id, label } = subject;
  switch (kind) {
    case 'person':
      return (
        <Anchor
          inherit
          renderRoot={(props) => <Link to="/o/$slug/people/$personId" params={{ slug, personId: id }} {...props} />}
        >
          {label}
        </Anchor>
      );
    case 'role':
      return isId(id) ? (
        <Anchor
          inherit
          renderRoot={(props) => <Link to="/o/$slug/roles/$roleId" params={{ slug, roleId: id }} {...props} />}
        >
          {label}
        </Anchor>
      ) : (
        <span>{label}</span>
      );
    case 'requirement':
      return (
        <Anchor
          inherit
          renderRoot={(props) => (
            <Link to="/o/$slug/requirements/$requirementId" params={{ slug, requirementId: id }} {...props} />
          )}
        >
          {label}
        </Anchor>
      );
    case 'organization':
      return <span>{label}</span>;
    default:
      return <span>{label}</span>;
  }
}
