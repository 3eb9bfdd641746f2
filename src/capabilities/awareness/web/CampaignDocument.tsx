import { Button } from '@mantine/core';
import { IconFileText } from '@tabler/icons-react';
import { useState, type JSX } from 'react';
import type { EvidenceId } from '../../../kernel/id.ts';
import { useRead } from '../../../web/organization-data.ts';
import { ProblemAlert } from '../../../web/ProblemAlert.tsx';
import { evidenceRoutes } from '../../competence/evidence-contract.ts';
import { EvidencePreview } from '../../competence/web/EvidencePreview.tsx';
import classes from './awareness.module.css';

/** The document of a campaign by its name: opens to be read in the page, and to be downloaded. */
export function CampaignDocument({ evidenceId }: { readonly evidenceId: EvidenceId }): JSX.Element {
  const [isOpen, setOpen] = useState(false);
  const read = useRead(evidenceRoutes.evidenceFiles, { query: { ids: evidenceId, limit: 1 } });
  const [file] = read.data?.rows ?? [];
  return (
    <>
      <ProblemAlert error={read.error} />
      {file !== undefined && (
        <Button
          variant="default"
          className={classes.document}
          leftSection={<IconFileText size={18} stroke={1.5} aria-hidden />}
          aria-haspopup="dialog"
          onClick={() => setOpen(true)}
        >
          <bdi className={classes.documentName}>{file.name}</bdi>
        </Button>
      )}
      {isOpen && file !== undefined && <EvidencePreview file={file} onClose={() => setOpen(false)} />}
    </>
  );
}
