import { byDay } from '../../api/by-day.ts';
import type { VisitHandlers } from '../../api/mount.ts';
import type { Visit } from '../../api/visit.ts';
import { MusterError } from '../../kernel/errors.ts';
import type { CampaignId } from '../../kernel/id.ts';
import { resolve } from '../assessment/resolution.ts';
import { mayChange } from '../trail/policy.ts';
import { presentRow } from '../trail/present-row.ts';
import type { Snapshot } from '../trail/snapshot.ts';
import { changedRow } from '../trail/store/change.ts';
import { acknowledging, checkCampaign, recordedAcknowledgements, runAgain } from './campaign-change.ts';
import { campaignDetail, campaignPeople, campaignRows, type CampaignReader } from './campaign-list.ts';
import type { awarenessRoutes } from './contract.ts';
import type { Campaign, CampaignFields } from './model.ts';
import { topicCoverage } from './topic-coverage.ts';

const resolved = byDay(resolve);

const readerOf = ({ actor }: Visit): CampaignReader => ({
  personId: actor.kind === 'member' ? actor.personId : null,
  seesAnswers: mayChange(actor, 'campaign'),
});

const acknowledgedBy = (snapshot: Snapshot, id: CampaignId): number =>
  snapshot.acknowledgement.filter(({ campaignId }) => campaignId === id).length;

/** Drafts are there for those only who may change them. @throws MusterError `not-found` */
function shownCampaign(visit: Visit, snapshot: Snapshot, id: CampaignId): Campaign {
  const campaign = presentRow(snapshot, 'campaign', id);
  if (campaign.state === 'draft' && !readerOf(visit).seesAnswers)
    throw new MusterError({ code: 'not-found', what: 'campaign' });
  return campaign;
}

async function created(visit: Visit, fields: CampaignFields): Promise<Campaign> {
  checkCampaign(null, fields, 0);
  const id = visit.newId() as CampaignId;
  const result = await visit.change(`Campaign ${fields.title} drafted`, [
    { register: 'campaign', operation: 'create', id, fields },
  ]);
  return changedRow(result, 'campaign', id);
}

export const awarenessHandlers: VisitHandlers<typeof awarenessRoutes> = {
  async awareness(visit) {
    return topicCoverage(resolved(await visit.facts(), visit.on));
  },

  async campaigns(visit) {
    return campaignRows(resolved(await visit.facts(), visit.on), readerOf(visit));
  },

  async campaign(visit, { id }) {
    const snapshot = await visit.facts();
    const campaign = shownCampaign(visit, snapshot, id<CampaignId>('campaignId'));
    return campaignDetail(resolved(snapshot, visit.on), campaign, readerOf(visit));
  },

  async campaignPeople(visit, { id, query }) {
    const snapshot = await visit.facts();
    const campaign = shownCampaign(visit, snapshot, id<CampaignId>('campaignId'));
    return campaignPeople(resolved(snapshot, visit.on), campaign, query);
  },

  createCampaign: (visit, { body }) => created(visit, { ...body, state: 'draft' }),

  async updateCampaign(visit, { id: idOf, body, version }) {
    const id = idOf<CampaignId>('campaignId');
    const snapshot = await visit.facts();
    const before = presentRow(snapshot, 'campaign', id);
    checkCampaign(before, body, acknowledgedBy(snapshot, id));
    const result = await visit.change(`Campaign ${before.title} changed`, [
      { register: 'campaign', operation: 'update', id, version, fields: body },
    ]);
    return result.change === null ? before : changedRow(result, 'campaign', id);
  },

  async runCampaignAgain(visit, { id, body }) {
    const campaign = presentRow(await visit.facts(), 'campaign', id<CampaignId>('campaignId'));
    return created(visit, runAgain(campaign, body.from));
  },

  async removeCampaign(visit, { id: idOf, version }) {
    const id = idOf<CampaignId>('campaignId');
    const snapshot = await visit.facts();
    const { title } = presentRow(snapshot, 'campaign', id);
    const acknowledged = acknowledgedBy(snapshot, id);
    if (acknowledged > 0)
      throw new MusterError({ code: 'still-used', what: 'campaign', by: `${acknowledged} acknowledgements` });
    await visit.change(`Campaign ${title} removed`, [{ register: 'campaign', operation: 'remove', id, version }]);
    return { id };
  },

  async acknowledgeCampaign(visit, { id, body, version }) {
    const snapshot = await visit.facts();
    const campaign = shownCampaign(visit, snapshot, id<CampaignId>('campaignId'));
    // What somebody acknowledges is what they have read.
    if (campaign.version !== version)
      throw new MusterError({ code: 'conflict', what: 'campaign', yours: null, theirs: { version: campaign.version } });
    const { personId } = readerOf(visit);
    const { result, items } = acknowledging(
      resolved(snapshot, visit.today),
      campaign,
      personId,
      body.answers,
      visit.user.id,
      visit.newId,
    );
    if (items.length > 0) await visit.change(`Campaign ${campaign.title} acknowledged`, items);
    return result;
  },

  async recordAcknowledgements(visit, { id, body }) {
    const snapshot = await visit.facts();
    const campaign = shownCampaign(visit, snapshot, id<CampaignId>('campaignId'));
    const { personIds, on } = body;
    const facts = resolved(snapshot, visit.today);
    const items = recordedAcknowledgements(facts, campaign, personIds, on, visit.user.id, visit.newId);
    if (items.length > 0) await visit.change(`Acknowledgements of ${campaign.title} recorded`, items);
    return { recorded: items.length };
  },
};
