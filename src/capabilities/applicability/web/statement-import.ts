import { useState } from 'react';
import type { ImportReport } from '../../intake/model.ts';
import type { CallError } from '../../../web/client.ts';
import { useWrite } from '../../../web/organization-data.ts';
import { applicabilityRoutes } from '../contract.ts';

export interface StatementImport {
  /** Of the dry run, then of the import; undefined before a file was given. */
  readonly report: ImportReport | undefined;
  readonly error: CallError | null;
  readonly isPending: boolean;
  readonly tryFile: (file: globalThis.File) => void;
  /** Writes what the dry run showed. */
  readonly take: () => void;
  readonly reset: () => void;
}

/** The steps of an import of a statement: a dry run first, then the same file for real. */
export function useStatementImport(): StatementImport {
  const send = useWrite(applicabilityRoutes.importStatement);
  const [file, setFile] = useState<globalThis.File | null>(null);
  const [report, setReport] = useState<ImportReport>();
  const run = (given: globalThis.File, dryRun: boolean): void =>
    send.mutate(
      { query: { name: given.name, dryRun: dryRun ? 'true' : 'false' }, file: given },
      { onSuccess: setReport },
    );
  return {
    report,
    error: send.error,
    isPending: send.isPending,
    tryFile: (given) => {
      setFile(given);
      run(given, true);
    },
    take: () => {
      if (file !== null) run(file, false);
    },
    reset: () => {
      send.reset();
      setFile(null);
      setReport(undefined);
    },
  };
}
