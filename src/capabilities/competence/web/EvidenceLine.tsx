import { ActionIcon } from '@mantine/core';
import {
  IconDownload,
  IconEye,
  IconFile,
  IconFileText,
  IconFileTypePdf,
  IconPhoto,
  IconTable,
  IconTrash,
} from '@tabler/icons-react';
import type { JSX } from 'react';
import { addressOf } from '../../../web/client.ts';
import { useFormat, useMessages } from '../../../web/message.ts';
import { useMayRemoveEvidence, useOrganization } from '../../../web/organization.ts';
import { evidenceRoutes, type EvidenceRow } from '../evidence-contract.ts';
import { previewTypes } from '../evidence-file.ts';
import type { EvidenceType } from '../model.ts';
import { evidenceMessages } from './evidence-messages.ts';
import classes from './evidence.module.css';

const look = { size: 18, stroke: 1.5, className: classes.icon, 'aria-hidden': true };

const TypeIcon = ({ type }: { readonly type: EvidenceType }): JSX.Element => {
  if (type === 'application/pdf') return <IconFileTypePdf {...look} />;
  if (type.startsWith('image/')) return <IconPhoto {...look} />;
  if (type === 'text/csv' || type.includes('spreadsheet')) return <IconTable {...look} />;
  if (type.includes('text') || type.includes('word')) return <IconFileText {...look} />;
  return <IconFile {...look} />;
};

interface EvidenceLineProps {
  readonly file: EvidenceRow;
  readonly onPreview: (file: EvidenceRow) => void;
  readonly onRemove: (file: EvidenceRow) => void;
}

/** One file: what it is, when and by whom it came, whether it was scanned; and what can be done with it. */
export function EvidenceLine({ file, onPreview, onRemove }: EvidenceLineProps): JSX.Element {
  const texts = useMessages(evidenceMessages);
  const format = useFormat();
  const { id: organizationId } = useOrganization();
  const mayRemove = useMayRemoveEvidence(file) && file.uses === 0;
  const facts = [
    texts.size(file.bytes),
    texts.uploadedBy(format.date(file.uploadedOn), file.uploadedByName),
    texts.scan[file.scan],
    ...(file.uses === 0 ? [] : [texts.uses(file.uses)]),
  ];
  return (
    <li className={classes.file}>
      <TypeIcon type={file.mediaType} />
      <div className={classes.what}>
        <span className={classes.name}>
          <bdi>{file.name}</bdi>
        </span>
        <span className={classes.meta}>{file.erased ? texts.erased : facts.join(' · ')}</span>
        {file.note !== '' && <span className={classes.meta}>{file.note}</span>}
      </div>
      <div className={classes.actions}>
        {!file.erased && previewTypes.has(file.mediaType) && (
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={texts.preview(file.name)}
            onClick={() => onPreview(file)}
          >
            <IconEye size={16} aria-hidden />
          </ActionIcon>
        )}
        {!file.erased && (
          <ActionIcon
            variant="subtle"
            color="gray"
            component="a"
            href={addressOf(evidenceRoutes.downloadEvidence, { organizationId, evidenceId: file.id })}
            download
            aria-label={texts.download(file.name)}
          >
            <IconDownload size={16} aria-hidden />
          </ActionIcon>
        )}
        {mayRemove && (
          <ActionIcon variant="subtle" color="gray" aria-label={texts.remove(file.name)} onClick={() => onRemove(file)}>
            <IconTrash size={16} aria-hidden />
          </ActionIcon>
        )}
      </div>
    </li>
  );
}
