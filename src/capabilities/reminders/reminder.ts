import type { PlainDate } from '../../kernel/date.ts';
import { resolve, type Resolution } from '../assessment/resolution.ts';
import type { Snapshot } from '../trail/snapshot.ts';
import { approvalReminders } from './approval-reminder.ts';
import { competenceReminders } from './competence-reminder.ts';
import { reminderKinds, type ReminderKind } from './model.ts';
import { recipientsOf, type Recipient, type Recipients } from './recipient.ts';
import { campaignReminders, effectivenessReminders, trainingReminders } from './training-reminder.ts';
import { actionReminders, controlReminders } from './work-reminder.ts';

/** As whom somebody is told: of their own, of their people's, or because nobody nearer can be told. */
export type Capacity = 'self' | 'manager' | 'steward';

/** Something that calls for somebody on a day, whoever is told of it. */
export interface Due {
  readonly kind: ReminderKind;
  /** What it is about, with the day that it is about: when that is moved, it is another. */
  readonly key: string;
  /** Which telling of it this is: each is made once. */
  readonly step: string;
  /** Days until it is too late; negative since. */
  readonly left: number;
  /** What is said of it, to the person and to others. */
  readonly text: Readonly<Record<Capacity, string>>;
  /** The page below the organization's that leads on, for the person and for others. */
  readonly path: Readonly<Record<Capacity, string>>;
  readonly to: readonly Telling[];
}

export interface Telling {
  readonly recipient: Recipient;
  readonly as: Capacity;
}

/** What the reminders of one kind are made from. */
export interface ReminderContext {
  readonly resolution: Resolution;
  readonly recipients: Recipients;
  readonly on: PlainDate;
}

/** Of each kind, in pieces: all at once where that is quick however many people there are. */
const makers: { readonly [K in ReminderKind]: (context: ReminderContext) => Iterable<readonly Due[]> } = {
  'competence-expiring': competenceReminders,
  'training-due': (context) => [trainingReminders(context)],
  'effectiveness-due': (context) => [effectivenessReminders(context)],
  'campaign-open': (context) => [campaignReminders(context)],
  'action-due': (context) => [actionReminders(context)],
  'control-expiring': (context) => [controlReminders(context)],
  'approval-waiting': (context) => [approvalReminders(context)],
};

/** The kinds that the organization has not switched off. */
export function kindsOn({ reminderSetting }: Pick<Snapshot, 'reminderSetting'>): readonly ReminderKind[] {
  const off = new Set(reminderSetting.filter(({ on }) => !on).map(({ kind }) => kind));
  return reminderKinds.filter((kind) => !off.has(kind));
}

/**
 * Everything that calls for somebody on a day, whether they were told already or not. What is done, withdrawn or no
 * longer theirs is not in it. Linear in the facts.
 */
export const remindersOn = (snapshot: Snapshot, on: PlainDate): readonly Due[] =>
  [...reminderPieces(snapshot, on)].flat();

/** The same piece by piece, so that other work comes between: a night of very many people takes seconds together. */
export function* reminderPieces(snapshot: Snapshot, on: PlainDate): Generator<readonly Due[], void> {
  const resolution = resolve(snapshot, on);
  yield [];
  const context = { resolution, recipients: recipientsOf(resolution), on };
  for (const kind of kindsOn(snapshot)) yield* makers[kind](context);
}
