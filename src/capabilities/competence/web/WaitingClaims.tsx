import { Anchor, Button, Modal } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState, type JSX } from 'react';
import { findEvidenceKind } from '../../../domain/evidence-kind.ts';
import { useFormat, useMessages } from '../../../web/message.ts';
import { useMayChange, useMayReadEvidence, useOrganization } from '../../../web/organization.ts';
import { useRead } from '../../../web/organization-data.ts';
import { ProblemAlert } from '../../../web/ProblemAlert.tsx';
import { Panel } from '../../../web/register/Panel.tsx';
import type { WaitingClaim } from '../confirmation.ts';
import { personCompetenceRoutes } from '../person-contract.ts';
import { ClaimActions } from './ClaimActions.tsx';
import { claimMessages } from './claim-messages.ts';
import classes from './claim.module.css';
import { EvidenceList } from './EvidenceList.tsx';

/** What waits for the reader's word, of who reports to them first. */
function useWaitingClaims() {
  const mayConfirm = useMayChange('competenceAssessment');
  const { data, error } = useRead(personCompetenceRoutes.waitingClaims, {}, { enabled: mayConfirm });
  return { claims: (mayConfirm ? data : undefined) ?? [], error: mayConfirm ? error : null };
}

const ClaimList = ({ claims }: { readonly claims: readonly WaitingClaim[] }): JSX.Element => (
  <ul className={classes.list} aria-label={useMessages(claimMessages).title}>
    {claims.map((claim) => (
      <ClaimLine key={claim.id} claim={claim} />
    ))}
  </ul>
);

/** What waits for the reader's word; nothing where nothing waits. */
export function WaitingClaims(): JSX.Element | null {
  const texts = useMessages(claimMessages);
  const { claims, error } = useWaitingClaims();
  if (error === null && claims.length === 0) return null;
  return (
    <Panel title={texts.title} count={claims.length} lead={texts.lead}>
      <ProblemAlert error={error} />
      <ClaimList claims={claims} />
    </Panel>
  );
}

/** The same behind a button, where there is no room for a list. */
export function WaitingClaimsButton(): JSX.Element | null {
  const texts = useMessages(claimMessages);
  const { claims } = useWaitingClaims();
  const [open, setOpen] = useState(false);
  if (claims.length === 0 && !open) return null;
  return (
    <>
      <Button variant="default" onClick={() => setOpen(true)}>
        {texts.waiting(claims.length)}
      </Button>
      {open && (
        <Modal
          opened
          size={620}
          onClose={() => setOpen(false)}
          title={texts.title}
          closeButtonProps={{ 'aria-label': texts.cancel }}
        >
          <p className={classes.quiet}>{claims.length === 0 ? texts.nothing : texts.lead}</p>
          <ClaimList claims={claims} />
        </Modal>
      )}
    </>
  );
}

function ClaimLine({ claim }: { readonly claim: WaitingClaim }): JSX.Element {
  const texts = useMessages(claimMessages);
  const format = useFormat();
  const { slug } = useOrganization();
  const mayLook = useMayReadEvidence(claim.personId);
  const [looking, setLooking] = useState(false);
  const { personId, personName, competenceName, level, method, evidenceKind, reference, evidenceIds, on, report } =
    claim;
  const kind = (evidenceKind === null ? undefined : findEvidenceKind(evidenceKind)?.name) ?? texts.methods[method];
  const files = evidenceIds.length === 0 ? null : texts.files(evidenceIds.length);
  const parts = [
    reference === null ? null : texts.number(reference),
    format.date(on),
    mayLook ? null : files,
    reference === null && files === null ? texts.noPaper : null,
    report ? texts.report : null,
  ].filter((part) => part !== null);
  return (
    <li className={classes.item}>
      <div className={classes.what}>
        <Anchor
          fw={600}
          underline="always"
          renderRoot={(props) => (
            <Link to="/o/$slug/people/$personId/competence" params={{ slug, personId }} {...props} />
          )}
        >
          {personName}
        </Anchor>
        <div>{texts.claimed(competenceName, level, kind)}</div>
        <div className={classes.quiet}>
          {parts.join(' · ')}
          {mayLook && files !== null && (
            <Button
              size="compact-xs"
              variant="subtle"
              aria-label={texts.look(personName, competenceName)}
              onClick={() => setLooking(true)}
            >
              {files}
            </Button>
          )}
        </div>
      </div>
      <ClaimActions claim={claim} personName={personName} />
      {looking && (
        <Modal
          opened
          onClose={() => setLooking(false)}
          title={texts.claimed(competenceName, level, kind)}
          closeButtonProps={{ 'aria-label': texts.cancel }}
        >
          <EvidenceList evidenceIds={evidenceIds} />
        </Modal>
      )}
    </li>
  );
}
