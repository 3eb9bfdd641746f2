import type { HeldEntry, PersonalData } from './personal-data.ts';

type Row = Readonly<Record<string, unknown>>;

/** The export in words, for reading. */
export interface PersonalDataText {
  readonly title: string;
  readonly lead: readonly string[];
  readonly chapters: readonly {
    readonly heading: string;
    readonly lead: string;
    /** Each a heading and its lines: a field and what it holds. */
    readonly parts: readonly { readonly heading: string; readonly facts: readonly (readonly [string, string])[] }[];
  }[];
}

/** What is not called as its field is. */
const labels: Readonly<Record<string, string>> = {
  email: 'E-mail',
  externalId: 'Personnel number',
  managerId: 'Reports to',
  sha256: 'SHA-256 of the content',
  to: 'Until (the day after the last)',
};

/** `weeklyHours` to `Weekly hours`, `ownerId` to `Owner`. */
const labelOf = (field: string): string => {
  const label = labels[field];
  if (label !== undefined) return label;
  const spaced = field
    .replace(/Id(s?)$/, '$1')
    .replace(/[A-Z]/g, (capital) => ` ${capital.toLowerCase()}`)
    .trim();
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
};

function textOf(value: unknown, names: PersonalData['names']): string {
  if (value === null || value === undefined || value === '') return '';
  if (typeof value === 'string') return names[value] ?? value;
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value)) return value.map((each) => textOf(each, names)).join('; ');
  if (typeof value !== 'object') return '';
  if ('minor' in value && 'currency' in value)
    return `${(Number(value.minor) / 100).toFixed(2)} ${String(value.currency)}`;
  return Object.entries(value)
    .map(([field, each]) => [labelOf(field).toLowerCase(), textOf(each, names)])
    .filter(([, each]) => each !== '')
    .map(([field, each]) => `${field} ${each}`)
    .join(', ');
}

const factsOf = (row: Row, names: PersonalData['names']): readonly (readonly [string, string])[] =>
  Object.entries(row)
    .filter(([field]) => field !== 'id' && field !== 'version')
    .map(([field, value]): readonly [string, string] => [labelOf(field), textOf(value, names)])
    .filter(([, value]) => value !== '');

const rowOf = (value: unknown): Row => (typeof value === 'object' && value !== null ? (value as Row) : {});

/** What an entry changed: each field with what it held before and after. */
function changesOf({ before, after }: HeldEntry, names: PersonalData['names']): readonly (readonly [string, string])[] {
  const [was, is] = [rowOf(before), rowOf(after)];
  return Object.keys({ ...was, ...is })
    .filter(
      (field) => field !== 'id' && field !== 'version' && JSON.stringify(was[field]) !== JSON.stringify(is[field]),
    )
    .map((field): readonly [string, readonly [string, string]] => [
      field,
      [textOf(was[field], names), textOf(is[field], names)],
    ])
    .filter(([, [from, to]]) => from !== to)
    .map(([field, [from, to]]) => [
      labelOf(field),
      before === null ? to : `${from === '' ? 'nothing' : from} → ${to === '' ? 'nothing' : to}`,
    ]);
}

const operations = { create: 'added', update: 'changed', remove: 'removed' } as const;

/** The same facts as the JSON, in the order in which one wants to read them. */
export function personalDataText(data: PersonalData): PersonalDataText {
  const { person, names, organization, on } = data;
  const registers = [...Map.groupBy(data.rows, ({ register }) => register)];
  return {
    title: `What ${organization} holds on ${person.name}`,
    lead: [
      `As of ${on}, at entry ${data.trail.sequence} of the trail. It tells all that Muster holds: the row of the register of people, every other row that points to ${person.name} or mentions them by name, e-mail or personnel number, and every entry of the trail about them.`,
      'It may speak of other people too: look through it before it is handed out. Accounts for signing in and files printed earlier are not part of it. Files of evidence are listed: download them from the page of the person.',
    ],
    chapters: [
      {
        heading: 'On the register of people',
        lead: '',
        parts: [{ heading: person.name, facts: factsOf({ ...person }, names) }],
      },
      ...registers.map(([register, rows]) => ({
        heading: register === 'person' ? 'Other people who report to them or mention them' : labelOf(register),
        lead: '',
        parts: rows.map(({ row, mentions }) => ({
          heading: mentions.length === 0 ? '' : `Mentioned in ${mentions.map(labelOf).join(', ').toLowerCase()}`,
          facts: factsOf(row, names),
        })),
      })),
      {
        heading: 'On the trail',
        lead: 'Who changed what and when, oldest first. Moments are in UTC.',
        parts: data.entries.map((entry) => ({
          heading: `${entry.sequence} · ${entry.recordedAt.slice(0, 16).replace('T', ' ')} · ${entry.actorName} · ${labelOf(entry.register)} ${operations[entry.operation]}`,
          facts: [...(entry.reason === '' ? [] : [['Reason', entry.reason] as const]), ...changesOf(entry, names)],
        })),
      },
    ],
  };
}
