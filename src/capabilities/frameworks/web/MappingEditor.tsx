import { ActionIcon, Anchor, Button, Group, Select, Stack, Text } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { JSX } from 'react';
import { findRequirement, requirements } from '../../../domain/catalogue.ts';
import type { RequirementId } from '../../../domain/requirement.ts';
import { useMessages } from '../../../web/message.ts';
import { useMayChange, useOrganization } from '../../../web/organization.ts';
import { useWrite } from '../../../web/organization-data.ts';
import { ProblemAlert } from '../../../web/ProblemAlert.tsx';
import { Panel } from '../../../web/register/Panel.tsx';
import { frameworkRoutes, type FrameworkRequirementPage } from '../contract.ts';
import { suggestionsFor } from '../mapping-suggestion.ts';
import { frameworkMessages } from './messages.ts';

const titleOf = (id: RequirementId): string => `${id} ${findRequirement(id)?.title ?? ''}`;
const options = requirements.map(({ id }) => ({ value: id, label: titleOf(id) }));

/** To which requirements of ISO one of another catalogue is mapped. */
export function MappingEditor({ page }: { readonly page: FrameworkRequirementPage }): JSX.Element {
  const texts = useMessages(frameworkMessages).mapping;
  const { slug } = useOrganization();
  const mayChange = useMayChange('requirementMapping');
  const save = useWrite(frameworkRoutes.editMappings);
  const { framework, requirement, mappings } = page;
  const { requirementId } = requirement;
  const mapped = new Set(mappings.map((mapping) => mapping.mappedTo));
  const path = { frameworkId: framework.id };
  const add = (mappedTo: RequirementId): void =>
    save.mutate({ path, body: { add: [{ requirementId, mappedTo, note: '' }], remove: [] } });
  const suggested = suggestionsFor(requirement).filter((pair) => !mapped.has(pair.mappedTo));
  return (
    <Panel title={texts.title} count={mappings.length}>
      <Stack gap={6}>
        <ProblemAlert error={save.error} />
        {mappings.length === 0 && (
          <Text size="sm" c="dimmed">
            {texts.unmapped}
          </Text>
        )}
        {mappings.map(({ id, version, mappedTo }) => (
          <Group key={id} gap={4} wrap="nowrap" justify="space-between">
            <Anchor
              size="sm"
              renderRoot={(props) => (
                <Link to="/o/$slug/requirements/$requirementId" params={{ slug, requirementId: mappedTo }} {...props} />
              )}
            >
              {titleOf(mappedTo)}
            </Anchor>
            {mayChange && (
              <ActionIcon
                size="sm"
                variant="subtle"
                color="gray"
                aria-label={texts.removeOne(mappedTo)}
                onClick={() => save.mutate({ path, body: { add: [], remove: [{ id, version }] } })}
              >
                <IconX size={14} aria-hidden />
              </ActionIcon>
            )}
          </Group>
        ))}
        {mayChange && (
          <>
            <Select
              label={texts.add}
              placeholder={texts.addHint}
              searchable
              limit={40}
              value={null}
              data={options.filter(({ value }) => !mapped.has(value))}
              onChange={(value) => {
                const target = value === null ? undefined : findRequirement(value);
                if (target !== undefined) add(target.id);
              }}
            />
            {suggested.length > 0 && (
              <Text size="xs" c="dimmed">
                {texts.suggested}
              </Text>
            )}
            {suggested.map((pair) => (
              <Button
                key={pair.mappedTo}
                size="compact-xs"
                variant="default"
                justify="flex-start"
                onClick={() => add(pair.mappedTo)}
              >
                {titleOf(pair.mappedTo)}
              </Button>
            ))}
          </>
        )}
      </Stack>
    </Panel>
  );
}
