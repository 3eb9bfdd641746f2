import type { Money } from '../../kernel/money.ts';
import type { EffectivenessMethod, TrainingState } from '../training/model.ts';
import type { EffectState } from '../training/training-standing.ts';
import { longDate } from './letter-text.ts';
import { reportCell as cell, type ReportCell } from './report-text.ts';
import type { PrintedTraining } from './training-plan.ts';

const stateTexts: { readonly [S in TrainingState]: string } = {
  proposed: 'Waits for approval',
  planned: 'Approved',
  enrolled: 'Has a place',
  completed: 'Completed',
  cancelled: 'Cancelled',
};
export const effectTexts: { readonly [E in EffectState]: string } = {
  none: 'Not checked',
  scheduled: 'To come',
  due: 'Due',
  effective: 'Effective',
  partly: 'Partly effective',
  'not-effective': 'Not effective',
};
export const checkMethodTexts: { readonly [M in EffectivenessMethod]: string } = {
  test: 'Test',
  interview: 'Interview',
  observed: 'Observation at work',
  manager: "Manager's judgement",
  exercise: 'Exercise',
  'incident-figures': 'Figures of incidents',
};

/** `EUR 1,250.00`, with as many digits as the currency has. */
export const moneyText = ({ minor, currency }: Money): string => `${currency} ${amountText({ minor, currency })}`;

/** How many digits a currency has behind the point, such as 2 for EUR and 0 for JPY. */
export const digitsOf = (currency: string): number =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;

function amountText({ minor, currency }: Money): string {
  const digits = digitsOf(currency);
  return (minor / 10 ** digits).toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

/** Amounts of several currencies, one a line. */
export const moneysText = (costs: readonly Money[]): string => costs.map(moneyText).join('\n');

/** For what a training is: the competence with its level, and the role that requires it. */
export const purposeText = ({ competence, level, role }: PrintedTraining): string =>
  [
    ...(competence === null ? [] : [level === null ? competence : `${competence}, level ${level}`]),
    ...(role === null ? [] : [role]),
  ].join('\n') || 'Everybody of the audience';

export const stateCell = ({ state, overdue, sessionOn, completedOn, unapproved }: PrintedTraining): ReportCell => {
  if (overdue) return cell(`${stateTexts[state]}, overdue`, 'alarm');
  const day = state === 'completed' ? completedOn : sessionOn;
  const said = day === null ? stateTexts[state] : `${stateTexts[state]}, ${longDate(day)}`;
  return unapproved ? cell(`${said}, without approval`, 'alarm') : cell(said);
};

export const approvalCell = ({ approval, state }: PrintedTraining): ReportCell =>
  approval === null
    ? cell(state === 'proposed' ? 'Nobody yet' : '', 'quiet')
    : cell(`${approval.by}, ${longDate(approval.on)}`);

export const effectCell = ({ effect, check }: PrintedTraining): ReportCell => {
  switch (effect) {
    case 'none':
      return cell(effectTexts[effect], 'quiet');
    case 'scheduled':
      return cell(check === null ? effectTexts[effect] : `${effectTexts[effect]}, ${longDate(check.due)}`);
    case 'due':
      return cell(
        check === null ? effectTexts[effect] : `${effectTexts[effect]} since ${longDate(check.due)}`,
        'alarm',
      );
    case 'effective':
      return cell(effectTexts[effect], 'strong');
    case 'partly':
    case 'not-effective':
      return cell(effectTexts[effect], 'alarm');
    default:
      return effect satisfies never;
  }
};
