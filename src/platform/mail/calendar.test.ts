import ICAL from 'ical.js';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Measure, TrainingSession } from '../../capabilities/training/model.ts';
import { addDays, instant, plainDate } from '../../kernel/date.ts';
import type { Hours } from '../../kernel/hours.ts';
import type { TrainingSessionId } from '../../kernel/id.ts';
import { zonedInstant } from '../../kernel/zoned-time.ts';
import { invitationOf, sessionMoments } from './calendar.ts';

const means = {
  organizer: { name: 'Nordlicht, Security', address: 'muster@nordlicht.example' },
  at: instant('2026-03-03T09:00:00.000Z'),
  url: 'https://muster.nordlicht.example/o/nordlicht/training',
};
const measure: Pick<Measure, 'name' | 'description' | 'hours'> = {
  name: 'Phishing; how it looks, and what to do',
  description: 'Bring\nyour own mails.',
  hours: 2 as Hours,
};
const person = { name: 'فاطمة الزهراء', email: 'fatima@nordlicht.example' };

const sessionOf = (set: Partial<TrainingSession>): TrainingSession => ({
  id: '00000000-0000-7000-8000-000000000001' as TrainingSessionId,
  version: 1,
  measureId: '00000000-0000-7000-8000-000000000002' as TrainingSession['measureId'],
  on: plainDate('2026-03-27'),
  startsAt: '09:00',
  endsAt: '11:30',
  timeZone: 'Europe/Zurich',
  place: 'Room "Säntis", 2nd floor',
  trainer: null,
  capacity: null,
  cost: null,
  state: 'planned',
  note: '',
  ...set,
});

const parsed = (content: string): { readonly method: unknown; readonly event: ICAL.Event } => {
  const calendar = new ICAL.Component(ICAL.parse(content) as unknown[]);
  const event = calendar.getFirstSubcomponent('vevent');
  if (event === null) throw new TypeError('no event');
  return { method: calendar.getFirstPropertyValue('method'), event: new ICAL.Event(event) };
};

const contentOf = (session: TrainingSession, kind: 'request' | 'cancel' = 'request', sequence = 0): string =>
  invitationOf(session, measure, person, kind, sequence, means).calendar?.content ?? '';

describe('an invitation to a training', () => {
  it('says the right moments on both sides of the day on which the clocks go forward', () => {
    const moments = ['2026-03-27', '2026-03-30'].map((on) => {
      const { event } = parsed(contentOf(sessionOf({ on: plainDate(on) })));
      return [event.startDate.toJSDate().toISOString(), event.endDate.toJSDate().toISOString()];
    });
    expect(moments).toEqual([
      ['2026-03-27T08:00:00.000Z', '2026-03-27T10:30:00.000Z'],
      ['2026-03-30T07:00:00.000Z', '2026-03-30T09:30:00.000Z'],
    ]);
  });

  it('carries names, place and description unharmed through a parser', () => {
    const { method, event } = parsed(contentOf(sessionOf({})));
    expect(method).toBe('REQUEST');
    expect(event.summary).toBe('Phishing; how it looks, and what to do');
    expect(event.location).toBe('Room "Säntis", 2nd floor');
    expect(event.description).toContain('Bring\nyour own mails.\nWhen: Friday');
    expect(event.organizer).toBe('mailto:muster@nordlicht.example');
    expect(event.component.getFirstProperty('organizer')?.getParameter('cn')).toBe('Nordlicht, Security');
    const [attendee] = event.attendees;
    expect(String(attendee?.getFirstValue()).toLowerCase()).toBe('mailto:fatima@nordlicht.example');
    expect(attendee?.getParameter('cn')).toBe('فاطمة الزهراء');
    expect(attendee?.getParameter('rsvp')).toBe('TRUE');
  });

  it('folds its lines at 75 octets within no character, in whatever script, and says the same unfolded', () => {
    const long = 'التوعية بأمن المعلومات للعاملين في المستودع والميناء 🛳️ ';
    fc.assert(
      fc.property(
        fc.nat({ max: 90 }),
        fc.constantFrom('', 'x', 'é', '語', '👩‍🏫'),
        fc.constantFrom('Ana Silva', 'Ana "Nana" Silva', 'Silva; Ana, Dr.'),
        (offset, begin, name) => {
          const text = `${'a'.repeat(offset)}${begin}${long.repeat(3)}end`;
          const content =
            invitationOf(
              sessionOf({ place: text }),
              { ...measure, name: text },
              { ...person, name },
              'request',
              0,
              means,
            ).calendar?.content ?? '';
          for (const line of content.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
          expect(content.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
          const { event } = parsed(content);
          expect([event.summary, event.location]).toEqual([text, text]);
          expect(String(event.attendees[0]?.getParameter('cn'))).toContain(name.split(/["; ]/, 1)[0]);
        },
      ),
    );
  });

  it('is found again by a later mail: the same event with a higher sequence, at last cancelled', () => {
    const first = parsed(contentOf(sessionOf({})));
    const moved = parsed(contentOf(sessionOf({ on: plainDate('2026-04-02') }), 'request', 1));
    const over = parsed(contentOf(sessionOf({ on: plainDate('2026-04-02') }), 'cancel', 2));
    expect(new Set([first, moved, over].map(({ event }) => event.uid))).toEqual(new Set([sessionOf({}).id]));
    expect([first, moved, over].map(({ event }) => event.sequence)).toEqual([0, 1, 2]);
    expect(over.method).toBe('CANCEL');
    expect(over.event.component.getFirstPropertyValue('status')).toBe('CANCELLED');
    expect(invitationOf(sessionOf({}), measure, person, 'cancel', 2, means).subject).toMatch(/^Cancelled: /);
  });

  it('names the page of the session where its address is known, and none where it is not', () => {
    const withUrl = (url: string | null): unknown =>
      parsed(
        invitationOf(sessionOf({}), measure, person, 'request', 0, { ...means, url }).calendar?.content ?? '',
      ).event.component.getFirstPropertyValue('url');
    expect(withUrl(means.url)).toBe(means.url);
    expect(withUrl(null)).toBeNull();
  });

  it('takes the whole day where no time is said', () => {
    const { event } = parsed(contentOf(sessionOf({ startsAt: null, endsAt: null, timeZone: 'Pacific/Auckland' })));
    expect([event.startDate.isDate, event.startDate.toString(), event.endDate.toString()]).toEqual([
      true,
      '2026-03-27',
      '2026-03-28',
    ]);
  });

  it('lasts over midnight, or as long as the measure where no end is said', () => {
    expect(sessionMoments(sessionOf({ startsAt: '22:00', endsAt: '01:00' }), 2)).toEqual({
      start: '2026-03-27T21:00:00.000Z',
      end: '2026-03-28T00:00:00.000Z',
    });
    expect(sessionMoments(sessionOf({ endsAt: null }), 2)?.end).toBe('2026-03-27T10:00:00.000Z');
    expect(sessionMoments(sessionOf({ endsAt: null }), null)?.end).toBe('2026-03-27T09:00:00.000Z');
  });

  it('is not made for somebody without an address, nor in a zone that does not exist', () => {
    expect(() => invitationOf(sessionOf({}), measure, { ...person, email: null }, 'request', 0, means)).toThrow(
      'has no address',
    );
    expect(() => contentOf(sessionOf({ timeZone: 'Europe/Atlantis' }))).toThrow('is no time zone');
  });

  it('shows in its zone the very time that was said, on any day that has that time', () => {
    const zones = ['Europe/Zurich', 'America/New_York', 'Asia/Kathmandu', 'Australia/Lord_Howe', 'Pacific/Apia', 'UTC'];
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.integer({ min: 0, max: 1500 }),
        fc.integer({ min: 4, max: 23 }),
        fc.integer({ min: 0, max: 59 }),
        (zone, days, hour, minute) => {
          const on = addDays(plainDate('2025-01-01'), days);
          const time = `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
          const shown = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' });
          expect(shown.format(Date.parse(zonedInstant(on, time, zone)))).toBe(`${on} ${time}`);
        },
      ),
    );
  });

  it('takes the first of a time that comes twice, and puts off a time that is left out', () => {
    expect(zonedInstant(plainDate('2026-10-25'), '02:30', 'Europe/Zurich')).toBe('2026-10-25T00:30:00.000Z');
    expect(zonedInstant(plainDate('2026-03-29'), '02:30', 'Europe/Zurich')).toBe('2026-03-29T01:30:00.000Z');
  });
});
