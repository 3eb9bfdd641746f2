import { approvedVersion, changedSinceVersion, versionsOf } from '../documents/version.ts';
import { explain } from './explanation.ts';
import { cellFacts, cellLabel, requirementLabel, requirementSubject, type Rule } from './gap.ts';
import type { Gap } from './model.ts';
import { isResolved, type ResolvedCell } from './resolution.ts';

const works = (entry: ResolvedCell): boolean =>
  entry.cell.letters.some((letter) => letter === 'A' || letter === 'R' || letter === 'S');

/**
 * `soa.unresourced`: the auditor's third check. A requirement applies, and no A, R or S of its row leads to a person.
 * Being consulted or informed is no resource. Tools and money will count here when they are kept.
 */
export const unresourced: Rule = ({ resolution, candidates }) => {
  const gaps: Gap[] = [];
  for (const row of resolution.rows) {
    const cells = row.cells.filter(works);
    if (!row.applicable || cells.some((entry) => isResolved(entry, resolution))) continue;
    const { requirement } = row;
    const vacant = cells.find((entry) => entry.cell.letters.includes('R'))?.staffing ?? cells[0]?.staffing;
    gaps.push({
      id: `soa.unresourced:${requirement.id}`,
      rule: 'soa.unresourced',
      severity: 'major',
      subject: requirementSubject(requirement),
      requirements: [requirement.id],
      clause: '7.1',
      explanation: explain.unresourced(requirementLabel(requirement), cells.map(cellLabel)),
      facts: cellFacts(cells.map((entry) => entry.cell)),
      fix:
        vacant === undefined || vacant === null
          ? {
              kind: 'set-letter',
              requirementId: requirement.id,
              letter: 'R',
              candidates: candidates.forLetter(row, 'R'),
            }
          : {
              kind: 'appoint',
              roleId: vacant.role.id,
              capacity: 'holder',
              candidates: candidates.forRole(vacant),
            },
    });
  }
  return gaps;
};

/** `soa.unjustified`: a control is out and nothing says why (6.1.3 d). */
export const unjustified: Rule = ({ resolution }) =>
  resolution.rows.flatMap(({ requirement, applicable, entry }): Gap[] =>
    applicable || entry === null || entry.justification !== ''
      ? []
      : [
          {
            id: `soa.unjustified:${requirement.id}`,
            rule: 'soa.unjustified',
            severity: 'major',
            subject: requirementSubject(requirement),
            requirements: [requirement.id],
            clause: '6.1.3',
            explanation: explain.unjustified(requirementLabel(requirement)),
            facts: [{ register: 'applicability', id: entry.id }],
            fix: { kind: 'justify', requirementId: requirement.id },
          },
        ],
  );

/**
 * `soa.not-approved`: something is recorded in the statement, and no version of it was approved, or it says something
 * else by now than the approved one. Advice at first: an organization that begins has nothing to approve yet.
 */
export const notApproved: Rule = ({ resolution: { snapshot } }) => {
  if (snapshot.applicability.length === 0) return [];
  const [newest] = versionsOf(snapshot, 'statement-of-applicability');
  const waiting = newest?.decision === null ? newest.number : null;
  const approved = approvedVersion(snapshot, 'statement-of-applicability');
  const changed = approved === null ? [] : changedSinceVersion(snapshot, approved);
  if (approved !== null && changed.length === 0) return [];
  return [
    {
      id: 'soa.not-approved',
      rule: 'soa.not-approved',
      severity: approved === null ? 'advice' : 'minor',
      subject: { kind: 'organization', id: snapshot.organization.id, label: snapshot.organization.name },
      requirements: [],
      clause: '7.5.3',
      explanation:
        approved === null
          ? explain.neverApproved(waiting)
          : explain.changedSinceApproval(
              approved.number,
              approved.decision?.on ?? approved.requestedOn,
              changed,
              waiting,
            ),
      facts: [
        ...(approved === null ? [] : [{ register: 'documentVersion' as const, id: approved.id }]),
        ...snapshot.applicability.map(({ id }) => ({ register: 'applicability' as const, id })),
      ],
    },
  ];
};
