import { ActionIcon, Progress, Text } from '@mantine/core';
import { Dropzone } from '@mantine/dropzone';
import { IconAlertTriangle, IconFileUpload, IconX } from '@tabler/icons-react';
import type { JSX } from 'react';
import { useMessages } from '../../../web/message.ts';
import { EVIDENCE_BYTES, evidenceEndings } from '../evidence-file.ts';
import type { Evidence } from '../model.ts';
import { evidenceMessages } from './evidence-messages.ts';
import classes from './evidence.module.css';
import { useUploads, type Upload } from './uploads.ts';

interface EvidenceUploadProps {
  /** Whom the files are about; null: about nobody, such as the text of a campaign. */
  readonly personId: Evidence['personId'];
  /** Told of each file that was kept. */
  readonly onUploaded?: (evidence: Evidence) => void;
}

/** A place to drop files of evidence, or to choose them from the keyboard. Each is kept, or says why not. */
export function EvidenceUpload({ personId, onUploaded }: EvidenceUploadProps): JSX.Element {
  const texts = useMessages(evidenceMessages);
  const limit = texts.size(EVIDENCE_BYTES);
  const uploads = useUploads(personId, texts.tooLarge(limit), onUploaded);
  const kept = uploads.all.filter(({ state }) => state === 'kept').length;
  const open = uploads.all.filter(({ state }) => state !== 'kept');
  return (
    <div className={classes.upload}>
      <Dropzone
        aria-label={texts.drop}
        inputProps={{ 'aria-label': texts.choose }}
        accept={{ 'application/octet-stream': evidenceEndings.map((ending) => `.${ending}`) }}
        useFsAccessApi={false}
        onDrop={(files) => void uploads.send(files)}
        onReject={(refused) => void uploads.send(refused.map(({ file }) => file))}
        className={classes.drop}
      >
        <div className={classes.dropInner}>
          <IconFileUpload size={22} stroke={1.4} className={classes.dropIcon} aria-hidden />
          <div>
            <Text size="sm" fw={600}>
              {texts.drop}
            </Text>
            <Text size="xs" c="dimmed">
              {texts.hint(limit)}
            </Text>
          </div>
        </div>
      </Dropzone>
      <div role="status" className={classes.status}>
        {uploads.isSending
          ? texts.progress(
              uploads.all.filter(({ state }) => state === 'kept' || state === 'failed').length,
              uploads.all.length,
            )
          : kept > 0 && texts.kept(kept)}
      </div>
      {open.length > 0 && (
        <ul className={classes.uploads} aria-label={texts.uploads}>
          {open.map((upload) => (
            <UploadLine key={upload.key} upload={upload} onDismiss={() => uploads.dismiss(upload.key)} />
          ))}
        </ul>
      )}
    </div>
  );
}

const UploadLine = ({
  upload: { name, state, why },
  onDismiss,
}: {
  readonly upload: Upload;
  readonly onDismiss: () => void;
}): JSX.Element => {
  const texts = useMessages(evidenceMessages);
  return (
    <li className={classes.uploadLine} data-state={state}>
      <bdi className={classes.uploadName}>{name}</bdi>
      {state === 'sending' ? (
        <Progress value={100} animated size="sm" className={classes.bar} aria-label={`${name}: ${texts.sending}`} />
      ) : (
        <span className={classes.uploadState}>
          {state === 'failed' && <IconAlertTriangle size={14} aria-hidden />}
          {state === 'waiting' ? texts.waiting : texts.failed}
        </span>
      )}
      {state === 'failed' && (
        <ActionIcon size="sm" variant="subtle" color="gray" aria-label={texts.dismiss(name)} onClick={onDismiss}>
          <IconX size={14} aria-hidden />
        </ActionIcon>
      )}
      {why !== null && (
        <Text size="xs" role="alert" className={classes.why}>
          {why}
        </Text>
      )}
    </li>
  );
};
