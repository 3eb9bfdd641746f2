import { ActionIcon, Menu } from '@mantine/core';
import { IconFileCertificate, IconFileTypeDocx, IconFileTypePdf, type Icon } from '@tabler/icons-react';
import type { JSX } from 'react';
import { useAsOf } from '../../../web/as-of.ts';
import { addressOf } from '../../../web/client.ts';
import { useMessages } from '../../../web/message.ts';
import { useOrganization } from '../../../web/organization.ts';
import type { AppointmentRow } from '../../roles/contract.ts';
import { documentRoutes } from '../contract.ts';
import type { LetterFormat, Paper } from '../model.ts';
import { letterMessages } from './letter-messages.ts';

interface Offer {
  readonly name: 'a4' | 'letter' | 'word';
  readonly format: LetterFormat;
  readonly paper?: Paper;
  readonly icon: Icon;
}

const offers: readonly Offer[] = [
  { name: 'a4', format: 'pdf', paper: 'a4', icon: IconFileTypePdf },
  { name: 'letter', format: 'pdf', paper: 'letter', icon: IconFileTypePdf },
  { name: 'word', format: 'docx', icon: IconFileTypeDocx },
];

/** The letter of one appointment, in any format, as of the date in view. */
export function LetterMenu({ row }: { readonly row: AppointmentRow }): JSX.Element {
  const texts = useMessages(letterMessages);
  const { id: organizationId } = useOrganization();
  const { query } = useAsOf();
  const path = { organizationId, appointmentId: row.id };
  const label = texts.of(row.personName, row.roleName);
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon aria-label={label} title={label}>
          <IconFileCertificate size={16} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {offers.map(({ name, format, paper, icon: FormatIcon }) => (
          <Menu.Item
            key={name}
            component="a"
            download
            leftSection={<FormatIcon size={16} aria-hidden />}
            href={addressOf(documentRoutes.letterOfAppointment, path, { ...query, format, paper })}
          >
            {texts.offers[name]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
