import { Select } from '@mantine/core';
import type { JSX } from 'react';
import { useAddressFilters } from '../../../web/address.ts';
import { useMessages } from '../../../web/message.ts';
import { useRead } from '../../../web/organization-data.ts';
import { frameworkRoutes } from '../contract.ts';
import { frameworkMessages } from './messages.ts';

const ISO = 'ISO/IEC 27001:2022';

/** Which framework's matrix is shown; nothing where there is only ISO. */
export function FrameworkSwitch(): JSX.Element | null {
  const texts = useMessages(frameworkMessages).matrixOf;
  const [address, setAddress] = useAddressFilters();
  const frameworks = useRead(frameworkRoutes.frameworks);
  if (frameworks.data === undefined || frameworks.data.length === 0) return null;
  return (
    <Select
      w={240}
      aria-label={texts.switch}
      allowDeselect={false}
      data={[{ value: '', label: ISO }, ...frameworks.data.map(({ key, name }) => ({ value: key, label: name }))]}
      value={address['framework'] ?? ''}
      onChange={(key) =>
        setAddress({
          framework: key === null || key === '' ? undefined : key,
          search: undefined,
          chapter: undefined,
          rows: undefined,
        })
      }
    />
  );
}
