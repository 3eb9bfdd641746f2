import type { CompetenceFields } from '../competence/model.ts';
import type { ChangeItem } from '../trail/change.ts';
import type { Competence } from '../competence/model.ts';
import type { ImportContext } from './import-context.ts';
import type { DefinitionSaying } from './parsed.ts';
import { unchanged, type SayingEffect } from './saying-effect.ts';

/** What the levels of competences mean after an import. */
export class DefinitionPlan {
  readonly #context: ImportContext;
  readonly #updates = new Map<
    Competence['id'],
    { readonly row: Competence; readonly levels: CompetenceFields['levels'] }
  >();

  constructor(context: ImportContext) {
    this.#context = context;
  }

  take({ competence: name, group, meanings }: DefinitionSaying): SayingEffect {
    const context = this.#context;
    const levels: CompetenceFields['levels'] = [];
    for (const { value, meaning } of meanings) {
      const level = context.level(value);
      if ('reason' in level) return level;
      const there = levels.find((one) => one.level === level.id);
      if (there === undefined) levels.push({ level: level.id, meaning });
      else there.meaning = `${there.meaning} ${meaning}`.slice(0, 500);
    }
    const competence = context.competence(name, null, null, group);
    if ('reason' in competence) return competence;
    const made = context.newCompetences.get(name);
    const changes = levels.map(({ level, meaning }) => ({ field: `level ${level}`, from: '', to: meaning }));
    if (made !== undefined) {
      made.fields = { ...made.fields, levels };
      return { outcome: 'taken', changes };
    }
    const row = context.book.find(competence.id)?.row ?? null;
    if (row === null)
      return {
        reason: `“${context.book.nameOf(competence.id)}” comes with Muster: word it anew first, then its levels can be described.`,
      };
    const before = new Map(row.levels.map(({ level, meaning }) => [level, meaning]));
    const other = levels.filter(({ level, meaning }) => before.get(level) !== meaning);
    if (other.length === 0) return unchanged;
    if (!context.options.may('competence'))
      return { reason: 'Only owners and managers describe competences: ask one of them.' };
    const kept = row.levels.filter(({ level }) => levels.every((one) => one.level !== level));
    this.#updates.set(row.id, { row, levels: [...kept, ...levels].toSorted((a, b) => a.level - b.level) });
    return {
      outcome: 'changed',
      changes: other.map(({ level, meaning }) => ({
        field: `level ${level}`,
        from: before.get(level) ?? '',
        to: meaning,
      })),
    };
  }

  items(): readonly ChangeItem[] {
    const made = [...this.#context.newCompetences.values()].map(({ id, fields }): ChangeItem => ({
      register: 'competence',
      operation: 'create',
      id,
      fields,
    }));
    const changed = [...this.#updates.values()].map(({ row, levels }): ChangeItem => ({
      register: 'competence',
      operation: 'update',
      id: row.id,
      version: row.version,
      fields: { levels },
    }));
    return [...made, ...changed];
  }
}
