import { Button, Loader, Modal, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconDownload } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState, type JSX } from 'react';
import { addressOf, CallError, type Problem } from '../../../web/client.ts';
import { useMessages } from '../../../web/message.ts';
import { useOrganization } from '../../../web/organization.ts';
import { ProblemAlert } from '../../../web/ProblemAlert.tsx';
import { evidenceRoutes, type EvidenceRow } from '../evidence-contract.ts';
import { previewTypes } from '../evidence-file.ts';
import { evidenceMessages } from './evidence-messages.ts';
import classes from './evidence.module.css';

const PdfPages = lazy(() => import('./PdfPages.tsx').then((module) => ({ default: module.PdfPages })));

async function contentAt(address: string, signal: AbortSignal): Promise<Uint8Array> {
  const response = await fetch(address, { signal });
  if (!response.ok) throw new CallError((await response.json()) as Problem);
  return new Uint8Array(await response.arrayBuffer());
}

/** A look at one file: a picture, text, or a PDF page by page. */
export function EvidencePreview({
  file,
  onClose,
}: {
  readonly file: EvidenceRow;
  readonly onClose: () => void;
}): JSX.Element {
  const texts = useMessages(evidenceMessages);
  const { id: organizationId } = useOrganization();
  const isNarrow = useMediaQuery('(max-width: 700px)', false, { getInitialValueInEffect: false });
  return (
    <Modal
      opened
      onClose={onClose}
      title={
        <span className={classes.name}>
          <bdi>{file.name}</bdi>
        </span>
      }
      size={900}
      fullScreen={isNarrow}
      closeButtonProps={{ 'aria-label': texts.close }}
    >
      <Shown file={file} />
      <Button
        variant="default"
        size="compact-sm"
        mt="sm"
        leftSection={<IconDownload size={14} aria-hidden />}
        component="a"
        href={addressOf(evidenceRoutes.downloadEvidence, { organizationId, evidenceId: file.id })}
        download
      >
        {texts.download(file.name)}
      </Button>
    </Modal>
  );
}

const Shown = ({ file }: { readonly file: EvidenceRow }): JSX.Element => {
  const texts = useMessages(evidenceMessages).shown;
  const { id: organizationId } = useOrganization();
  const [isBroken, setBroken] = useState(false);
  const address = addressOf(evidenceRoutes.previewEvidence, { organizationId, evidenceId: file.id });
  const isImage = file.mediaType.startsWith('image/');
  const hasPreview = previewTypes.has(file.mediaType);
  const content = useQuery({
    queryKey: ['organization', organizationId, 'previewEvidence', file.id],
    queryFn: ({ signal }) => contentAt(address, signal),
    // A picture is loaded by its element; only when that fails is the reason asked for.
    enabled: hasPreview && (!isImage || isBroken),
    staleTime: Infinity,
    gcTime: 0,
  });
  if (!hasPreview) return <Text size="sm">{texts.none}</Text>;
  if (content.error !== null) return <ProblemAlert error={content.error} />;
  if (isImage && !isBroken)
    return <img src={address} alt={file.name} className={classes.picture} onError={() => setBroken(true)} />;
  const waiting = <Loader size="sm" aria-label={texts.loading} />;
  if (content.data === undefined) return waiting;
  if (isImage) return <Text size="sm">{texts.none}</Text>;
  if (file.mediaType !== 'application/pdf')
    return (
      <pre className={classes.text} dir="auto" aria-label={file.name}>
        {new TextDecoder().decode(content.data)}
      </pre>
    );
  return (
    <Suspense fallback={waiting}>
      <PdfPages bytes={content.data} name={file.name} />
    </Suspense>
  );
};
