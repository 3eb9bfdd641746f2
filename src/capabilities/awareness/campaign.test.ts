import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newCampaign } from '../../../tests/factories/campaign.ts';
import { later, noRows } from '../../../tests/factories/rows.ts';
import { plainDate } from '../../kernel/date.ts';
import { MusterError } from '../../kernel/errors.ts';
import type { AcknowledgementId, CampaignId, PersonId, UserId } from '../../kernel/id.ts';
import { resolve } from '../assessment/resolution.ts';
import type { Person } from '../people/model.ts';
import type { Snapshot } from '../trail/snapshot.ts';
import { acknowledging, checkCampaign, recordedAcknowledgements, runAgain } from './campaign-change.ts';
import { campaignRows } from './campaign-list.ts';
import { acknowledgementsBy, campaignStanding, completionByUnit } from './campaign-standing.ts';
import type { Acknowledgement, Campaign, CampaignFields } from './model.ts';
import { marked } from './quiz.ts';
import { topicCoverage } from './topic-coverage.ts';

const on = plainDate('2026-03-03');
const account = '00000000-0000-7000-8000-0000000000aa' as UserId;
const idOf = <T>(number: number): T => `00000000-0000-7000-8000-${String(number).padStart(12, '0')}` as T;
let made = 100;
const newId = (): string => idOf(made++);

const personOf = (number: number, changes: Partial<Person> = {}): Person => ({
  ...later.person,
  id: idOf<PersonId>(number),
  version: 1,
  name: `Person ${number}`,
  email: null,
  externalId: null,
  kind: 'internal',
  unit: number % 2 === 0 ? 'Plant' : 'Office',
  site: null,
  jobTitle: null,
  managerId: null,
  from: null,
  to: null,
  weeklyHours: null,
  costRate: null,
  ...changes,
});

const campaignOf = (changes: Partial<CampaignFields> = {}): Campaign => ({
  ...newCampaign('Policy', changes).fields,
  id: idOf<CampaignId>(1),
  version: 1,
});

const acknowledgedBy = (person: Person, changes: Partial<Acknowledgement> = {}): Acknowledgement => ({
  id: newId() as AcknowledgementId,
  version: 1,
  campaignId: idOf<CampaignId>(1),
  personId: person.id,
  on: plainDate('2026-02-01'),
  score: null,
  userId: account,
  ...changes,
});

const people = [
  personOf(1),
  personOf(2),
  personOf(3, { kind: 'external', unit: null }),
  personOf(4, { to: plainDate('2026-01-01') }),
];
const [ada, ben, ext, gone] = people as [Person, Person, Person, Person];

const factsOf = (campaign: Campaign, acknowledgement: readonly Acknowledgement[] = [], day = on) =>
  resolve({ ...noRows, person: people, campaign: [campaign], acknowledgement } as unknown as Snapshot, day);

const reasonOf = (act: () => unknown): string => {
  try {
    act();
  } catch (error) {
    if (error instanceof MusterError) return error.message;
    throw error;
  }
  return '';
};

describe('a campaign', () => {
  it('counts those of its audience who are here, and who of them acknowledged by the day', () => {
    const campaign = campaignOf();
    const rows = [acknowledgedBy(ada), acknowledgedBy(gone), acknowledgedBy(ben, { on: plainDate('2026-03-04') })];
    const standing = campaignStanding(factsOf(campaign, rows), campaign, acknowledgementsBy(rows, on)(campaign));
    expect([standing.done, standing.people.length, standing.overdue]).toEqual([1, 3, false]);
    expect(completionByUnit(standing)).toEqual([
      { unit: 'Office', done: 1, of: 1 },
      { unit: 'Plant', done: 0, of: 1 },
      { unit: null, done: 0, of: 1 },
    ]);
  });

  it('is overdue after its last day while somebody has not acknowledged it', () => {
    const campaign = campaignOf({ due: plainDate('2026-03-02') });
    const overdue = (rows: readonly Acknowledgement[]) =>
      campaignStanding(factsOf(campaign, rows), campaign, acknowledgementsBy(rows, on)(campaign)).overdue;
    expect(overdue([acknowledgedBy(ada)])).toBe(true);
    expect(overdue([ada, ben, ext].map((person) => acknowledgedBy(person)))).toBe(false);
  });

  it('is not listed on an earlier day on which it had not begun, but ahead of time today', () => {
    const campaign = campaignOf({ from: plainDate('2026-03-04') });
    const titlesOn = (day: string) =>
      campaignRows(
        factsOf(campaign, [], plainDate(day)),
        { personId: null, seesAnswers: true },
        plainDate('2026-03-05'),
      ).map(({ title }) => title);
    expect([titlesOn('2026-03-03'), titlesOn('2026-03-04')]).toEqual([[], ['Policy']]);
    const ahead = { ...campaign, from: plainDate('2026-04-01') };
    const reader = { personId: null, seesAnswers: true };
    expect(campaignRows(factsOf(ahead), reader, on)).toHaveLength(1);
  });

  it('leaves people from outside out where its audience says so', () => {
    const inside = campaignOf({ audience: { everyone: true, roleIds: [], units: [], externals: false } });
    expect(campaignStanding(factsOf(inside), inside, new Map()).people.map(({ person }) => person.id)).toEqual([
      ada.id,
      ben.id,
    ]);
    const plant = campaignOf({ audience: { everyone: false, roleIds: [], units: [' plant'], externals: true } });
    expect(campaignStanding(factsOf(plant), plant, new Map()).people.map(({ person }) => person.id)).toEqual([ben.id]);
  });

  it('is acknowledged once, by who is asked, while it runs', () => {
    const campaign = campaignOf();
    const act = (facts: ReturnType<typeof factsOf>, of: Campaign, who: PersonId | null) =>
      acknowledging(facts, of, who, [], account, newId);
    expect(act(factsOf(campaign), campaign, ada.id).items).toMatchObject([
      { register: 'acknowledgement', fields: { personId: ada.id, on, score: null, userId: account } },
    ]);
    expect(act(factsOf(campaign, [acknowledgedBy(ada)]), campaign, ada.id).items).toEqual([]);
    expect(reasonOf(() => act(factsOf(campaign), campaign, gone.id))).toContain('not for you');
    expect(reasonOf(() => act(factsOf(campaign), campaign, null))).toContain('register of people');
    const closed = campaignOf({ state: 'closed' });
    expect(reasonOf(() => act(factsOf(closed), closed, ada.id))).toContain('not open');
    const early = campaignOf({ from: plainDate('2026-03-04') });
    expect(reasonOf(() => act(factsOf(early), early, ada.id))).toContain('not open');
  });

  it('keeps nothing of a try that did not pass', () => {
    const asks = campaignOf({
      questions: [
        { question: 'Whom do you tell?', options: ['Nobody', 'The service desk'], answer: 1 },
        { question: 'When?', options: ['At once', 'On Friday'], answer: 0 },
      ],
      passShare: 1,
    });
    const act = (answers: readonly number[]) => acknowledging(factsOf(asks), asks, ada.id, answers, account, newId);
    expect(act([1, 1])).toEqual({ result: { right: 1, of: 2, passed: false }, items: [] });
    expect(act([1, 0])).toMatchObject({
      result: { passed: true },
      items: [{ fields: { score: { right: 2, of: 2 } } }],
    });
    expect(reasonOf(() => act([1]))).toContain('1 answers for 2 questions');
    expect(reasonOf(() => act([1, 5]))).toContain('none of the answers');
  });

  it('stays what people have acknowledged, and may still be given more time', () => {
    const campaign = campaignOf();
    expect(reasonOf(() => checkCampaign(campaign, { message: 'Another text' }, 3))).toContain('3 people');
    expect(reasonOf(() => checkCampaign(campaign, { state: 'draft' }, 3))).toContain('no draft');
    expect(reasonOf(() => checkCampaign(campaign, { message: 'Another text' }, 0))).toBe('');
    expect(reasonOf(() => checkCampaign(campaign, { due: plainDate('2027-12-31'), title: campaign.title }, 3))).toBe(
      '',
    );
    expect(reasonOf(() => checkCampaign(campaign, { due: plainDate('2025-12-31') }, 0))).toContain('due before');
    expect(reasonOf(() => checkCampaign(campaignOf({ message: '' }), { state: 'open' }, 0))).toContain(
      'nothing to read',
    );
  });

  it('runs again for as long as it ran', () => {
    expect(runAgain(campaignOf(), plainDate('2027-01-01'))).toMatchObject({
      state: 'draft',
      from: '2027-01-01',
      due: '2027-12-31',
      title: 'Policy',
    });
  });

  it('takes a signed list, once for each, for days on which it was open', () => {
    const campaign = campaignOf();
    const record = (of: Campaign, who: readonly PersonId[], day: string) =>
      recordedAcknowledgements(factsOf(of, [acknowledgedBy(ada)]), of, who, plainDate(day), account, newId);
    expect(record(campaign, [ada.id, ben.id, ben.id], '2026-02-02')).toMatchObject([
      { fields: { personId: ben.id, on: '2026-02-02' } },
    ]);
    expect(reasonOf(() => record(campaign, [ben.id], '2026-03-04'))).toContain('outside');
    expect(reasonOf(() => record(campaign, [idOf<PersonId>(77)], '2026-02-02'))).toContain('person');
    const asks = campaignOf({ questions: [{ question: 'Q', options: ['a', 'b'], answer: 0 }] });
    expect(reasonOf(() => record(asks, [ben.id], '2026-02-02'))).toContain('for themself');
  });
});

describe('what 7.3 asks people to be aware of', () => {
  it('is counted of those who are here, within the last twelve months', () => {
    const campaign = campaignOf({ topics: ['policy', 'consequences'] });
    const rows = [acknowledgedBy(ada), acknowledgedBy(gone), acknowledgedBy(ben, { on: plainDate('2025-03-03') })];
    const counts = topicCoverage(factsOf(campaign, rows)).map(({ topic, people: aware, of }) => [topic, aware, of]);
    expect(counts).toEqual([
      ['policy', 1, 3],
      ['contribution', 0, 3],
      ['consequences', 1, 3],
      ['other', 0, 3],
    ]);
  });
});

describe('answers', () => {
  it('pass exactly when the share of right ones is reached, and one more right answer never fails', () => {
    const quiz = fc.array(fc.record({ answer: fc.nat(2), given: fc.nat(2) }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(quiz, fc.nat(100), (all, percent) => {
        const questions = all.map(({ answer }) => ({ question: 'Q', options: ['a', 'b', 'c'], answer }));
        const passShare = percent / 100;
        const result = marked(
          { questions, passShare },
          all.map(({ given }) => given),
        );
        const right = all.filter(({ answer, given }) => answer === given).length;
        expect(result).toEqual({ right, of: all.length, passed: right * 100 >= percent * all.length });
      }),
    );
  });
});
