import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconFileCertificate, IconFileTypeDocx, IconFileTypePdf, type Icon } from '@tabler/icons-react';
import type { JSX } from 'react';
import { useAsOf } from '../../../web/as-of.ts';
import { addressOf } from '../../../web/client.ts';
import { useMessages } from '../../../web/message.ts';
import { useOrganization } from '../../../web/organization.ts';
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

interface HandedMenuProps {
  readonly document: 'letterOfAppointment' | 'roleProfile' | 'personProfile' | 'competenceRecord';
  /** The ids that the document's address takes, beside the organization's. */
  readonly path: Readonly<Record<string, string>>;
  /** What the menu is of, to be read out; also shown where `asButton` says so. */
  readonly label: string;
  readonly asButton?: string;
}

/** A letter or profile to hand to somebody, in any format, as of the date in view. */
export function HandedMenu({ document, path, label, asButton }: HandedMenuProps): JSX.Element {
  const texts = useMessages(letterMessages);
  const { id: organizationId } = useOrganization();
  const { query } = useAsOf();
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        {asButton === undefined ? (
          <ActionIcon aria-label={label} title={label}>
            <IconFileCertificate size={16} aria-hidden />
          </ActionIcon>
        ) : (
          <Button
            variant="default"
            aria-label={label}
            title={label}
            leftSection={<IconFileCertificate size={16} aria-hidden />}
          >
            {asButton}
          </Button>
        )}
      </Menu.Target>
      <Menu.Dropdown>
        {offers.map(({ name, format, paper, icon: FormatIcon }) => (
          <Menu.Item
            key={name}
            component="a"
            download
            leftSection={<FormatIcon size={16} aria-hidden />}
            href={addressOf(documentRoutes[document], { ...path, organizationId }, { ...query, format, paper })}
          >
            {texts.offers[name]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
