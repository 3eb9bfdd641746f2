import { levels } from '../../kernel/level.ts';
import type { RequirementCompetence } from '../competence/model.ts';
import type { Role } from '../roles/model.ts';
import { explainCompetence } from './competence-explanation.ts';
import { inOrder, roleFact, roleSubject, type Rule } from './gap.ts';
import type { Fact, Gap } from './model.ts';
import { requirementsOf } from './resolution.ts';

/** The standard itself, and the level at which somebody has to know it. */
export const ISO_KNOWLEDGE = { competence: 'iso-requirements', level: levels[4] } as const;

/** So many sets a gap cites. */
const CITED = 500;

/** `competence.not-determined`: a role in use of which nobody said what it takes (7.2 a). Major where requirements rest on it. */
export const notDetermined: Rule = ({ competence: judge }) =>
  [...judge.roles().values()].flatMap(({ staffing, people }): readonly Gap[] => {
    const { role } = staffing;
    if (role.competences.some(({ level }) => level > 0)) return [];
    const requirements = inOrder(requirementsOf(staffing, ['A', 'R']));
    if (people === 0 && requirements.length === 0) return [];
    return [
      {
        id: `competence.not-determined:${role.id}`,
        rule: 'competence.not-determined',
        severity: requirements.length > 0 ? 'major' : 'minor',
        subject: roleSubject(role),
        requirements,
        clause: '7.2',
        explanation: explainCompetence.notDetermined(role.name, people, requirements.length),
        facts: [roleFact(role)],
        fix: { kind: 'set-competences', roleId: role.id },
      },
    ];
  });

/** `competence.iso-knowledge`: of those who work here, nobody proves that they know the standard itself. */
export const isoKnowledge: Rule = ({ resolution: { snapshot, activePeople }, competence: judge }) => {
  const { competence, level } = ISO_KNOWLEDGE;
  if (activePeople === 0 || judge.proving(competence, level).length > 0) return [];
  const { id, name } = snapshot.organization;
  return [
    {
      id: `competence.iso-knowledge:${id}`,
      rule: 'competence.iso-knowledge',
      severity: 'critical',
      subject: { kind: 'organization', id, label: name },
      requirements: [],
      clause: '7.2',
      explanation: explainCompetence.isoKnowledge(judge.held().book.nameOf(competence), level),
      facts: [],
      fix: { kind: 'role-ways-out', roleId: null, requirementId: null },
    },
  ];
};

/** Whether what a role requires was set by an account, and nobody else's word covers it as it stands. */
export const awaitsApproval = ({ competencesRequestedBy, competencesApproval, competences }: Role): boolean =>
  competencesRequestedBy !== null &&
  competences.length > 0 &&
  (competencesApproval === null || !sameCompetences(competencesApproval.competences, competences));

function sameCompetences(one: Role['competences'], other: Role['competences']): boolean {
  const keyOf = (all: Role['competences']): string =>
    all
      .map(({ competence, level, required }) => `${competence} ${level} ${required}`)
      .sort()
      .join('\n');
  return keyOf(one) === keyOf(other);
}

const rowAwaits = ({ requestedBy, approval, level, required }: RequirementCompetence): boolean =>
  requestedBy !== null && (approval === null || approval.level !== level || approval.required !== required);

/** `competence.not-approved`: what is required was set and waits for a second person. One gap for the organization. */
export const competenceNotApproved: Rule = ({ resolution: { snapshot }, competence: judge }) => {
  const roles = snapshot.role.filter(awaitsApproval);
  const rows = snapshot.requirementCompetence.filter(rowAwaits);
  const total = roles.length + rows.length;
  if (total === 0) return [];
  const { id, name } = snapshot.organization;
  const { book } = judge.held();
  const labels = [
    ...roles.map((role) => role.name),
    ...rows.map(({ requirementId, competence }) => `${book.nameOf(competence)} for ${requirementId}`),
  ];
  return [
    {
      id: `competence.not-approved:${id}`,
      rule: 'competence.not-approved',
      severity: 'advice',
      subject: { kind: 'organization', id, label: name },
      requirements: [],
      clause: '7.2',
      explanation: explainCompetence.notApproved(labels.slice(0, 4), total),
      facts: [
        ...roles.map(roleFact),
        ...rows.map((row): Fact => ({ register: 'requirementCompetence', id: row.id })),
      ].slice(0, CITED),
      fix: { kind: 'approve-competences' },
    },
  ];
};
