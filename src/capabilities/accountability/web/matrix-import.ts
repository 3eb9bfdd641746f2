import { useState } from 'react';
import type { CallError } from '../../../web/client.ts';
import { useWrite } from '../../../web/organization-data.ts';
import { accountabilityRoutes, type MatrixImportReport } from '../contract.ts';

/** What the user decided: a foreign name to a target's id, `new` or `ignore`. */
export type Choices = Readonly<Record<string, string>>;

export interface MatrixImport {
  /** Of the dry run, then of the import; undefined before a file was given. */
  readonly report: MatrixImportReport | undefined;
  readonly error: CallError | null;
  readonly isPending: boolean;
  readonly tryFile: (file: globalThis.File) => void;
  /** Decides what foreign names stand for and looks again at what would happen. */
  readonly choose: (decided: Choices) => void;
  /** Writes what the dry run showed. */
  readonly take: () => void;
  readonly reset: () => void;
}

/** The steps of an import of a matrix: dry runs with corrections, then the same file for real. */
export function useMatrixImport(): MatrixImport {
  const send = useWrite(accountabilityRoutes.importMatrix);
  const [file, setFile] = useState<globalThis.File | null>(null);
  const [choices, setChoices] = useState<Choices>({});
  const [report, setReport] = useState<MatrixImportReport>();
  const run = (given: globalThis.File, chosen: Choices, dryRun: boolean): void =>
    send.mutate(
      {
        query: {
          name: given.name,
          dryRun: dryRun ? 'true' : 'false',
          ...(Object.keys(chosen).length === 0 ? {} : { mapping: JSON.stringify(chosen) }),
        },
        file: given,
      },
      { onSuccess: setReport },
    );
  return {
    report,
    error: send.error,
    isPending: send.isPending,
    tryFile: (given) => {
      setFile(given);
      setChoices({});
      run(given, {}, true);
    },
    choose: (decided) => {
      if (file === null) return;
      const next = { ...choices, ...decided };
      setChoices(next);
      run(file, next, true);
    },
    take: () => {
      if (file !== null) run(file, choices, false);
    },
    reset: () => {
      send.reset();
      setFile(null);
      setChoices({});
      setReport(undefined);
    },
  };
}
