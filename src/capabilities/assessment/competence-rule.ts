import type { RequirementId } from '../../domain/requirement.ts';
import type { PlainDate } from '../../kernel/date.ts';
import type { PersonId, RoleId } from '../../kernel/id.ts';
import { levels, type Level } from '../../kernel/level.ts';
import type { RequirementCompetence } from '../competence/model.ts';
import type { CompetenceNeed, NeedReason } from '../competence/need.ts';
import { isCompetent, type CompetenceStanding, type CompetenceState } from '../competence/standing.ts';
import { crowdGaps } from './competence-crowd.ts';
import { explainCompetence, type CitedNeed } from './competence-explanation.ts';
import { ruleOf, severityOf, type Lacking } from './competence-severity.ts';
import { appointmentFacts, inOrder, personSubject, roleFact, type Rule, type RuleContext } from './gap.ts';
import type { Fact, Gap } from './model.ts';
import { requirementsOf, type Standing } from './resolution.ts';

/** What somebody has to be able to do that no crowd's gap tells: the highest levels that their own reasons ask. */
interface OwnNeed {
  readonly competence: string;
  readonly must: Level;
  readonly should: Level;
  readonly reasons: readonly NeedReason[];
}

interface Lack extends OwnNeed {
  readonly level: Level;
  readonly standing: CompetenceStanding;
}

/**
 * `competence.missing`, `.below`, `.expired`, `.no-evidence`, `.expiring`: what people cannot prove that their roles, or
 * the requirements that they answer or work for, ask of them. One gap for each person and rule, and another where it
 * is only desirable; one for each competence of a role that everyone or a crowd holds.
 */
export const competenceGaps: Rule = (context) => {
  const { competence: judge } = context;
  const crowds = new Set([...judge.roles()].flatMap(([roleId, { crowd }]) => (crowd ? [roleId] : [])));
  const ownNeeds = new Map<readonly CompetenceNeed[], readonly OwnNeed[]>();
  const gaps: Gap[] = [...crowdGaps(context)];
  const cite = citing(context);
  for (const { standing, needs } of judge.profiles()) {
    const own =
      ownNeeds.get(needs) ??
      needs.flatMap((need) => ownPart(need, crowds)).sort((a, b) => b.must - a.must || b.should - a.should);
    ownNeeds.set(needs, own);
    if (own.length > 0) gaps.push(...gapsOf(standing, own, context, cite));
  }
  // What most depends on stands first among equals.
  return gaps.sort((a, b) => b.requirements.length - a.requirements.length);
};

function ownPart({ competence, reasons }: CompetenceNeed, crowds: ReadonlySet<RoleId>): readonly OwnNeed[] {
  const own = reasons.filter((reason) => reason.kind === 'requirement' || !crowds.has(reason.roleId));
  if (own.length === 0) return [];
  const highest = (some: readonly NeedReason[]): Level =>
    some.reduce<Level>((most, { level }) => (level > most ? level : most), levels[0]);
  return [{ competence, must: highest(own.filter(({ required }) => required)), should: highest(own), reasons: own }];
}

function gapsOf(
  standing: Standing,
  own: readonly OwnNeed[],
  { competence: judge, resolution }: RuleContext,
  cite: Citing,
): readonly Gap[] {
  const { person } = standing;
  const found = new Map<string, { readonly state: Lacking; readonly must: boolean; readonly lacks: Lack[] }>();
  const add = (state: CompetenceState, must: boolean, lack: Lack): void => {
    if (state === 'met') return;
    const key = `${state} ${must}`;
    const known = found.get(key);
    if (known === undefined) found.set(key, { state, must, lacks: [lack] });
    else known.lacks.push(lack);
  };
  for (const need of own) {
    const must = judge.standing(person.id, need.competence, need.must);
    if (need.must > 0) add(must.state, true, { ...need, level: need.must, standing: must });
    if (need.should <= need.must || !isCompetent(must)) continue;
    const should = judge.standing(person.id, need.competence, need.should);
    if (!isCompetent(should)) add(should.state, false, { ...need, level: need.should, standing: should });
  }
  return [...found.values()].map(({ state, must, lacks }): Gap => {
    const reasons = lacks.flatMap((lack) => lack.reasons);
    const until = lacks.reduce<PlainDate | null>(
      (first, { standing: { until: end } }) => (end !== null && (first === null || end < first) ? end : first),
      null,
    );
    const roleIds = [...new Set(reasons.flatMap((reason) => (reason.kind === 'role' ? [reason.roleId] : [])))];
    return {
      id: `${ruleOf(state)}:${must ? '' : 'should:'}${person.id}`,
      rule: ruleOf(state),
      severity: severityOf(state, must, until, resolution.on),
      subject: personSubject(person),
      requirements: cite.requirements(reasons),
      clause: '7.2',
      explanation: explainCompetence.lacking(
        state,
        must,
        person.name,
        roleIds.map(cite.roleName),
        inOrder(reasons.flatMap((reason) => (reason.kind === 'requirement' ? [reason.requirementId] : []))),
        lacks.map((lack) => cite.need(lack)),
      ),
      facts: cite.facts(standing, roleIds, lacks),
      fix: {
        kind: 'ways-out',
        personId: person.id,
        roleId: roleIds[0] ?? null,
        competences: lacks.map(({ competence, level }) => ({
          competence,
          name: judge.held().book.nameOf(competence),
          level,
        })),
      },
    };
  });
}

interface Citing {
  readonly need: (lack: Lack) => CitedNeed;
  readonly roleName: (roleId: RoleId) => string;
  /** What depends on the reasons: the rows in which the roles have A or R, and the requirements that ask for themselves. */
  readonly requirements: (reasons: readonly NeedReason[]) => readonly RequirementId[];
  readonly facts: (standing: Standing, roleIds: readonly RoleId[], lacks: readonly Lack[]) => readonly Fact[];
}

function citing({ resolution, competence: judge }: RuleContext): Citing {
  const { roles, people, snapshot } = resolution;
  const rows = new Map<RoleId, readonly RequirementId[]>();
  const rowsOf = (roleId: RoleId): readonly RequirementId[] => {
    const staffing = roles.get(roleId);
    const known = rows.get(roleId) ?? (staffing === undefined ? [] : requirementsOf(staffing, ['A', 'R']));
    rows.set(roleId, known);
    return known;
  };
  const asking = Map.groupBy(snapshot.requirementCompetence, (row) => `${row.requirementId} ${row.competence}`);
  const trainings = Map.groupBy(
    snapshot.training.filter(({ state }) => state !== 'cancelled'),
    ({ personId }) => personId,
  );
  const nameOf = (id: PersonId | null): string | null => (id === null ? null : (people.get(id)?.person.name ?? null));
  const askedBy = ({ reasons, competence }: Lack): readonly RequirementCompetence[] =>
    reasons.flatMap((reason) =>
      reason.kind === 'requirement' ? (asking.get(`${reason.requirementId} ${competence}`) ?? []) : [],
    );
  return {
    need({ competence, level, standing: { proven, judgement } }) {
      const name = judge.held().book.nameOf(competence);
      if (judgement === null) return { name, level, proven, judgement };
      const { assessment, to } = judgement;
      const by = nameOf(assessment.assessorId) ?? assessment.assessorName;
      return {
        name,
        level,
        proven,
        judgement: { method: assessment.method, level: assessment.level, on: assessment.on, by, to },
      };
    },
    roleName: (roleId) => roles.get(roleId)?.role.name ?? '',
    requirements: (reasons) =>
      inOrder(
        new Set(reasons.flatMap((reason) => (reason.kind === 'role' ? rowsOf(reason.roleId) : [reason.requirementId]))),
      ),
    facts: ({ person, appointments }, roleIds, lacks) => [
      ...appointmentFacts(appointments.filter(({ roleId }) => roleIds.includes(roleId))),
      ...roleIds.flatMap((roleId) => {
        const role = roles.get(roleId)?.role;
        return role === undefined ? [] : [roleFact(role)];
      }),
      ...[...new Set(lacks.flatMap(askedBy))].map(({ id }): Fact => ({ register: 'requirementCompetence', id })),
      ...[...new Set(lacks.flatMap(({ standing }) => standing.judgement?.assessment.id ?? []))].map((id): Fact => ({
        register: 'competenceAssessment',
        id,
      })),
      ...(trainings.get(person.id) ?? [])
        .filter(({ competence }) => lacks.some((lack) => lack.competence === competence))
        .map(({ id }): Fact => ({ register: 'training', id })),
    ],
  };
}
