import { useState } from 'react';
import { EVIDENCE_BYTES, evidenceNameSchema } from '../evidence-file.ts';
import { evidenceRoutes } from '../evidence-contract.ts';
import type { Evidence } from '../model.ts';
import { useWrite } from '../../../web/organization-data.ts';
import { fieldErrorsOf, sentenceOf } from '../../../web/problem.ts';

/** One file on its way. */
export interface Upload {
  readonly key: number;
  readonly name: string;
  readonly state: 'waiting' | 'sending' | 'kept' | 'failed';
  /** Why it was not kept. */
  readonly why: string | null;
}

export interface Uploads {
  readonly all: readonly Upload[];
  readonly isSending: boolean;
  readonly send: (files: readonly globalThis.File[]) => Promise<void>;
  readonly dismiss: (key: number) => void;
}

let lastKey = 0;

/** What can be said before a file is sent. */
function refusalOf(file: globalThis.File, tooLarge: string): string | null {
  if (file.size > EVIDENCE_BYTES) return tooLarge;
  return evidenceNameSchema.safeParse(file.name).error?.issues[0]?.message ?? null;
}

/** Uploads files one after the other; one that is refused keeps no other from being sent. */
export function useUploads(
  personId: Evidence['personId'],
  tooLarge: string,
  onUploaded: ((evidence: Evidence) => void) | undefined,
): Uploads {
  const upload = useWrite(evidenceRoutes.uploadEvidence);
  const [all, setAll] = useState<readonly Upload[]>([]);
  const change = (key: number, to: Partial<Upload>): void =>
    setAll((before) => before.map((one) => (one.key === key ? { ...one, ...to } : one)));
  return {
    all,
    isSending: all.some(({ state }) => state === 'waiting' || state === 'sending'),
    dismiss: (key) => setAll((before) => before.filter((one) => one.key !== key)),
    async send(files) {
      const added = files.map((file) => {
        const why = refusalOf(file, tooLarge);
        lastKey += 1;
        return { file, key: lastKey, name: file.name, state: why === null ? 'waiting' : 'failed', why } as const;
      });
      setAll((before) => [
        ...before.filter(({ state }) => state !== 'kept'),
        ...added.map(({ file: _file, ...one }) => one),
      ]);
      for (const { file, key, name, state } of added) {
        if (state === 'failed') continue;
        change(key, { state: 'sending' });
        try {
          const kept = await upload.mutateAsync({ query: { name }, body: { personId, note: '' }, file });
          change(key, { state: 'kept' });
          onUploaded?.(kept);
        } catch (error) {
          if (!(error instanceof Error)) throw error;
          change(key, { state: 'failed', why: Object.values(fieldErrorsOf(error)).join(' ') || sentenceOf(error) });
        }
      }
    },
  };
}
