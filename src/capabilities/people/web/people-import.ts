import { useState } from 'react';
import type { ImportReport } from '../../intake/model.ts';
import type { CallError } from '../../../web/client.ts';
import { useWrite } from '../../../web/organization-data.ts';
import { peopleImportRoutes } from '../import-contract.ts';

type Source =
  { readonly from: 'file'; readonly file: globalThis.File } | { readonly from: 'text'; readonly text: string };

export interface PeopleImport {
  /** Of the dry run, then of the import; undefined before a source was given. */
  readonly report: ImportReport | undefined;
  readonly error: CallError | null;
  readonly isPending: boolean;
  readonly tryFile: (file: globalThis.File) => void;
  readonly tryText: (text: string) => void;
  /** Writes what the dry run showed. */
  readonly take: () => void;
  readonly reset: () => void;
}

/** The steps of an import of people: a dry run first, then the same source for real. */
export function usePeopleImport(): PeopleImport {
  const byFile = useWrite(peopleImportRoutes.importPeople);
  const byText = useWrite(peopleImportRoutes.pastePeople);
  const [source, setSource] = useState<Source | null>(null);
  const [report, setReport] = useState<ImportReport>();
  const send = (given: Source, dryRun: boolean): void => {
    setSource(given);
    const after = { onSuccess: setReport };
    byFile.reset();
    byText.reset();
    if (given.from === 'text') byText.mutate({ body: { text: given.text, dryRun } }, after);
    else
      byFile.mutate({ query: { name: given.file.name, dryRun: dryRun ? 'true' : 'false' }, file: given.file }, after);
  };
  return {
    report,
    error: byFile.error ?? byText.error,
    isPending: byFile.isPending || byText.isPending,
    tryFile: (file) => send({ from: 'file', file }, true),
    tryText: (text) => send({ from: 'text', text }, true),
    take: () => {
      if (source !== null) send(source, false);
    },
    reset: () => {
      byFile.reset();
      byText.reset();
      setReport(undefined);
      setSource(null);
    },
  };
}
