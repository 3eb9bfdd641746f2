import type { Instant, PlainDate } from '../../../kernel/date.ts';
import type { NewId, TrainingSessionId } from '../../../kernel/id.ts';
import { invitationOf, type SessionMailKind } from '../../../platform/mail/calendar.ts';
import { isEngaged } from '../../people/engaged.ts';
import type { Training, TrainingSession } from '../../training/model.ts';
import type { ChangeItem } from '../../trail/change.ts';
import type { Snapshot } from '../../trail/snapshot.ts';
import type { NewMail } from './mail.ts';
import type { Post } from './post.ts';

export interface SessionMailMeans {
  readonly post: Pick<Post, 'mailer' | 'url'>;
  readonly today: PlainDate;
  readonly at: Instant;
  readonly newId: NewId;
}

/** Grows with every change of the session or of the training: a calendar takes the newer of two events (RFC 5545, 3.8.7.4). */
export const sequenceOf = (session: Pick<TrainingSession, 'version'>, training: Pick<Training, 'version'>): number =>
  session.version + training.version - 2;

/** The rows of a register as the items leave them, where they change them. */
function leftBy<Row extends { readonly id: string; readonly version: number }>(
  rows: readonly Row[],
  items: readonly ChangeItem[],
  register: 'training' | 'trainingSession',
): ReadonlyMap<string, Row> {
  const byId = new Map(rows.map((row) => [row.id, row]));
  return new Map(
    items.flatMap((item) => {
      const before = item.register === register && item.operation === 'update' ? byId.get(item.id) : undefined;
      if (before === undefined || item.operation !== 'update') return [];
      const set = Object.fromEntries(Object.entries(item.fields).filter(([, value]) => value !== undefined));
      return [[before.id, { ...before, ...set, version: before.version + 1 }]];
    }),
  );
}

/** The session that somebody has a place in. */
const placeOf = ({ state, sessionId }: Training): TrainingSessionId | null => (state === 'enrolled' ? sessionId : null);

/** What people put into their calendars of a session. */
const calendarWord = ({ on, startsAt, endsAt, timeZone, place, trainer }: TrainingSession): string =>
  JSON.stringify([on, startsAt, endsAt, timeZone, place, trainer]);

/**
 * The mails that changes to sessions and trainings call for: an invitation to who gets a place, the news to who has one
 * when day, time or place change, a cancellation to who loses it. Nobody is told of what is over.
 */
export function sessionMails(
  snapshot: Snapshot,
  items: readonly ChangeItem[],
  means: SessionMailMeans,
): readonly NewMail[] {
  const { post, today, at, newId } = means;
  const trainings = leftBy(snapshot.training, items, 'training');
  const sessions = leftBy(snapshot.trainingSession, items, 'trainingSession');
  if (trainings.size === 0 && sessions.size === 0) return [];
  const sessionRows = new Map(snapshot.trainingSession.map((session) => [session.id, session]));
  const people = new Map(snapshot.person.map((person) => [person.id, person]));
  const measures = new Map(snapshot.measure.map((measure) => [measure.id, measure]));
  const mails: NewMail[] = [];
  const tell = (training: Training, id: TrainingSessionId | null, kind: SessionMailKind): void => {
    const before = id === null ? undefined : sessionRows.get(id);
    const session = id === null ? undefined : (sessions.get(id) ?? before);
    const person = people.get(training.personId);
    const measure = measures.get(training.measureId);
    if (session === undefined || person === undefined || measure === undefined || session.on < today) return;
    if (person.email === null || person.erasedOn !== null || !isEngaged(person, today)) return;
    mails.push({
      id: newId(),
      personId: person.id,
      kind: 'training',
      message: invitationOf(session, measure, person, kind, sequenceOf(session, training), {
        organizer: post.mailer.from,
        at,
        url: `${post.url}/o/${snapshot.organization.slug}/training/${training.id}`,
      }),
    });
  };
  for (const before of snapshot.training) {
    const after = trainings.get(before.id) ?? before;
    const [left, taken] = [placeOf(before), placeOf(after)];
    if (left !== null && left !== taken) tell(after, left, 'cancel');
    if (taken !== null && left !== taken) tell(after, taken, 'request');
    if (taken === null || left !== taken) continue;
    const [was, is] = [sessionRows.get(taken), sessions.get(taken)];
    if (was !== undefined && is !== undefined && calendarWord(was) !== calendarWord(is)) tell(after, taken, 'update');
  }
  return mails;
}
