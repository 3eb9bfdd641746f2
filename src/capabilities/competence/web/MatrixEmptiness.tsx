import { Button } from '@mantine/core';
import { IconSchool, IconUsers } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { JSX } from 'react';
import { EmptyState } from '../../../web/EmptyState.tsx';
import { useMessages } from '../../../web/message.ts';
import { useMayChange, useOrganization } from '../../../web/organization.ts';
import { matrixTexts } from './matrix-messages.ts';

/** Teaches what the matrix is for where no competence is required or held. */
export function NothingRequired(): JSX.Element {
  const texts = useMessages(matrixTexts).empty;
  const { slug } = useOrganization();
  const mayRequire = useMayChange('role');
  return (
    <EmptyState icon={<IconSchool size={28} />} title={texts.title} what={texts.what} clause={texts.clause}>
      {mayRequire && (
        <Button
          renderRoot={(props) => (
            <Link to="/o/$slug/competence" params={{ slug }} search={{ view: 'roles', columns: 'all' }} {...props} />
          )}
        >
          {texts.roles}
        </Button>
      )}
    </EmptyState>
  );
}

export function NobodyEngaged(): JSX.Element {
  const texts = useMessages(matrixTexts).noPeople;
  const { slug } = useOrganization();
  return (
    <EmptyState icon={<IconUsers size={28} />} title={texts.title} what={texts.what}>
      <Button renderRoot={(props) => <Link to="/o/$slug/people" params={{ slug }} {...props} />}>{texts.people}</Button>
    </EmptyState>
  );
}
