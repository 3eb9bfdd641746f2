import { Anchor, Group } from '@mantine/core';
import { useState, type JSX } from 'react';
import type { RequirementId } from '../../../domain/requirement.ts';
import { useMessages } from '../../../web/message.ts';
import type { Answer } from '../model.ts';
import { wayOutMessages } from './fix/way-out-messages.ts';
import { RoleWaysOutDialog } from './fix/RoleWaysOutDialog.tsx';

/** For each role behind a requirement of which nobody proves what is asked: a button that opens the ways out. */
export function AnswerWaysOut({
  requirementId,
  roles,
}: {
  readonly requirementId: RequirementId;
  readonly roles: Answer['withoutCompetent'];
}): JSX.Element | null {
  const text = useMessages(wayOutMessages).role;
  const [asking, setAsking] = useState<Answer['withoutCompetent'][number] | null>(null);
  if (roles.length === 0) return null;
  return (
    <>
      <Group gap="xs" my={4} data-screen-only>
        {roles.map((role) => (
          <Anchor
            key={role.roleId}
            component="button"
            type="button"
            inherit
            underline="always"
            ta="start"
            aria-haspopup="dialog"
            onClick={() => setAsking(role)}
          >
            {text.open(role.name)}
          </Anchor>
        ))}
      </Group>
      {asking !== null && (
        <RoleWaysOutDialog
          name={asking.name}
          roleId={asking.roleId}
          requirementId={requirementId}
          onClose={() => setAsking(null)}
        />
      )}
    </>
  );
}
