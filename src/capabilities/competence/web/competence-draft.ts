import { schemaErrors } from '../../../web/form/form-errors.ts';
import { levels, type Level } from '../../../kernel/level.ts';
import type { ListedCompetence } from '../framework-list.ts';
import { writtenCompetence, type WrittenCompetence } from '../framework-change.ts';

/** What stands in the form of a competence; aliases as lines of text, a meaning for each level. */
export interface CompetenceDraft {
  readonly name: string;
  readonly key: string;
  readonly description: string;
  readonly group: string;
  readonly aliases: string;
  readonly refreshMonths: number | string;
  readonly meanings: readonly string[];
}

export const draftOf = (one: ListedCompetence | null): CompetenceDraft => ({
  name: one?.name ?? '',
  key: one?.key ?? '',
  description: one?.description ?? '',
  group: one?.group ?? '',
  aliases: (one?.aliases ?? []).join('\n'),
  refreshMonths: one?.refreshMonths ?? '',
  meanings: levels.map((level) => one?.levels.find((own) => own.level === level)?.meaning ?? ''),
});

export type ReadCompetence =
  | { readonly ok: true; readonly fields: WrittenCompetence }
  | { readonly ok: false; readonly errors: Readonly<Record<string, string>> };

/** Checks a draft by the schema of the model. */
export function readCompetence(draft: CompetenceDraft): ReadCompetence {
  const checked = writtenCompetence.safeParse({
    key: draft.key,
    name: draft.name,
    description: draft.description,
    group: draft.group.trim() === '' ? null : draft.group,
    aliases: [...new Set(draft.aliases.split('\n').map((line) => line.trim()))].filter((line) => line !== ''),
    refreshMonths: draft.refreshMonths === '' ? null : Number(draft.refreshMonths),
    levels: levels.flatMap((level: Level) => {
      const meaning = (draft.meanings[level] ?? '').trim();
      return meaning === '' ? [] : [{ level, meaning }];
    }),
  });
  if (checked.success) return { ok: true, fields: checked.data };
  const errors = Object.entries(schemaErrors(checked)).map(([path, message]) => [
    path.split('.', 1)[0] ?? path,
    message,
  ]);
  return { ok: false, errors: Object.fromEntries(errors) as Readonly<Record<string, string>> };
}
