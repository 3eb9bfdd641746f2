import { Button, Group, Modal, ScrollArea, Select, Stack, Text, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useNavigate } from '@tanstack/react-router';
import { useState, type JSX } from 'react';
import { useMessages } from '../../../web/message.ts';
import { useOrganization } from '../../../web/organization.ts';
import { useRead, useWrite } from '../../../web/organization-data.ts';
import { ProblemAlert } from '../../../web/ProblemAlert.tsx';
import { roleRoutes } from '../../roles/contract.ts';
import { keyOf } from '../../roles/web/role-draft.ts';
import { competenceFrameworkRoutes } from '../framework-contract.ts';
import type { WorkRolePage } from '../framework-list.ts';
import { fillingOf, PROPOSED_LEVEL } from '../role-filling.ts';
import { FillingChoices, LevelChoice } from './FillingChoices.tsx';
import { workRoleMessages } from './work-role-messages.ts';

const NEW = 'new';
const MOST = { responsibilities: 60, competences: 200 } as const;

/** Chooses a role of the organization, or a new one, and what of a work role it takes: one change. */
export function FillRoleDialog({
  page: { workRole, competences: named },
  onClose,
}: {
  readonly page: WorkRolePage;
  readonly onClose: () => void;
}): JSX.Element {
  const texts = useMessages(workRoleMessages);
  const { slug } = useOrganization();
  const navigate = useNavigate();
  const roles = useRead(roleRoutes.roles);
  const fill = useWrite(competenceFrameworkRoutes.fillRole);
  const [into, setInto] = useState<string>(NEW);
  const [name, setName] = useState(workRole.title.slice(0, 120));
  const [level, setLevel] = useState(PROPOSED_LEVEL);
  const [required, setRequired] = useState(true);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const role = roles.data?.find(({ id }) => id === into) ?? null;
  const known = new Set(named.filter(({ retired }) => !retired).map(({ competence }) => competence));
  const offered = fillingOf(workRole, role);
  const nameOf = new Map(named.map((one) => [one.competence, one.name]));
  const levelOf = new Map(workRole.competences.map((one) => [one.competence, one.level]));
  const competences = offered.competences.filter(({ competence }) => known.has(competence));
  const chosen = {
    responsibilities: offered.responsibilities.filter((text) => !left.has(text)),
    competences: competences
      .filter(({ competence }) => !left.has(competence))
      .map(({ competence }) => ({ competence, level: levelOf.get(competence) ?? level, required })),
  };
  const tooMany =
    chosen.responsibilities.length + (role?.responsibilities.length ?? 0) > MOST.responsibilities
      ? MOST.responsibilities
      : chosen.competences.length + (role?.competences.length ?? 0) > MOST.competences
        ? MOST.competences
        : null;
  const nothing = chosen.responsibilities.length + chosen.competences.length === 0;
  const set = (keys: readonly string[], on: boolean): void =>
    setLeft(new Set(on ? [...left].filter((key) => !keys.includes(key)) : [...left, ...keys]));
  const take = (): void =>
    fill.mutate(
      {
        path: { workRoleId: workRole.id },
        body: {
          into: role === null ? { key: keyOf(name), name } : { roleId: role.id, version: role.version },
          ...chosen,
        },
      },
      {
        onSuccess: ({ roleId }) => {
          notifications.show({ message: texts.filled(role?.name ?? name), color: 'teal' });
          void navigate({ to: '/o/$slug/roles/$roleId', params: { slug, roleId } });
        },
      },
    );
  return (
    <Modal
      opened
      onClose={onClose}
      size="xl"
      title={texts.fillTitle(workRole.title)}
      closeButtonProps={{ 'aria-label': texts.cancel }}
    >
      <Stack gap="md">
        <Text size="sm">{texts.fillLead}</Text>
        <ProblemAlert error={fill.error ?? roles.error} />
        <Group grow align="flex-start" gap="sm">
          <Select
            label={texts.role}
            searchable
            allowDeselect={false}
            data={[
              { value: NEW, label: texts.newRole },
              ...(roles.data ?? []).map(({ id, name: label }) => ({ value: id, label })),
            ]}
            value={into}
            onChange={(value) => setInto(value ?? NEW)}
          />
          {role === null && (
            <TextInput
              required
              label={texts.roleName}
              value={name}
              maxLength={120}
              onChange={(event) => setName(event.currentTarget.value)}
            />
          )}
        </Group>
        <LevelChoice level={level} onLevel={setLevel} required={required} onRequired={setRequired} />
        <ScrollArea.Autosize mah="42vh" type="auto" viewportProps={{ tabIndex: 0 }}>
          <FillingChoices
            title={texts.competences(chosen.competences.length, competences.length)}
            items={competences.map(({ competence }) => ({
              key: competence,
              label: nameOf.get(competence) ?? competence,
            }))}
            left={left}
            onSet={set}
          />
          <FillingChoices
            title={texts.responsibilities(chosen.responsibilities.length, offered.responsibilities.length)}
            items={offered.responsibilities.map((text) => ({ key: text, label: text }))}
            left={left}
            onSet={set}
          />
        </ScrollArea.Autosize>
        {tooMany !== null && (
          <Text size="sm" role="alert">
            {texts.tooMany(tooMany)}
          </Text>
        )}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {texts.cancel}
          </Button>
          <Button loading={fill.isPending} disabled={nothing || tooMany !== null} onClick={take}>
            {nothing ? texts.nothingNew : texts.take(chosen.responsibilities.length, chosen.competences.length)}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
