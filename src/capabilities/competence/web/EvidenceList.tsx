import { Button, Loader, Text } from '@mantine/core';
import { useState, type JSX } from 'react';
import { useMessages } from '../../../web/message.ts';
import { useRead } from '../../../web/organization-data.ts';
import { ProblemAlert } from '../../../web/ProblemAlert.tsx';
import { evidenceRoutes, type EvidenceRow } from '../evidence-contract.ts';
import { evidenceMessages } from './evidence-messages.ts';
import { EvidenceLine } from './EvidenceLine.tsx';
import { EvidencePreview } from './EvidencePreview.tsx';
import { EvidenceRemoval } from './EvidenceRemoval.tsx';
import classes from './evidence.module.css';

interface EvidenceListProps {
  /** All files about somebody. */
  readonly personId?: string | undefined;
  /** These files only: those that a record refers to. */
  readonly evidenceIds?: readonly string[] | undefined;
  /** Said where there is none; nothing is said when it is left out. */
  readonly none?: string | undefined;
}

const AT_FIRST = 50;
const AT_MOST = 500;

/** Files of evidence with their preview, download and removal, as far as the reader may. Newest first. */
export function EvidenceList({ personId, evidenceIds, none }: EvidenceListProps): JSX.Element | null {
  const texts = useMessages(evidenceMessages);
  const [limit, setLimit] = useState(AT_FIRST);
  const [shown, setShown] = useState<EvidenceRow | null>(null);
  const [removing, setRemoving] = useState<EvidenceRow | null>(null);
  const named = evidenceIds === undefined ? {} : { ids: evidenceIds.join(',') };
  const about = personId === undefined ? {} : { personId: personId as NonNullable<EvidenceRow['personId']> };
  const read = useRead(evidenceRoutes.evidenceFiles, { query: { ...about, ...named, limit } });
  if (read.data === undefined)
    return read.error === null ? <Loader size="sm" aria-label={texts.loading} /> : <ProblemAlert error={read.error} />;
  const { rows, total } = read.data;
  if (rows.length === 0)
    return none === undefined ? null : (
      <Text size="sm" c="dimmed">
        {none}
      </Text>
    );
  return (
    <>
      <ProblemAlert error={read.error} />
      <ul className={classes.files} aria-label={texts.list}>
        {rows.map((file) => (
          <EvidenceLine key={file.id} file={file} onPreview={setShown} onRemove={setRemoving} />
        ))}
      </ul>
      {total > rows.length && limit < AT_MOST && (
        <Button size="compact-sm" variant="subtle" onClick={() => setLimit(AT_MOST)}>
          {texts.more}
        </Button>
      )}
      {shown !== null && <EvidencePreview file={shown} onClose={() => setShown(null)} />}
      {removing !== null && <EvidenceRemoval file={removing} onClose={() => setRemoving(null)} />}
    </>
  );
}
