import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { JSX } from 'react';
import { useOrganization } from '../../../web/organization.ts';

/** The name of a person, leading to their page. */
export function PersonLink({ personId, name }: { readonly personId: string; readonly name: string }): JSX.Element {
  const { slug } = useOrganization();
  return (
    <Anchor
      inherit
      renderRoot={(props) => <Link to="/o/$slug/people/$personId" params={{ slug, personId }} {...props} />}
    >
      {name}
    </Anchor>
  );
}
