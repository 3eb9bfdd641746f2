import { useState } from 'react';
import type { CallError } from '../../../web/client.ts';
import { useWrite } from '../../../web/organization-data.ts';
import type { CatalogueImportReport } from '../catalogue-import.ts';
import { frameworkRoutes } from '../contract.ts';

export interface FrameworkImport {
  /** Of the dry run, then of the import; undefined before a file was given. */
  readonly report: CatalogueImportReport | undefined;
  readonly error: CallError | null;
  readonly isPending: boolean;
  readonly tryFile: (file: globalThis.File) => void;
  /** Writes what the dry run showed, under this key. */
  readonly take: (key: string) => void;
  readonly reset: () => void;
}

/** The steps of an import of a catalogue: a dry run first, then the same file for real. */
export function useFrameworkImport(): FrameworkImport {
  const send = useWrite(frameworkRoutes.importFramework);
  const [file, setFile] = useState<globalThis.File | null>(null);
  const [report, setReport] = useState<CatalogueImportReport>();
  const run = (given: globalThis.File, query: { readonly dryRun: 'true' | 'false'; readonly key?: string }): void =>
    send.mutate({ query: { name: given.name, ...query }, file: given }, { onSuccess: setReport });
  return {
    report,
    error: send.error,
    isPending: send.isPending,
    tryFile: (given) => {
      setFile(given);
      run(given, { dryRun: 'true' });
    },
    take: (key) => {
      if (file !== null) run(file, { dryRun: 'false', key });
    },
    reset: () => {
      send.reset();
      setFile(null);
      setReport(undefined);
    },
  };
}
