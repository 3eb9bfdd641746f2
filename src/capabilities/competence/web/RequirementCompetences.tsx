import { ActionIcon, Anchor, Button, Checkbox, Group, Select, Stack, Text } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState, type JSX } from 'react';
import { competenceLevels } from '../../../domain/competence.ts';
import { levelIn } from '../../../kernel/level.ts';
import { useMessages } from '../../../web/message.ts';
import { useMayChange, useMayDecide, useOrganization } from '../../../web/organization.ts';
import { useRead, useWrite } from '../../../web/organization-data.ts';
import { ProblemAlert } from '../../../web/ProblemAlert.tsx';
import { competenceFrameworkRoutes } from '../framework-contract.ts';
import { requiredCompetenceRoutes } from '../required-contract.ts';
import type { RequiredOfRequirement } from '../required-list.ts';
import classes from './framework.module.css';
import { requiredMessages } from './required-messages.ts';
import { RequiredState } from './RequiredState.tsx';
import { RequireCompetence } from './RequireCompetence.tsx';

interface RequirementCompetencesProps {
  readonly rows: readonly RequiredOfRequirement[];
  /** The requirement that the list is about; null where it is about all of them. */
  readonly requirementId: string | null;
}

/** What requirements call for beyond their roles: see, change, approve, add. */
export function RequirementCompetences({ rows, requirementId }: RequirementCompetencesProps): JSX.Element {
  const texts = useMessages(requiredMessages);
  const mayChange = useMayChange('requirementCompetence');
  const [adding, setAdding] = useState(false);
  const names = useRead(competenceFrameworkRoutes.competences);
  const nameOf = new Map((names.data ?? []).map(({ key, name }) => [key, name]));
  return (
    <Stack gap="sm">
      {rows.length === 0 && (
        <Text size="sm" c="dimmed">
          {requirementId === null ? texts.noRequirements : texts.noneHere}
        </Text>
      )}
      {rows.map((row) => (
        <RequiredLine
          key={row.id}
          row={row}
          name={nameOf.get(row.competence) ?? row.competence}
          linked={requirementId === null}
          mayChange={mayChange}
        />
      ))}
      {mayChange && !adding && (
        <Group>
          <Button size="compact-sm" variant="default" onClick={() => setAdding(true)}>
            {texts.add}
          </Button>
        </Group>
      )}
      {adding && <RequireCompetence requirementId={requirementId} onClose={() => setAdding(false)} />}
    </Stack>
  );
}

interface RequiredLineProps {
  readonly row: RequiredOfRequirement;
  readonly name: string;
  readonly linked: boolean;
  readonly mayChange: boolean;
}

const RequiredLine = ({ row, name, linked, mayChange }: RequiredLineProps) => {
  const texts = useMessages(requiredMessages);
  const { slug } = useOrganization();
  const mayDecide = useMayDecide();
  const update = useWrite(requiredCompetenceRoutes.updateRequiredCompetence);
  const remove = useWrite(requiredCompetenceRoutes.removeRequiredCompetence);
  const approve = useWrite(requiredCompetenceRoutes.approveRequiredCompetences);
  const { id, version, requirementId, level, required, reason, state, hindrance } = row;
  const seen = { path: { requirementCompetenceId: id }, version };
  return (
    <div role="group" aria-label={name}>
      <div className={classes.row}>
        <span>
          {linked && (
            <>
              <Anchor
                inherit
                renderRoot={(props) => (
                  <Link to="/o/$slug/requirements/$requirementId" params={{ slug, requirementId }} {...props} />
                )}
              >
                {requirementId}
              </Anchor>{' '}
            </>
          )}
          {name}
        </span>
        {mayChange && (
          <ActionIcon
            size="sm"
            variant="subtle"
            color="gray"
            aria-label={texts.removeOf(name)}
            onClick={() => remove.mutate(seen)}
          >
            <IconX size={14} aria-hidden />
          </ActionIcon>
        )}
      </div>
      <Group gap="xs">
        {mayChange ? (
          <>
            <Select
              size="xs"
              w={150}
              aria-label={texts.levelOf(name)}
              allowDeselect={false}
              data={competenceLevels.map((step) => ({
                value: String(step.level),
                label: texts.levelName(step.level, step.name),
              }))}
              value={String(level)}
              onChange={(value) => {
                const chosen = levelIn(value ?? '');
                if (chosen !== null && chosen !== level) update.mutate({ ...seen, body: { level: chosen } });
              }}
            />
            <Checkbox
              size="xs"
              label={texts.weight}
              checked={required}
              onChange={(event) => update.mutate({ ...seen, body: { required: event.currentTarget.checked } })}
            />
          </>
        ) : (
          <Text size="sm">
            {texts.levelName(level, competenceLevels.find((step) => step.level === level)?.name ?? '')},{' '}
            {required ? texts.mustWord : texts.shouldWord}
          </Text>
        )}
        <span title={hindrance === null ? undefined : texts.hindrances[hindrance]}>
          <RequiredState state={state} />
        </span>
        {mayDecide && hindrance === null && (
          <Button
            size="compact-xs"
            aria-label={texts.approveOf(name)}
            loading={approve.isPending}
            onClick={() => approve.mutate({ body: { requirements: [{ id, version }] } })}
          >
            {texts.approveOne}
          </Button>
        )}
      </Group>
      {reason !== '' && (
        <Text size="xs" c="dimmed">
          {reason}
        </Text>
      )}
      <ProblemAlert error={update.error ?? remove.error ?? approve.error} />
    </div>
  );
};
