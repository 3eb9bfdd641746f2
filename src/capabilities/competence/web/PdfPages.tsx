import { ActionIcon, Group, Loader, Text } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { getDocument, GlobalWorkerOptions, type PDFDocumentProxy } from 'pdfjs-dist';
import { useEffect, useRef, useState, type JSX } from 'react';
import { useMessages } from '../../../web/message.ts';
import { evidenceMessages } from './evidence-messages.ts';
import classes from './evidence.module.css';

GlobalWorkerOptions.workerPort = new Worker(new URL('pdf-worker.ts', import.meta.url), { type: 'module' });

/** Sharp on screens with two dots to a pixel; more only costs memory. */
const DOTS_AT_MOST = 2;

/** A PDF as pictures of its pages, drawn in a worker: nothing in it runs. Its text is there for screen readers. */
export function PdfPages({ bytes, name }: { readonly bytes: Uint8Array; readonly name: string }): JSX.Element {
  const texts = useMessages(evidenceMessages).shown;
  const [pdf, setPdf] = useState<PDFDocumentProxy | null>(null);
  const [isBroken, setBroken] = useState(false);
  const [number, setNumber] = useState(1);
  useEffect(() => {
    // The worker takes the bytes away from who hands them over.
    const task = getDocument({ data: bytes.slice(), useWasm: false, enableXfa: false, verbosity: 0 });
    let isGone = false;
    task.promise.then(
      (found) => !isGone && setPdf(found),
      () => !isGone && setBroken(true),
    );
    return () => {
      isGone = true;
      void task.destroy();
    };
  }, [bytes]);
  if (isBroken) return <Text size="sm">{texts.broken}</Text>;
  if (pdf === null) return <Loader size="sm" aria-label={texts.loading} />;
  const turn = (to: number): void => setNumber(Math.min(pdf.numPages, Math.max(1, to)));
  return (
    <div>
      <Group gap="xs" mb="xs">
        <ActionIcon
          variant="default"
          aria-label={texts.previous}
          disabled={number === 1}
          onClick={() => turn(number - 1)}
        >
          <IconChevronLeft size={16} aria-hidden />
        </ActionIcon>
        <ActionIcon
          variant="default"
          aria-label={texts.next}
          disabled={number === pdf.numPages}
          onClick={() => turn(number + 1)}
        >
          <IconChevronRight size={16} aria-hidden />
        </ActionIcon>
        <Text size="sm" role="status">
          {texts.page(number, pdf.numPages)}
        </Text>
      </Group>
      <PdfPage key={number} pdf={pdf} number={number} label={`${name}: ${texts.page(number, pdf.numPages)}`} />
    </div>
  );
}

interface PdfPageProps {
  readonly pdf: PDFDocumentProxy;
  readonly number: number;
  readonly label: string;
}

const PdfPage = ({ pdf, number, label }: PdfPageProps): JSX.Element => {
  const texts = useMessages(evidenceMessages).shown;
  const canvas = useRef<HTMLCanvasElement>(null);
  const [text, setText] = useState('');
  const [isBroken, setBroken] = useState(false);
  useEffect(() => {
    let isGone = false;
    const draw = async (target: HTMLCanvasElement): Promise<void> => {
      const page = await pdf.getPage(number);
      const dots = Math.min(DOTS_AT_MOST, globalThis.devicePixelRatio);
      const width = target.parentElement?.clientWidth ?? 0;
      const viewport = page.getViewport({ scale: (width * dots) / page.getViewport({ scale: 1 }).width });
      if (isGone) return;
      Object.assign(target, { width: Math.floor(viewport.width), height: Math.floor(viewport.height) });
      await page.render({ canvas: target, viewport }).promise;
      const { items } = await page.getTextContent();
      if (!isGone) setText(items.map((item) => ('str' in item ? item.str : '')).join(' '));
    };
    if (canvas.current !== null) draw(canvas.current).catch(() => !isGone && setBroken(true));
    return () => {
      isGone = true;
    };
  }, [pdf, number]);
  if (isBroken) return <Text size="sm">{texts.broken}</Text>;
  return (
    <div className={classes.page}>
      <canvas ref={canvas} className={classes.canvas} role="img" aria-label={label} />
      <div className={classes.heard}>{text}</div>
    </div>
  );
};
