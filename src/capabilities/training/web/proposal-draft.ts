import type { PlainDate } from '../../../kernel/date.ts';
import type { MeasureId } from '../../../kernel/id.ts';
import type { Expense } from '../budget.ts';
import type { ProposalPage, ProposalRow } from '../contract.ts';
import type { AskedTraining } from '../planning.ts';

/** What somebody changed of a proposal; what is not there is as proposed. */
export interface ProposalEdit {
  readonly wanted?: boolean;
  readonly measureId?: MeasureId;
  readonly due?: string;
}

export type ProposalEdits = ReadonlyMap<string, ProposalEdit>;

/** A person is proposed each measure once. */
export const proposalKey = ({ personId, measureId }: Pick<ProposalRow, 'personId' | 'measureId'>): string =>
  `${personId} ${measureId}`;

/** What is said and not shown wants a judgement first: it is offered, and not chosen by itself. */
const wantedAtFirst = ({ cause }: ProposalRow): boolean => cause !== 'no-evidence';

export interface ReviewedProposal {
  readonly proposal: ProposalRow;
  readonly wanted: boolean;
  readonly measureId: MeasureId;
  readonly due: string;
}

export function reviewed(proposal: ProposalRow, edits: ProposalEdits): ReviewedProposal {
  const edit = edits.get(proposalKey(proposal)) ?? {};
  return {
    proposal,
    wanted: edit.wanted ?? wantedAtFirst(proposal),
    measureId: edit.measureId ?? proposal.measureId,
    due: edit.due ?? proposal.due,
  };
}

/** The training that a reviewed proposal asks for. */
export function askedBy({ proposal, measureId, due }: ReviewedProposal): AskedTraining {
  const [gap] = proposal.gaps;
  return {
    personId: proposal.personId,
    measureId,
    roleId: gap?.roleId ?? null,
    competence: gap?.competence ?? null,
    level: gap?.level ?? null,
    reason: proposal.reason,
    due: due as PlainDate,
  };
}

/** What a reviewed proposal takes, by the measure that is chosen. */
export function expenseOf({ measureId, due }: ReviewedProposal, measures: ProposalPage['measures']): Expense {
  const measure = measures.find(({ id }) => id === measureId);
  return { on: due as PlainDate, cost: measure?.cost ?? null, hours: measure?.hours ?? null };
}
