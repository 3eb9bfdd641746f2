import { Text } from '@mantine/core';
import type { JSX } from 'react';
import { findEvidenceKind } from '../../../domain/evidence-kind.ts';
import { lastDayOf } from '../../../web/form/last-day.ts';
import { useFormat, useMessages } from '../../../web/message.ts';
import { Panel } from '../../../web/register/Panel.tsx';
import type { JudgementRow } from '../../competence/person-competence.ts';
import { selfMessages } from './messages.ts';
import classes from './self.module.css';

/** Somebody's certificates, qualifications and tests, and until when each counts. */
export function Certificates({ history }: { readonly history: readonly JudgementRow[] }): JSX.Element {
  const texts = useMessages(selfMessages);
  const format = useFormat();
  const papers = history.filter(({ method }) => ['certificate', 'qualification', 'test'].includes(method));
  return (
    <Panel title={texts.certificates} count={papers.length}>
      {papers.length === 0 && (
        <Text size="sm" c="dimmed">
          {texts.noCertificates}
        </Text>
      )}
      <ul className={classes.list} aria-label={texts.certificates}>
        {papers.map(({ id, evidenceKind, competenceName, reference, ends, inDate }) => (
          <li key={id} className={classes.item}>
            <div>
              {(evidenceKind === null ? null : findEvidenceKind(evidenceKind)?.name) ?? competenceName}
              {reference !== null && <div className={classes.quiet}>{reference}</div>}
            </div>
            <span className={classes.quiet}>
              {ends === null ? texts.forGood : (inDate ? texts.counts : texts.ended)(format.date(lastDayOf(ends)))}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
