import { schemaErrors } from '../../../web/form/form-errors.ts';
import { trainingSessionFields, type TrainingSession, type TrainingSessionFields } from '../model.ts';
import { amountText, moneyIn } from './money-text.ts';

/** What stands in the form of a session, as somebody types it. */
export interface SessionDraft {
  readonly on: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly timeZone: string;
  readonly place: string;
  readonly trainer: string;
  readonly capacity: string;
  readonly amount: string;
  readonly currency: string;
  readonly note: string;
}

export const sessionFormFields = [
  'on',
  'startsAt',
  'endsAt',
  'timeZone',
  'place',
  'trainer',
  'capacity',
  'cost',
  'note',
  'sessionId',
];

export const blankSession = (): SessionDraft => ({
  on: '',
  startsAt: '09:00',
  endsAt: '17:00',
  timeZone: new Intl.DateTimeFormat().resolvedOptions().timeZone,
  place: '',
  trainer: '',
  capacity: '',
  amount: '',
  currency: 'EUR',
  note: '',
});

export const sessionDraftOf = (session: TrainingSession): SessionDraft => ({
  on: session.on,
  startsAt: session.startsAt ?? '',
  endsAt: session.endsAt ?? '',
  timeZone: session.timeZone,
  place: session.place ?? '',
  trainer: session.trainer ?? '',
  capacity: session.capacity === null ? '' : String(session.capacity),
  amount: session.cost === null ? '' : amountText(session.cost),
  currency: session.cost?.currency ?? 'EUR',
  note: session.note,
});

const written = trainingSessionFields.omit({ measureId: true, state: true });

export type ReadSession =
  | { readonly ok: true; readonly fields: Omit<TrainingSessionFields, 'measureId' | 'state'> }
  | { readonly ok: false; readonly errors: Readonly<Record<string, string>> };

const lineIn = (typed: string): string | null => (typed.trim() === '' ? null : typed);

/** Checks what was typed by the schema of the model; `badCost` is said where an amount is none. */
export function readSession(draft: SessionDraft, badCost: string): ReadSession {
  const { amount, currency, capacity, ...others } = draft;
  const cost = moneyIn(amount, currency);
  const checked = written.safeParse({
    ...others,
    startsAt: lineIn(draft.startsAt),
    endsAt: lineIn(draft.endsAt),
    place: lineIn(draft.place),
    trainer: lineIn(draft.trainer),
    capacity: capacity.trim() === '' ? null : Number(capacity),
    cost,
  });
  const errors = { ...schemaErrors(checked), ...(amount.trim() !== '' && cost === null ? { cost: badCost } : {}) };
  return checked.success && Object.keys(errors).length === 0
    ? { ok: true, fields: checked.data }
    : { ok: false, errors };
}
