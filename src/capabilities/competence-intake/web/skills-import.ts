import { useState } from 'react';
import type { z } from 'zod';
import type { Level } from '../../../kernel/level.ts';
import type { CallError } from '../../../web/client.ts';
import { useWrite } from '../../../web/organization-data.ts';
import { competenceIntakeRoutes, type competenceChoices, type CompetenceImportReport } from '../contract.ts';

/** What names can be chosen of. */
export type Named = 'roles' | 'competences' | 'people' | 'measures';
type NameChoices = Readonly<Record<string, string>>;

interface Choices {
  readonly names: { readonly [N in Named]: NameChoices };
  readonly levels: ReadonlyMap<string, Level | null>;
  readonly newCompetences: boolean;
  /** `YYYY-MM-DD`, or `''` for today. */
  readonly on: string;
}

const nothingChosen: Choices = {
  names: { roles: {}, competences: {}, people: {}, measures: {} },
  levels: new Map(),
  newCompetences: false,
  on: '',
};

export interface SkillsImport {
  /** Of the dry run, then of the import; undefined before a file was given. */
  readonly report: CompetenceImportReport | undefined;
  readonly error: CallError | null;
  readonly isPending: boolean;
  /** The id under which to ask how far the request under way is; null while none is. */
  readonly underWay: string | null;
  readonly choices: Choices;
  readonly tryFile: (file: globalThis.File) => void;
  /** Decides something and looks again at what would happen. */
  readonly name: (what: Named, decided: NameChoices) => void;
  readonly level: (value: string, level: Level | null) => void;
  /** Reads the scale as if nothing had been said of such a file. */
  readonly again: () => void;
  readonly set: (changed: Partial<Pick<Choices, 'newCompetences' | 'on'>>) => void;
  /** Writes what the dry run showed. */
  readonly take: () => void;
  readonly reset: () => void;
}

const asked = ({ names, levels, newCompetences, on }: Choices): z.input<typeof competenceChoices> => {
  const list = (what: Named) => Object.entries(names[what]).map(([foreign, target]) => ({ foreign, target }));
  return {
    levels: [...levels].map(([value, level]) => ({ value, level })),
    roles: list('roles'),
    competences: list('competences'),
    people: list('people'),
    measures: list('measures'),
    newCompetences,
    ...(on === '' ? {} : { on }),
  };
};

/** The steps of an import of competences and trainings: dry runs with corrections, then the same file for real. */
export function useSkillsImport(): SkillsImport {
  const send = useWrite(competenceIntakeRoutes.importCompetences);
  const [file, setFile] = useState<globalThis.File | null>(null);
  const [choices, setChoices] = useState<Choices>(nothingChosen);
  const [report, setReport] = useState<CompetenceImportReport>();
  const [underWay, setUnderWay] = useState<string | null>(null);
  const run = (given: globalThis.File, chosen: Choices, dryRun: boolean): void => {
    const progress = crypto.randomUUID();
    setUnderWay(progress);
    const query = { name: given.name, dryRun: dryRun ? 'true' : 'false', progress: progress as never } as const;
    send.mutate(
      { query, body: asked(chosen), file: given },
      { onSuccess: setReport, onSettled: () => setUnderWay(null) },
    );
  };
  const decide = (next: Choices): void => {
    setChoices(next);
    if (file !== null) run(file, next, true);
  };
  return {
    report,
    error: send.error,
    isPending: send.isPending,
    underWay,
    choices,
    tryFile: (given) => {
      setFile(given);
      setChoices(nothingChosen);
      run(given, nothingChosen, true);
    },
    name: (what, decided) =>
      decide({ ...choices, names: { ...choices.names, [what]: { ...choices.names[what], ...decided } } }),
    level: (value, level) => decide({ ...choices, levels: new Map([...choices.levels, [value, level]]) }),
    again: () => decide({ ...choices, levels: new Map() }),
    set: (changed) => decide({ ...choices, ...changed }),
    take: () => {
      if (file !== null) run(file, choices, false);
    },
    reset: () => {
      send.reset();
      setFile(null);
      setChoices(nothingChosen);
      setReport(undefined);
    },
  };
}
