import { Group, Select } from '@mantine/core';
import { useState, type JSX } from 'react';
import { useMessages } from '../../../web/message.ts';
import { useRead } from '../../../web/organization-data.ts';
import { unitRoutes } from '../../people/unit-contract.ts';
import { roleRoutes } from '../../roles/contract.ts';
import { DocumentOffers } from './DocumentOffers.tsx';
import { messages } from './messages.ts';

/** The competence matrix of everybody, or of those of one unit or role. */
export function CompetenceMatrixOffers({ facts }: { readonly facts: string }): JSX.Element {
  const texts = useMessages(messages).choice;
  const [unit, setUnit] = useState<string | null>(null);
  const [roleId, setRoleId] = useState<string | null>(null);
  const roles = useRead(roleRoutes.roles);
  const units = useRead(unitRoutes.units);
  const staffed = [...(units.data?.units ?? []), ...(units.data?.undescribed ?? [])]
    .filter(({ kind, people }) => kind === 'unit' && people > 0)
    .map(({ name }) => name);
  return (
    <DocumentOffers
      document="competenceMatrixDocument"
      facts={facts}
      choice={{ unit: unit ?? undefined, roleId: roleId ?? undefined }}
    >
      <Group mt="sm" gap="sm">
        <Select
          size="xs"
          w={240}
          label={texts.unit}
          placeholder={texts.everyUnit}
          searchable
          clearable
          data={[...new Set(staffed)].sort((a, b) => a.localeCompare(b))}
          value={unit}
          onChange={setUnit}
        />
        <Select
          size="xs"
          w={280}
          label={texts.role}
          placeholder={texts.everyRole}
          searchable
          clearable
          data={(roles.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          value={roleId}
          onChange={setRoleId}
        />
      </Group>
    </DocumentOffers>
  );
}
