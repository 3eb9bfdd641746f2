import { useMemo, useState } from 'react';
import type { PlainDate } from '../../../kernel/date.ts';
import { useOrganization } from '../../../web/organization.ts';
import { today } from '../../../web/today.ts';
import type { JudgingTerms } from '../matrix-contract.ts';

export const judgingMethods = ['manager', 'interview', 'observed', 'test', 'certificate'] as const;
export type JudgingMethod = (typeof judgingMethods)[number];

/** What the bar says of the levels that are typed next, as its fields hold it. */
export interface JudgingDraft {
  readonly method: JudgingMethod;
  readonly on: PlainDate;
  readonly assessor: string;
  readonly reference: string;
}

export interface Judging {
  readonly draft: JudgingDraft;
  readonly set: (patch: Partial<JudgingDraft>) => void;
  readonly terms: JudgingTerms;
}

/** By the reader, today, as a manager, until somebody says otherwise. */
export function useJudgingTerms(): Judging {
  const { userName, personId } = useOrganization();
  const [draft, setDraft] = useState<JudgingDraft>(() => ({
    method: 'manager',
    on: today(),
    assessor: userName,
    reference: '',
  }));
  const terms = useMemo((): JudgingTerms => {
    const assessor = draft.assessor.trim();
    const reader = assessor === '' || assessor === userName;
    return {
      method: draft.method,
      on: draft.on,
      assessorId: reader ? personId : null,
      assessorName: reader ? (personId === null ? userName : null) : assessor,
      reference: draft.reference.trim() === '' ? null : draft.reference.trim(),
    };
  }, [draft, userName, personId]);
  return { draft, set: (patch) => setDraft((before) => ({ ...before, ...patch })), terms };
}
