import { canonicalJson } from '../../kernel/canonical.ts';
import { addDays, addMonths, daysBetween, type PlainDate } from '../../kernel/date.ts';
import { invalid, MusterError, notFound } from '../../kernel/errors.ts';
import type { AcknowledgementId, NewId, PersonId, UserId } from '../../kernel/id.ts';
import type { Resolution } from '../assessment/resolution.ts';
import { audienceOf } from '../training/audience.ts';
import type { ChangeItem } from '../trail/change.ts';
import { presentRow } from '../trail/present-row.ts';
import type { Snapshot } from '../trail/snapshot.ts';
import { isRunning } from './campaign-standing.ts';
import type { Campaign, CampaignFields } from './model.ts';
import { marked, type QuizResult } from './quiz.ts';

/** What people acknowledge: it stays as it was once somebody did. */
const content = ['title', 'message', 'link', 'evidenceId', 'topics', 'questions', 'passShare'] as const;

type Patch = { readonly [F in keyof CampaignFields]?: CampaignFields[F] | undefined };

/**
 * Refuses what would change the meaning of acknowledgements that are there, and an opening without anything to read.
 * @throws MusterError `invalid`
 */
export function checkCampaign(before: Campaign | null, patch: Patch, acknowledged: number): void {
  const after = { ...before, ...patch };
  if (after.from !== undefined && after.due !== undefined && after.due < after.from)
    throw invalid([{ path: 'due', message: 'It is due before it begins.', accepted: `${after.from} or later` }]);
  if (before !== null && acknowledged > 0) {
    const other = content.find(
      (field) => patch[field] !== undefined && canonicalJson(patch[field]) !== canonicalJson(before[field]),
    );
    if (other !== undefined)
      throw invalid([
        {
          path: other,
          message: `${acknowledged} people have acknowledged it as it is: that must stay what they acknowledged.`,
          accepted: 'close it, and run it again with the new text',
        },
      ]);
    if (patch.state === 'draft')
      throw invalid([{ path: 'state', message: 'People have acknowledged it: it is no draft any more.' }]);
  }
  if (
    after.state === 'open' &&
    after.message === '' &&
    (after.link ?? null) === null &&
    (after.evidenceId ?? null) === null
  )
    throw invalid([
      { path: 'message', message: 'There is nothing to read yet.', accepted: 'a text, a link or a document' },
    ]);
}

/**
 * Refuses what a campaign newly refers to and cannot: roles that are not there, and files that are not there or tell of
 * one person, which are not for an audience to read.
 * @throws MusterError `not-found` for a role or file, `invalid` for a file about one person
 */
export function checkReferences(snapshot: Snapshot, before: Campaign | null, patch: Patch): void {
  const known = before?.audience.roleIds ?? [];
  for (const roleId of patch.audience?.roleIds ?? []) if (!known.includes(roleId)) presentRow(snapshot, 'role', roleId);
  const evidenceId = patch.evidenceId ?? null;
  if (evidenceId === null || evidenceId === before?.evidenceId) return;
  if (presentRow(snapshot, 'evidence', evidenceId).personId !== null)
    throw invalid([
      { path: 'evidenceId', message: 'This file is about one person.', accepted: 'a file that is about nobody' },
    ]);
}

/** The same campaign once more, as a draft that begins on a day and takes as long as it did. */
export function runAgain({ id: _id, version: _version, ...campaign }: Campaign, from: PlainDate): CampaignFields {
  return { ...campaign, state: 'draft', from, due: addDays(from, daysBetween(campaign.from, campaign.due)) };
}

/** The day on which it should be run again; null where it does not repeat. */
export const nextRun = ({ from, repeatMonths }: Pick<Campaign, 'from' | 'repeatMonths'>): PlainDate | null =>
  repeatMonths === null ? null : addMonths(from, repeatMonths);

/** What acknowledging gives: nothing is written where the questions were not passed, or it was done before. */
export interface Acknowledging {
  readonly result: QuizResult;
  readonly items: readonly ChangeItem[];
}

const beyond = (reason: string): MusterError =>
  new MusterError({ code: 'forbidden', action: 'acknowledge this campaign', reason });

/**
 * Somebody acknowledges for themself.
 * @throws MusterError `forbidden` when it is not theirs to acknowledge, or not now; `invalid` for answers that are none
 */
export function acknowledging(
  resolution: Resolution,
  campaign: Campaign,
  personId: PersonId | null,
  answers: readonly number[],
  userId: UserId,
  newId: NewId,
): Acknowledging {
  const { on, snapshot } = resolution;
  if (personId === null)
    throw beyond('Your account belongs to nobody in the register of people: an owner can say who you are.');
  if (!isRunning(campaign, on)) throw beyond('It is not open.');
  if (!audienceOf(resolution, campaign.audience).some(({ id }) => id === personId)) throw beyond('It is not for you.');
  const result = marked(campaign, answers);
  const done = snapshot.acknowledgement.some((row) => row.campaignId === campaign.id && row.personId === personId);
  if (done || !result.passed) return { result, items: [] };
  const { right, of } = result;
  return {
    result,
    items: [
      {
        register: 'acknowledgement',
        operation: 'create',
        id: newId() as AcknowledgementId,
        fields: { campaignId: campaign.id, personId, on, score: of === 0 ? null : { right, of }, userId },
      },
    ],
  };
}

/**
 * Somebody records for others, such as from a signed list. Who is recorded already is passed over.
 * @throws MusterError `not-found` for people that the register lacks; `invalid` for days outside of the campaign, and where it asks questions
 */
export function recordedAcknowledgements(
  { snapshot, on: today }: Resolution,
  campaign: Campaign,
  personIds: readonly PersonId[],
  on: PlainDate,
  userId: UserId,
  newId: NewId,
): readonly ChangeItem[] {
  if (campaign.state === 'draft')
    throw invalid([{ path: 'campaignId', message: 'It is a draft: nobody was asked yet.' }]);
  if (campaign.questions.length > 0)
    throw invalid([{ path: 'campaignId', message: 'It asks questions: everybody answers them for themself.' }]);
  if (on > today || on < campaign.from)
    throw invalid([
      { path: 'on', message: `${on} is outside of the campaign so far.`, accepted: `${campaign.from} to ${today}` },
    ]);
  const known = new Set<PersonId>(snapshot.person.map(({ id }) => id));
  const done = new Set(
    snapshot.acknowledgement.filter((row) => row.campaignId === campaign.id).map((row) => row.personId),
  );
  if (personIds.some((id) => !known.has(id))) throw notFound('person');
  return [...new Set(personIds)]
    .filter((id) => !done.has(id))
    .map((personId): ChangeItem => ({
      register: 'acknowledgement',
      operation: 'create',
      id: newId() as AcknowledgementId,
      fields: { campaignId: campaign.id, personId, on, score: null, userId },
    }));
}
