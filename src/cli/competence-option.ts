import type { CompetenceChoices } from '../capabilities/competence-intake/import-context.ts';
import { levelValue } from '../capabilities/competence-intake/level-cell.ts';
import { levelIn, type Level } from '../kernel/level.ts';
import { textOption, usage } from './argument.ts';
import type { Arguments } from './command.ts';

/** `A=B,C=D`. A comma within a name is written twice. @throws MusterError `usage` */
const pairs = (args: Arguments, option: string): readonly (readonly [string, string])[] =>
  (textOption(args, option) ?? '')
    .split(/(?<!,),(?!,)/u)
    .map((part) => part.replaceAll(',,', ',').trim())
    .filter((part) => part !== '')
    .map((part) => {
      const at = part.lastIndexOf('=');
      if (at < 1 || at === part.length - 1)
        throw usage(`--${option} takes pairs such as A=B, separated by commas, not "${part}".`);
      return [part.slice(0, at).trim(), part.slice(at + 1).trim()] as const;
    });

/**
 * What the user says of the steps and names of a file: `--level basic=2,o=ignore`, `--name "Risk=risk-assessment"`,
 * `--new-competences` for names that nobody knows, `--likely` for those that are only alike.
 * @throws MusterError `usage`
 */
export function competenceOptions(args: Arguments): CompetenceChoices {
  const names = new Map(pairs(args, 'name'));
  const levels = new Map(
    pairs(args, 'level').map(([step, said]): readonly [string, Level | null] => {
      const level = levelIn(said);
      if (level === null && said !== 'ignore')
        throw usage(`--level takes a level from 0 to 5, or ignore, not "${said}".`);
      return [levelValue(step)?.value ?? step, level];
    }),
  );
  const newCompetences = args.values['new-competences'] === true;
  const likely = args.values['likely'] === true;
  return { levels, roles: names, competences: names, people: names, measures: names, newCompetences, likely };
}
