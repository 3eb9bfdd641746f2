import type { CellFace } from '../competence/matrix-cell.ts';
import type { CompetenceState } from '../competence/standing.ts';
import type { PrintedCompetences } from './competence-matrix.ts';
import { csvText } from './csv.ts';

/** A state in the words of the legend and of the list of gaps. */
export const competenceStateTexts: { readonly [S in CompetenceState]: string } = {
  met: 'Proven',
  expiring: 'Proven, ends soon',
  expired: 'Expired',
  'no-evidence': 'Claimed, not proven',
  below: 'Below',
  missing: 'Nothing known',
};

/** What a cell says, as a sign after the level, and what that means. In the order of the legend. */
export const stateMeanings: readonly {
  readonly state: CompetenceState;
  readonly sample: string;
  readonly meaning: string;
}[] = [
  { state: 'met', sample: '4', meaning: 'the level is proven, by evidence in date' },
  { state: 'expiring', sample: '4!', meaning: 'proven, and ends within 90 days' },
  { state: 'expired', sample: '4x', meaning: 'was proven, and the evidence has ended' },
  { state: 'no-evidence', sample: '4?', meaning: 'somebody says so, and nothing proves it' },
  { state: 'below', sample: '2', meaning: 'a lower level is known' },
  { state: 'missing', sample: '–', meaning: 'required, and nothing is known' },
];

/** What stands for a level that nobody judged. */
export const UNKNOWN = '–';

/** `4! of 3`: the level known, and the one required; without the latter where nothing asks for it. */
export const faceText = ({ value, required }: CellFace): string =>
  required === null ? value : `${value === '' ? UNKNOWN : value} of ${required}`;

/** What a matrix was narrowed to, as a sentence; empty for everybody. */
export const choiceText = ({ unit, role }: Pick<PrintedCompetences, 'unit' | 'role'>): string =>
  [...(unit === null ? [] : [`of ${unit}`]), ...(role === null ? [] : [`with the role ${role}`])].join(' ');

/**
 * The matrix as CSV: a row of headings, one for each person, and below how many prove what they must. The day of the facts
 * and their place in the trail stand in the last columns. `2 of 4` and not `2/4`, which a spreadsheet program takes for a
 * day.
 */
export function competenceMatrixCsv(document: PrintedCompetences): string {
  const { columns, groups, faces, on, trail } = document;
  const foot = [on, String(trail.sequence), trail.hash];
  const header = ['Name', 'Unit', 'Roles', ...columns.map(({ name }) => name), 'Facts of', 'Trail', 'Hash'];
  const rows = groups.flatMap(({ unit, people }) =>
    people.map(({ name, roles, cells }) => [
      name,
      unit ?? '',
      roles.join('; '),
      ...cells.map((place) => {
        const face = place === null ? undefined : faces[place];
        return face === undefined ? '' : faceText(face);
      }),
      ...foot,
    ]),
  );
  const totals = [
    'Prove what they must',
    '',
    '',
    ...columns.map(({ proven, required }) => `${proven} of ${required}`),
    ...foot,
  ];
  return csvText([header, ...rows, totals]);
}
