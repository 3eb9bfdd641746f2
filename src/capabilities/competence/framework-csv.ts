import { competenceLevels } from '../../domain/competence.ts';
import { csvText } from '../documents/csv.ts';
import type { FrameworkInUse } from './framework-list.ts';

const shippedAs = 'Muster';

/**
 * The competences in use as a table: what each is, what each level means, where it is required, and below them the
 * attribution that each source asks for.
 */
export function frameworkCsv({ competences, frameworks }: FrameworkInUse): string {
  const nameOf = new Map<string | null, string>(frameworks.map(({ id, name }) => [id, name]));
  const meanings = competenceLevels.map(({ level, name }) => `Level ${level}: ${name}`);
  const heading = ['Key', 'Competence', 'Description', 'Group', 'Kind', 'Framework', 'Retired', 'Refresh (months)'];
  const rows = competences.map((one) => [
    one.key,
    one.name,
    one.description,
    one.group ?? '',
    one.kind,
    one.source === 'shipped' ? shippedAs : (nameOf.get(one.frameworkId) ?? 'own'),
    one.retired ? 'yes' : 'no',
    one.refreshMonths === null ? '' : String(one.refreshMonths),
    one.use.roles.map(({ name, level, required }) => `${name}: ${level}${required ? '' : ' (should)'}`).join('; '),
    one.use.requirements.map(({ id, level, required }) => `${id}: ${level}${required ? '' : ' (should)'}`).join('; '),
    String(one.use.holders),
    ...competenceLevels.map(({ level, meaning }) => one.levels.find((own) => own.level === level)?.meaning ?? meaning),
  ]);
  const sources = frameworks
    .filter(({ licence }) => licence !== '')
    .map(({ name, edition, licence, source }) => [
      'Source',
      edition === null ? name : `${name}, ${edition}`,
      licence,
      source ?? '',
    ]);
  return csvText([
    [...heading, 'Required by roles', 'Required by requirements', 'Held by people', ...meanings],
    ...rows,
    ...(sources.length === 0 ? [] : [[], ...sources]),
  ]);
}
