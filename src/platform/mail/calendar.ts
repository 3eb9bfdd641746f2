import ical, { ICalAttendeeRole, ICalAttendeeStatus, ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import type { Person } from '../../capabilities/people/model.ts';
import type { Measure, TrainingSession } from '../../capabilities/training/model.ts';
import { addDays, type Instant } from '../../kernel/date.ts';
import { zonedInstant } from '../../kernel/zoned-time.ts';
import { invalid } from '../../kernel/errors.ts';
import type { Mailbox, Message } from './message.ts';

const HOUR_MS = 3_600_000;

/** The moments of a session that has a time; null for one that takes whole days. */
export interface SessionMoments {
  readonly start: Instant;
  readonly end: Instant;
}

/**
 * When a session begins and ends. One that ends before it begins ends on the day after; without an end it lasts as long
 * as the measure, or an hour.
 * @throws MusterError `invalid` when the time zone is not known
 */
export function sessionMoments(
  session: Pick<TrainingSession, 'on' | 'startsAt' | 'endsAt' | 'timeZone'>,
  hours: number | null,
): SessionMoments | null {
  const { on, startsAt, endsAt, timeZone } = session;
  if (startsAt === null) return null;
  const start = zonedInstant(on, startsAt, timeZone);
  if (endsAt !== null) {
    return { start, end: zonedInstant(endsAt > startsAt ? on : addDays(on, 1), endsAt, timeZone) };
  }
  const lasts = hours === null || hours <= 0 || hours > 24 ? 1 : hours;
  return { start, end: new Date(Date.parse(start) + lasts * HOUR_MS).toISOString() as Instant };
}

/** What somebody is told of a session: they have a place, day or time or place have changed, or it will not be for them. */
export type SessionMailKind = 'request' | 'update' | 'cancel';

/** What an invitation needs beside its facts. */
export interface InvitationMeans {
  /** Who invites: the address that mails come from. */
  readonly organizer: Mailbox;
  readonly at: Instant;
  /** The page of the session; null where nobody knows by which address people reach it. */
  readonly url: string | null;
}

const day = (on: string): string =>
  new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeZone: 'UTC' }).format(Date.parse(on));

/** When and where, in words. */
function whenWhere(session: TrainingSession): readonly string[] {
  const { on, startsAt, endsAt, timeZone, place, trainer } = session;
  const time = startsAt === null ? '' : `, ${startsAt}${endsAt === null ? '' : ` to ${endsAt}`} (${timeZone})`;
  return [
    `When: ${day(on)}${time}`,
    ...(place === null ? [] : [`Where: ${place}`]),
    ...(trainer === null ? [] : [`With: ${trainer}`]),
  ];
}

/**
 * The mail that invites somebody to a session, tells them that it has changed, or that it is cancelled, with the event
 * for their calendar (RFC 5545, RFC 5546). The event is known by the session, so that a later mail finds it again.
 * @param sequence 0 for the first mail about a session, more for each later one; the row's version does
 * @throws MusterError `invalid` when the person has no address, or the time zone is not known
 */
export function invitationOf(
  session: TrainingSession,
  measure: Pick<Measure, 'name' | 'description' | 'hours'>,
  person: Pick<Person, 'name' | 'email'>,
  kind: SessionMailKind,
  sequence: number,
  means: InvitationMeans,
): Message {
  if (person.email === null) throw invalid([{ path: 'email', message: `${person.name} has no address of mail.` }]);
  const cancelled = kind === 'cancel';
  const lines = whenWhere(session);
  return {
    to: { name: person.name, address: person.email },
    subject: `${{ request: 'Invitation', update: 'Changed', cancel: 'Cancelled' }[kind]}: ${measure.name}, ${session.on}`,
    body: {
      title: cancelled ? `${measure.name} is cancelled` : measure.name,
      sections: [
        {
          heading: null,
          lines: [
            ...lines.map((text) => ({ text })),
            ...(means.url === null ? [] : [{ text: 'See the session', href: means.url }]),
          ],
        },
        ...(measure.description === '' ? [] : [{ heading: 'What it is', lines: [{ text: measure.description }] }]),
      ],
      footer: [
        cancelled
          ? 'The file that comes with this mail takes it out of your calendar.'
          : 'The file that comes with this mail puts it into your calendar.',
      ],
    },
    calendar: {
      method: cancelled ? 'CANCEL' : 'REQUEST',
      content: eventOf(session, measure, { name: person.name, address: person.email }, cancelled, sequence, means),
    },
  };
}

function eventOf(
  session: TrainingSession,
  { name, description, hours }: Pick<Measure, 'name' | 'description' | 'hours'>,
  attendee: Mailbox,
  cancelled: boolean,
  sequence: number,
  { organizer, at, url }: InvitationMeans,
): string {
  const moments = sessionMoments(session, hours);
  const calendar = ical({
    prodId: { company: 'Muster', product: 'Training', language: 'EN' },
    method: cancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.REQUEST,
  });
  const event = calendar.createEvent({
    id: session.id,
    sequence,
    stamp: new Date(at),
    ...(moments === null
      ? { start: new Date(session.on), end: new Date(addDays(session.on, 1)), allDay: true, timezone: 'UTC' }
      : { start: new Date(moments.start), end: new Date(moments.end) }),
    summary: name,
    description: [description, ...whenWhere(session)].filter((line) => line !== '').join('\n'),
    ...(url === null ? {} : { url }),
    organizer: { name: organizer.name ?? organizer.address, email: organizer.address },
    status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
  });
  if (session.place !== null) event.location(session.place);
  event.createAttendee({
    name: attendee.name ?? attendee.address,
    email: attendee.address,
    role: ICalAttendeeRole.REQ,
    status: ICalAttendeeStatus.NEEDSACTION,
    rsvp: !cancelled,
  });
  return calendar.toString();
}
