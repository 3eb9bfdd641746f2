import { ActionIcon, Tooltip } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { JSX } from 'react';
import { requirementPosition, requirements } from '../../../domain/catalogue.ts';
import { useMessages } from '../../../web/message.ts';
import { useOrganization } from '../../../web/organization.ts';
import { messages } from './messages.ts';

/** Leads to the requirement before and after, in the order of the standard. */
export function RequirementSteps({ requirementId }: { readonly requirementId: string }): JSX.Element {
  const text = useMessages(messages).requirement;
  const { slug } = useOrganization();
  const position = requirementPosition(requirementId) ?? 0;
  const steps = [
    { label: text.previous, icon: <IconChevronLeft size={18} />, requirement: requirements[position - 1] },
    { label: text.next, icon: <IconChevronRight size={18} />, requirement: requirements[position + 1] },
  ];
  return (
    <>
      {steps.map(({ label, icon, requirement }) =>
        requirement === undefined ? null : (
          <Tooltip key={label} label={`${requirement.id} ${requirement.title}`}>
            <ActionIcon
              variant="default"
              aria-label={`${label}: ${requirement.id} ${requirement.title}`}
              renderRoot={(props) => (
                <Link
                  to="/o/$slug/requirements/$requirementId"
                  params={{ slug, requirementId: requirement.id }}
                  {...props}
                />
              )}
            >
              {icon}
            </ActionIcon>
          </Tooltip>
        ),
      )}
    </>
  );
}
