import { Button, Group, Text } from '@mantine/core';
import { IconEraser, IconFileTypeDocx, IconJson } from '@tabler/icons-react';
import { useState, type JSX } from 'react';
import { addressOf } from '../../../web/client.ts';
import { useFormat, useMessages } from '../../../web/message.ts';
import { useMayChange, useMayExportPersonalData, useOrganization } from '../../../web/organization.ts';
import { Panel } from '../../../web/register/Panel.tsx';
import type { PersonRow } from '../contract.ts';
import { personalDataRoutes, type PersonalDataFormat } from '../personal-data-contract.ts';
import { ErasureDialog } from './ErasureDialog.tsx';
import { personalDataMessages } from './personal-data-messages.ts';

/** What is held on one person as a file, and the way to erase it. */
export function PersonPersonalData({ person }: { readonly person: PersonRow }): JSX.Element | null {
  const texts = useMessages(personalDataMessages);
  const format = useFormat();
  const { id: organizationId } = useOrganization();
  const mayExport = useMayExportPersonalData();
  const mayErase = useMayChange('erasure');
  const [erasing, setErasing] = useState(false);
  if (!mayExport) return null;
  const address = (as: PersonalDataFormat): string =>
    addressOf(personalDataRoutes.personalData, { organizationId, personId: person.id }, { format: as });
  return (
    <Panel id="personal-data" title={texts.title} lead={texts.lead}>
      <Group gap="xs">
        <Button
          component="a"
          download
          variant="default"
          href={address('docx')}
          leftSection={<IconFileTypeDocx size={16} aria-hidden />}
        >
          {texts.word}
        </Button>
        <Button
          component="a"
          download
          variant="default"
          href={address('json')}
          leftSection={<IconJson size={16} aria-hidden />}
        >
          {texts.json}
        </Button>
        {mayErase && person.erasedOn === null && (
          <Button variant="default" leftSection={<IconEraser size={16} aria-hidden />} onClick={() => setErasing(true)}>
            {texts.erase}
          </Button>
        )}
      </Group>
      {person.erasedOn !== null && (
        <Text size="sm" mt="xs">
          {texts.erasedOn(format.date(person.erasedOn))}
        </Text>
      )}
      {erasing && <ErasureDialog person={person} onClose={() => setErasing(false)} />}
    </Panel>
  );
}
