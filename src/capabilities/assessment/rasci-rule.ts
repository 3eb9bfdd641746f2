import type { RoleId } from '../../kernel/id.ts';
import { explain } from './explanation.ts';
import {
  appointmentFacts,
  cellFacts,
  cellLabel,
  inOrder,
  requirementLabel,
  requirementSubject,
  roleFact,
  roleSubject,
  type Rule,
  type RuleContext,
} from './gap.ts';
import type { Gap } from './model.ts';
import { limitOf } from './rule-tuning.ts';
import {
  cellsWith,
  isEveryone,
  isResolved,
  peopleOf,
  type ResolvedCell,
  type ResolvedRow,
  type Resolution,
} from './resolution.ts';

/** `rasci.no-accountable` and `rasci.no-responsible`: an applicable row without the letter. */
export const missingLetter: Rule = ({ resolution, candidates }) => {
  const gaps: Gap[] = [];
  for (const row of resolution.rows) {
    if (!row.applicable) continue;
    for (const [letter, rule] of [
      ['A', 'rasci.no-accountable'],
      ['R', 'rasci.no-responsible'],
    ] as const) {
      if (cellsWith(row, letter).length > 0) continue;
      const { requirement, cells } = row;
      gaps.push({
        id: `${rule}:${requirement.id}`,
        rule,
        severity: 'major',
        subject: requirementSubject(requirement),
        requirements: [requirement.id],
        clause: '5.3',
        explanation: explain.noLetter(requirementLabel(requirement), letter, cells.map(cellLabel)),
        facts: cellFacts(cells.map((entry) => entry.cell)),
        fix: {
          kind: 'set-letter',
          requirementId: requirement.id,
          letter,
          candidates: candidates.forLetter(row, letter),
        },
      });
    }
  }
  return gaps;
};

/**
 * `rasci.several-accountable`. An auditor asks "which of you answers?", so:
 * - two cells with A in a row (or more than the organization allows) are a gap; minor when all lead to the same one
 *   person, else major;
 * - one A on a role that several people hold at once is a minor gap of the role, unless they are a body that decides
 *   together (leadership, management review) or each answers for an own part (asset, risk and control owners, line managers);
 * - one A on a role that everybody holds is a major gap of the role.
 */
export const severalAccountable: Rule = (context) => {
  const gaps: Gap[] = [];
  const byRole = new Map<RoleId, ResolvedCell[]>();
  const most = limitOf(context.settings, 'rasci.several-accountable');
  for (const row of context.resolution.rows) {
    if (!row.applicable) continue;
    const cells = cellsWith(row, 'A');
    const [only] = cells;
    if (cells.length > most) gaps.push(twoCells(row, cells, context.resolution));
    else if (cells.length === 1 && only !== undefined && only.staffing !== null) {
      const { staffing } = only;
      const shared = staffing.holding === 'single' && peopleOf([only], 2, 'holders').length > 1;
      if (!shared && !isEveryone(only)) continue;
      const list = byRole.get(staffing.role.id) ?? [];
      list.push(only);
      byRole.set(staffing.role.id, list);
    }
  }
  for (const cells of byRole.values()) gaps.push(...sharedRole(cells, context));
  return gaps;
};

/**
 * `rasci.several-responsible`: more cells of a row have R than the organization allows. Off until it is switched on:
 * some houses want one who works, and others to support.
 */
export const severalResponsible: Rule = ({ resolution, settings }) => {
  const most = limitOf(settings, 'rasci.several-responsible');
  return resolution.rows.flatMap((row): readonly Gap[] => {
    const cells = cellsWith(row, 'R');
    if (!row.applicable || cells.length <= most) return [];
    const { requirement } = row;
    return [
      {
        id: `rasci.several-responsible:${requirement.id}`,
        rule: 'rasci.several-responsible',
        severity: 'minor',
        subject: requirementSubject(requirement),
        requirements: [requirement.id],
        clause: '5.3',
        explanation: explain.severalResponsible(requirementLabel(requirement), cells.map(cellLabel), most),
        facts: cellFacts(cells.map((entry) => entry.cell)),
        fix: {
          kind: 'remove-letter',
          requirementId: requirement.id,
          letter: 'R',
          accountabilityIds: cells.map((entry) => entry.cell.id),
        },
      },
    ];
  });
};

function twoCells(row: ResolvedRow, cells: readonly ResolvedCell[], resolution: Resolution): Gap {
  const people = peopleOf(cells, 2);
  const [first] = people;
  const same = people.length === 1 && !cells.some(isEveryone) && cells.every((entry) => isResolved(entry, resolution));
  const one = same && first !== undefined ? (resolution.people.get(first)?.person.name ?? null) : null;
  const { requirement } = row;
  return {
    id: `rasci.several-accountable:${requirement.id}`,
    rule: 'rasci.several-accountable',
    severity: one === null ? 'major' : 'minor',
    subject: requirementSubject(requirement),
    requirements: [requirement.id],
    clause: '5.3',
    explanation: explain.twoAccountable(requirementLabel(requirement), cells.map(cellLabel), one),
    facts: cellFacts(cells.map((entry) => entry.cell)),
    fix: {
      kind: 'remove-letter',
      requirementId: requirement.id,
      letter: 'A',
      accountabilityIds: cells.map((entry) => entry.cell.id),
    },
  };
}

function sharedRole(cells: readonly ResolvedCell[], { resolution }: RuleContext): readonly Gap[] {
  const staffing = cells[0]?.staffing;
  if (staffing === null || staffing === undefined) return [];
  const { role, holders } = staffing;
  const rows = inOrder(cells.map((entry) => entry.cell.requirementId));
  const everyone = staffing.holding === 'everyone';
  const people = new Set(holders.map((holder) => holder.personId));
  const names = [...people].slice(0, 4).map((id) => resolution.people.get(id)?.person.name ?? '');
  return [
    {
      id: `rasci.several-accountable:${role.id}`,
      rule: 'rasci.several-accountable',
      severity: everyone ? 'major' : 'minor',
      subject: roleSubject(role),
      requirements: rows,
      clause: '5.3',
      explanation: everyone
        ? explain.everyoneAccountable(role.name, rows.length)
        : explain.severalHolders(role.name, names, people.size, rows.length),
      facts: [
        ...cellFacts(cells.map((entry) => entry.cell)),
        ...(everyone ? [] : appointmentFacts(holders)),
        roleFact(role),
      ],
      ...(everyone
        ? {}
        : { fix: { kind: 'make-deputy' as const, appointmentIds: holders.map((holder) => holder.id) } }),
    },
  ];
}
