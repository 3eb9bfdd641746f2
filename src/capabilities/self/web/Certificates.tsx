import { Button, Text } from '@mantine/core';
import { useState, type JSX } from 'react';
import { findEvidenceKind } from '../../../domain/evidence-kind.ts';
import type { PersonId } from '../../../kernel/id.ts';
import { lastDayOf } from '../../../web/form/last-day.ts';
import { useFormat, useMessages } from '../../../web/message.ts';
import { useMaySpeakFor } from '../../../web/organization.ts';
import { useWrite } from '../../../web/organization-data.ts';
import { ProblemAlert } from '../../../web/ProblemAlert.tsx';
import { Panel } from '../../../web/register/Panel.tsx';
import { personCompetenceRoutes } from '../../competence/person-contract.ts';
import type { CompetenceLine, JudgementRow } from '../../competence/person-competence.ts';
import { claimMessages } from '../../competence/web/claim-messages.ts';
import { personCompetenceMessages } from '../../competence/web/person-messages.ts';
import { CertificateDialog } from './CertificateDialog.tsx';
import { selfMessages } from './messages.ts';
import classes from './self.module.css';

const isPaper = ({ method, claim }: JudgementRow): boolean =>
  ['certificate', 'qualification', 'test'].includes(method) || claim !== null;

interface CertificatesProps {
  readonly personId: PersonId;
  readonly needed: readonly CompetenceLine[];
  readonly history: readonly JudgementRow[];
}

/** Somebody's certificates, qualifications and tests, until when each counts, and what waits for confirmation. */
export function Certificates({ personId, needed, history }: CertificatesProps): JSX.Element {
  const texts = useMessages(selfMessages);
  const mayAdd = useMaySpeakFor(personId);
  const [adding, setAdding] = useState(false);
  const withdraw = useWrite(personCompetenceRoutes.withdrawJudgement);
  const papers = history.filter(isPaper);
  return (
    <Panel
      title={texts.certificates}
      count={papers.length}
      actions={
        mayAdd && (
          <Button size="compact-sm" variant="default" onClick={() => setAdding(true)}>
            {texts.add}
          </Button>
        )
      }
    >
      <ProblemAlert error={withdraw.error} />
      {papers.length === 0 && (
        <Text size="sm" c="dimmed">
          {texts.noCertificates}
        </Text>
      )}
      <ul className={classes.list} aria-label={texts.certificates}>
        {papers.map((row) => (
          <Paper
            key={row.id}
            row={row}
            onWithdraw={
              mayAdd && row.mine && row.awaits
                ? () => withdraw.mutate({ path: { competenceAssessmentId: row.id }, version: row.version })
                : null
            }
          />
        ))}
      </ul>
      {adding && <CertificateDialog personId={personId} needed={needed} onClose={() => setAdding(false)} />}
    </Panel>
  );
}

function Paper({
  row,
  onWithdraw,
}: {
  readonly row: JudgementRow;
  readonly onWithdraw: (() => void) | null;
}): JSX.Element {
  const texts = useMessages(selfMessages);
  const claims = useMessages(claimMessages);
  const { methods } = useMessages(personCompetenceMessages);
  const format = useFormat();
  const { evidenceKind, competenceName, level, reference, ends, inDate, claim, awaits } = row;
  const name = (evidenceKind === null ? null : findEvidenceKind(evidenceKind)?.name) ?? methods[row.method];
  const counts = ends === null ? texts.forGood : (inDate ? texts.counts : texts.ended)(format.date(lastDayOf(ends)));
  const decision = claim?.decision ?? null;
  const state = awaits
    ? claims.waits
    : decision?.verdict === 'declined'
      ? claims.declined(decision.name, decision.note)
      : counts;
  return (
    <li className={classes.item}>
      <div>
        {name}
        <div className={classes.quiet}>
          {[texts.proves(competenceName, level), reference].filter((part) => part !== null).join(', ')}
        </div>
      </div>
      <div className={classes.state}>
        <span className={classes.quiet}>{state}</span>
        {onWithdraw !== null && (
          <Button size="compact-xs" variant="subtle" aria-label={texts.withdrawOf(name)} onClick={onWithdraw}>
            {texts.withdraw}
          </Button>
        )}
      </div>
    </li>
  );
}
