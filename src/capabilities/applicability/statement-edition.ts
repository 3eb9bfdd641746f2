import { annexAControls } from '../../domain/catalogue.ts';
import { predecessorsOf } from '../../domain/edition-2013.ts';
import type { RequirementId } from '../../domain/requirement.ts';
import { inclusionReasons, type ApplicabilityFields } from './model.ts';
import type { StatementLine } from './statement-line.ts';
import type { StatedControl } from './statement-row.ts';

/** One row of the edition of 2013 and what it says of a control of 2022. */
interface Part {
  readonly row: number;
  readonly one: StatedControl;
}

const statedIn = ({ said }: StatementLine): readonly StatedControl[] => ('reason' in said ? [] : said);

/** What a statement in the numbering of 2013 cannot say, told once. */
export function editionNotes(lines: readonly StatementLine[]): readonly (readonly [string, string])[] {
  const named = new Set(lines.flatMap(statedIn).map(({ control }) => control.id));
  const added = annexAControls.filter(({ id }) => predecessorsOf(id).length === 0 && !named.has(id));
  return [
    [
      'Numbers of 2013',
      'Translated by the table of annex B of ISO/IEC 27002:2022: each row says where it went. It is a proposal, for several controls were merged and their wording has changed.',
    ],
    [
      'New in 2022',
      `${added.map(({ id }) => id).join(', ')}: these controls have no predecessor in the edition of 2013, and nothing is proposed for them.`,
    ],
  ];
}

/**
 * Rows of 2013 that became one control of 2022, put together: the first of them says what all say, the others say
 * nothing more, and each says with whom it was merged and where they disagree. Other rows stay as they are.
 */
export function merged(lines: readonly StatementLine[]): readonly StatementLine[] {
  const parts = new Map<RequirementId, Part[]>();
  for (const line of lines)
    for (const one of statedIn(line))
      if (one.from !== undefined) {
        const list = parts.get(one.control.id) ?? [];
        if (!list.some(({ one: earlier }) => earlier.from === one.from)) list.push({ row: line.row, one });
        parts.set(one.control.id, list);
      }
  return lines.map((line): StatementLine => {
    if ('reason' in line.said) return line;
    return { ...line, said: line.said.map((one) => mergedInto(one, parts.get(one.control.id) ?? [], line.row)) };
  });
}

function mergedInto(one: StatedControl, parts: readonly Part[], row: number): StatedControl {
  const [first] = parts;
  if (one.from === undefined || first === undefined || parts.length < 2) return one;
  const others = parts
    .filter(({ one: other }) => other.from !== one.from)
    .map(({ one: { from = '' }, row: at }) => `${from} (row ${at})`);
  const isFirst = first.one.from === one.from && first.row === row;
  const doubts = [...one.doubts, `Merged into ${one.control.id} with ${others.join(', ')}.`];
  if (!isFirst)
    return {
      ...one,
      applicable: null,
      justification: '',
      status: null,
      statusOn: null,
      reasons: [],
      evidence: [],
      doubts,
    };
  const all = parts.map((part) => part.one);
  const into = applicableOf(all);
  const far = statusOfAll(all.filter(({ applicable }) => applicable !== false || into === false));
  return {
    ...one,
    applicable: into,
    justification: justificationOf(all, into),
    status: far,
    // What several did is done on the day when the last of them was.
    statusOn:
      all
        .flatMap(({ statusOn }) => statusOn ?? [])
        .toSorted()
        .at(-1) ?? null,
    reasons: inclusionReasons.filter((reason) => all.some(({ reasons }) => reasons.includes(reason))),
    evidence: distinct(all.flatMap(({ evidence }) => evidence)).slice(0, MOST_EVIDENCE),
    doubts: [...doubts, ...disagreements(all, into, far)],
  };
}

const MOST_EVIDENCE = 50;

/** A control applies when any of those that it took over does. */
function applicableOf(all: readonly StatedControl[]): boolean | null {
  const said = all.flatMap(({ applicable }) => applicable ?? []);
  return said.length === 0 ? null : said.includes(true);
}

type Status = ApplicabilityFields['status'];

/** As far as all are; partly, where some are further than others. */
function statusOfAll(all: readonly StatedControl[]): Status | null {
  const said = [...new Set(all.flatMap(({ status }) => status ?? []))];
  const [only] = said;
  if (only === undefined || said.length === 1) return only ?? null;
  return said.includes('implemented') || said.includes('partial') ? 'partial' : 'planned';
}

/** Of those that agree with the outcome: one text where all say the same, else each with its number. */
function justificationOf(all: readonly StatedControl[], into: boolean | null): string {
  const fitting = all.filter(
    ({ applicable, justification }) =>
      justification !== '' && (into === null || applicable === null || applicable === into),
  );
  const texts = new Set(fitting.map(({ justification }) => justification));
  const [only = ''] = texts;
  return texts.size <= 1 ? only : fitting.map(({ from = '', justification }) => `${from}: ${justification}`).join('\n');
}

const distinct = (evidence: ApplicabilityFields['evidence']): ApplicabilityFields['evidence'] => [
  ...new Map(evidence.map((item) => [JSON.stringify(item), item])).values(),
];

function disagreements(all: readonly StatedControl[], into: boolean | null, far: Status | null): readonly string[] {
  const say = (wanted: boolean): string =>
    all.flatMap(({ applicable, from }) => (applicable === wanted ? (from ?? []) : [])).join(', ');
  const both = all.some(({ applicable }) => applicable === true) && all.some(({ applicable }) => applicable === false);
  const states = new Set(all.flatMap(({ status }) => status ?? []));
  return [
    ...(both && into === true
      ? [`They contradict each other: ${say(true)} applies, ${say(false)} is out. Proposed: it applies.`]
      : []),
    ...(states.size > 1 && far !== null
      ? [`Their statuses differ (${[...states].join(', ')}). Proposed: ${far}.`]
      : []),
  ];
}
