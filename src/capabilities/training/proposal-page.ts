import type { Resolution } from '../assessment/resolution.ts';
import { competenceBook, type CompetenceBook } from '../competence/framework.ts';
import { MOST_PROPOSALS, type ProposalPage, type ProposalRow } from './contract.ts';
import { trainingPlan, type Proposal, type ServedGap, type TrainingPlan } from './plan.ts';

export interface ProposalQuery {
  readonly personId?: string | undefined;
  readonly roleId?: string | undefined;
  readonly unit?: string | undefined;
}

/** What is known of one gap, in a sentence. */
function sentenceOf(
  { competence, level, proven, state, until }: ServedGap,
  asker: string,
  book: CompetenceBook,
): string {
  const needed = `${asker} needs ${book.nameOf(competence)} at level ${level}`;
  switch (state) {
    case 'missing':
      return `${needed}; nothing is known of it.`;
    case 'below':
      return `${needed}; level ${proven} is shown.`;
    case 'expired':
      return `${needed}; what showed it no longer counts.`;
    case 'expiring':
      return `${needed}; what shows it ends on ${until ?? 'a day soon'}.`;
    case 'no-evidence':
      return `${needed}; it is said, and nothing shows it.`;
    default:
      return state satisfies never;
  }
}

/** Why a training is proposed, in a sentence that names the facts. */
function reasonOf(
  { cause, gaps }: Proposal,
  roles: ReadonlyMap<string, string>,
  measureName: string,
  book: CompetenceBook,
): string {
  if (cause === 'mandatory') return `Everybody of the audience of ${measureName} does it; no completion is recorded.`;
  if (cause === 'repeat') return `${measureName} is repeated, and the interval runs out.`;
  const asker = (gap: ServedGap): string => (gap.roleId === null ? 'The work' : (roles.get(gap.roleId) ?? 'The role'));
  return gaps
    .map((gap) => sentenceOf(gap, asker(gap), book))
    .join(' ')
    .slice(0, 1000);
}

function unservedOf({ unserved }: TrainingPlan, book: CompetenceBook): ProposalPage['unserved'] {
  const groups = Map.groupBy(unserved, ({ competence, level }) => `${level} ${competence}`);
  return [...groups.values()]
    .flatMap((gaps) => {
      const [first] = gaps;
      if (first === undefined) return [];
      const { competence, level } = first;
      return [{ competence, level, name: book.nameOf(competence), people: gaps.length }];
    })
    .sort((a, b) => b.people - a.people || (a.name < b.name ? -1 : 1));
}

/** What suggests itself for a person, a role or a unit, or for everybody. */
export function proposalPage(resolution: Resolution, { personId, roleId, unit }: ProposalQuery): ProposalPage {
  const { snapshot, people } = resolution;
  const plan = trainingPlan(resolution);
  const book = competenceBook(snapshot);
  const roles = new Map<string, string>(snapshot.role.map(({ id, name }) => [id, name]));
  const measures = new Map(snapshot.measure.map((measure) => [measure.id, measure]));
  const fits = (proposal: Pick<Proposal, 'personId'>): boolean => {
    const person = people.get(proposal.personId)?.person;
    return (
      (personId === undefined || proposal.personId === personId) &&
      (unit === undefined || person?.unit?.toLowerCase() === unit.toLowerCase())
    );
  };
  const wanted = plan.proposals.filter(
    (proposal) => fits(proposal) && (roleId === undefined || proposal.gaps.some((gap) => gap.roleId === roleId)),
  );
  const proposals = wanted.slice(0, MOST_PROPOSALS).flatMap((proposal): readonly ProposalRow[] => {
    const person = people.get(proposal.personId)?.person;
    const measure = measures.get(proposal.measureId);
    if (person === undefined || measure === undefined) return [];
    const [gap] = proposal.gaps;
    return [
      {
        ...proposal,
        personName: person.name,
        unit: person.unit,
        roleName: (gap === undefined || gap.roleId === null ? null : roles.get(gap.roleId)) ?? null,
        measureName: measure.name,
        reason: reasonOf(proposal, roles, measure.name, book),
        gapNames: proposal.gaps.map(({ competence }) => book.nameOf(competence)),
      },
    ];
  });
  const used = new Set(proposals.flatMap(({ measureId, alternatives }) => [measureId, ...alternatives]));
  const asked = (gap: ServedGap & Pick<Proposal, 'personId'>): boolean =>
    fits(gap) && (roleId === undefined || gap.roleId === roleId);
  return {
    proposals,
    total: wanted.length,
    unserved: unservedOf({ ...plan, unserved: plan.unserved.filter(asked) }, book),
    underWay: plan.underWay.filter(asked).length,
    measures: [...used].flatMap((id) => {
      const measure = measures.get(id);
      return measure === undefined ? [] : [{ id, name: measure.name, cost: measure.cost, hours: measure.hours }];
    }),
  };
}
