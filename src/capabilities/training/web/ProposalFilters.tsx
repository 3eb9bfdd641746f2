import { Group, Select } from '@mantine/core';
import type { JSX } from 'react';
import { useAddressFilters } from '../../../web/address.ts';
import { useMessages } from '../../../web/message.ts';
import { useRead } from '../../../web/organization-data.ts';
import { unitRoutes } from '../../people/unit-contract.ts';
import { roleRoutes } from '../../roles/contract.ts';
import { proposalMessages } from './messages.ts';

/** Narrows the plan to the people of a unit, or to what a role asks for. */
export function ProposalFilters(): JSX.Element {
  const texts = useMessages(proposalMessages).filters;
  const [{ roleId, unit }, setFilter] = useAddressFilters();
  const units = useRead(unitRoutes.units);
  const roles = useRead(roleRoutes.roles);
  const names = [...(units.data?.units ?? []), ...(units.data?.undescribed ?? [])].flatMap(({ kind, name }) =>
    kind === 'unit' ? [name] : [],
  );
  return (
    <Group gap="xs" role="search" aria-label={texts.label} my="sm">
      <Select
        w={230}
        aria-label={texts.unit}
        placeholder={texts.allUnits}
        searchable
        clearable
        data={[...new Set([...names, ...(unit === undefined ? [] : [unit])])].sort((a, b) => a.localeCompare(b))}
        value={unit ?? null}
        onChange={(value) => setFilter({ unit: value ?? undefined })}
      />
      <Select
        w={280}
        aria-label={texts.role}
        placeholder={texts.allRoles}
        searchable
        clearable
        data={(roles.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        value={roleId ?? null}
        onChange={(value) => setFilter({ roleId: value ?? undefined })}
      />
    </Group>
  );
}
