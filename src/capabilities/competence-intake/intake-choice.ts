import type { z } from 'zod';
import type { CompetenceChoices } from './import-context.ts';
import type { competenceChoices } from './contract.ts';
import type { CompetenceDocument } from './parsed.ts';
import { reasons } from './row-field.ts';

type Named = z.output<typeof competenceChoices>['roles'];

const named = (choices: Named): ReadonlyMap<string, string> =>
  new Map(choices.map(({ foreign, target }) => [foreign, target]));

/** The user's decisions as the plan looks them up. */
export const chosen = (body: z.output<typeof competenceChoices>): CompetenceChoices => ({
  levels: new Map(body.levels.map(({ value, level }) => [value, level])),
  roles: named(body.roles),
  competences: named(body.competences),
  people: named(body.people),
  measures: named(body.measures),
  newCompetences: body.newCompetences,
  likely: body.likely,
});

/** The tables of one kind, or of both; `refused`, the end of a sentence, when there is none of them. */
export function ofKind(
  document: CompetenceDocument,
  as: 'competence' | 'training' | undefined,
): CompetenceDocument | { readonly refused: string } {
  const tables = as === undefined ? document.tables : document.tables.filter(({ kind }) => kind === as);
  const left = document.tables
    .filter((table) => !tables.includes(table))
    .map(({ sheet, headerRow, heading, columns, kind }) => ({
      sheet,
      row: headerRow,
      text: heading ?? columns.join(', '),
      reason: `A table of ${kind === 'training' ? 'trainings' : 'competences'}: bring it in as such.`,
    }));
  if (tables.some(({ layout }) => layout !== 'scale'))
    return { ...document, tables, others: [...document.others, ...left] };
  const wanted = as === undefined ? 'competences or trainings' : as === 'training' ? 'trainings' : 'competences';
  return { refused: `no table in it is one of ${wanted}, with people or roles and levels or days.` };
}

/** Whether a document holds nothing but what a template leaves to be filled in. */
export const isTemplate = ({ tables }: CompetenceDocument): boolean =>
  tables.some(({ layout }) => layout !== 'scale') &&
  tables.every(
    ({ lines, layout }) =>
      layout === 'scale' ||
      lines.every(
        ({ said, notes }) =>
          'reason' in said &&
          said.reason !== reasons.nobody &&
          notes.every(({ reason }) => reason === reasons.placeholder),
      ),
  );
