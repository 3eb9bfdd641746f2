import { Checkbox, MultiSelect, Radio, Stack } from '@mantine/core';
import type { JSX } from 'react';
import { useMessages } from '../../../web/message.ts';
import { useRead } from '../../../web/organization-data.ts';
import { unitRoutes } from '../../people/unit-contract.ts';
import { roleRoutes } from '../../roles/contract.ts';
import type { Audience } from '../model.ts';
import { audienceMessages } from './audience-messages.ts';

interface AudienceFieldsProps {
  readonly value: Audience;
  readonly error: string | undefined;
  readonly onChange: (value: Audience) => void;
}

/** Chooses an audience by rule: who comes later and fits belongs to it too. */
export function AudienceFields({ value, error, onChange }: AudienceFieldsProps): JSX.Element {
  const texts = useMessages(audienceMessages);
  const roles = useRead(roleRoutes.roles, {}, { enabled: !value.everyone });
  const units = useRead(unitRoutes.units, {}, { enabled: !value.everyone });
  const known = [...(units.data?.units ?? []), ...(units.data?.undescribed ?? [])].filter(
    ({ kind }) => kind === 'unit',
  );
  const unitNames = [...new Set([...known.map(({ name }) => name), ...value.units])].sort((a, b) => a.localeCompare(b));
  return (
    <Stack gap="xs">
      <Radio.Group
        label={texts.label}
        value={value.everyone ? 'everyone' : 'some'}
        error={error}
        onChange={(chosen) => onChange({ ...value, everyone: chosen === 'everyone' })}
      >
        <Stack gap={6} mt={6}>
          <Radio value="everyone" label={texts.everyone} />
          <Radio value="some" label={texts.some} />
        </Stack>
      </Radio.Group>
      {!value.everyone && (
        <>
          <MultiSelect
            label={texts.roles}
            searchable
            data={(roles.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
            value={[...value.roleIds]}
            onChange={(ids) => onChange({ ...value, roleIds: ids })}
          />
          <MultiSelect
            label={texts.units}
            searchable
            data={unitNames}
            value={[...value.units]}
            onChange={(names) => onChange({ ...value, units: names })}
          />
        </>
      )}
      <Checkbox
        label={texts.externals}
        checked={value.externals}
        onChange={(event) => onChange({ ...value, externals: event.currentTarget.checked })}
      />
    </Stack>
  );
}
