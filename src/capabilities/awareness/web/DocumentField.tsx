import { Button, Group, Input } from '@mantine/core';
import type { JSX } from 'react';
import type { EvidenceId } from '../../../kernel/id.ts';
import { useMessages } from '../../../web/message.ts';
import { EvidenceUpload } from '../../competence/web/EvidenceUpload.tsx';
import { CampaignDocument } from './CampaignDocument.tsx';
import { awarenessMessages } from './messages.ts';

interface DocumentFieldProps {
  readonly value: EvidenceId | null;
  readonly error: string | undefined;
  readonly frozen: boolean;
  readonly onChange: (value: EvidenceId | null) => void;
}

/** The document that people read: dropped here, looked at, or taken away again. One at most. */
export function DocumentField({ value, error, frozen, onChange }: DocumentFieldProps): JSX.Element | null {
  const texts = useMessages(awarenessMessages).form;
  if (frozen && value === null) return null;
  return (
    <Input.Wrapper label={texts.document} description={texts.documentHint} labelElement="div" error={error}>
      {value === null ? (
        <EvidenceUpload personId={null} onUploaded={({ id }) => onChange(id)} />
      ) : (
        <Group gap="xs" mt={6} wrap="nowrap">
          <CampaignDocument evidenceId={value} />
          {!frozen && (
            <Button variant="subtle" size="compact-sm" onClick={() => onChange(null)}>
              {texts.removeDocument}
            </Button>
          )}
        </Group>
      )}
    </Input.Wrapper>
  );
}
