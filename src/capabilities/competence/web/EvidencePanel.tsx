import type { JSX } from 'react';
import { useMessages } from '../../../web/message.ts';
import { useMayAddEvidence, useMayReadEvidence } from '../../../web/organization.ts';
import { Panel } from '../../../web/register/Panel.tsx';
import type { Evidence } from '../model.ts';
import { evidenceMessages } from './evidence-messages.ts';
import { EvidenceList } from './EvidenceList.tsx';
import { EvidenceUpload } from './EvidenceUpload.tsx';

/** The files about somebody, and a place for more; nothing where the reader may neither see nor add any. */
export function EvidencePanel({
  personId,
}: {
  readonly personId: NonNullable<Evidence['personId']>;
}): JSX.Element | null {
  const texts = useMessages(evidenceMessages);
  const [mayRead, mayAdd] = [useMayReadEvidence(personId), useMayAddEvidence(personId)];
  if (!mayRead && !mayAdd) return null;
  return (
    <Panel id="evidence" title={texts.title} lead={texts.lead}>
      {mayRead && <EvidenceList personId={personId} none={mayAdd ? texts.none : texts.noneReadOnly} />}
      {mayAdd && <EvidenceUpload personId={personId} />}
    </Panel>
  );
}
