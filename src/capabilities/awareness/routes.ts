import { byDay } from '../../api/by-day.ts';
import type { VisitHandlers } from '../../api/mount.ts';
import type { Visit } from '../../api/visit.ts';
import { MusterError, notFound } from '../../kernel/errors.ts';
import type { CampaignId } from '../../kernel/id.ts';
import { resolve } from '../assessment/resolution.ts';
import { mayChange } from '../trail/policy.ts';
import { presentRow } from '../trail/present-row.ts';
import type { Snapshot } from '../trail/snapshot.ts';
import { changedRow } from '../trail/store/change.ts';
import {
  acknowledging,
  checkCampaign,
  checkReferences,
  recordedAcknowledgements,
  runAgain,
} from './campaign-change.ts';
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

/** Drafts a campaign as `fieldsOn` makes it of the facts; one that repeats another refers to what that one does. */
async function created(
  visit: Visit,
  fieldsOn: (facts: Snapshot) => { readonly fields: CampaignFields; readonly repeats: Campaign | null },
): Promise<Campaign> {
  const id = visit.newId() as CampaignId;
  const { result } = await visit.writePlanned((facts) => {
    const { fields, repeats } = fieldsOn(facts);
    checkCampaign(null, fields, 0);
    checkReferences(facts, repeats, fields);
    return {
      reason: `Campaign ${fields.title} drafted`,
      items: [{ register: 'campaign', operation: 'create', id, fields }],
    };
  });
  if (result === null) throw notFound('campaign');
  return changedRow(result, 'campaign', id);
}

export const awarenessHandlers: VisitHandlers<typeof awarenessRoutes> = {
  async awareness(visit) {
    return topicCoverage(resolved(await visit.facts(), visit.on));
  },

  async campaigns(visit) {
    return campaignRows(resolved(await visit.facts(), visit.on), readerOf(visit), visit.today);
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

  createCampaign: (visit, { body }) => created(visit, () => ({ fields: { ...body, state: 'draft' }, repeats: null })),

  async updateCampaign(visit, { id: idOf, body, version }) {
    const id = idOf<CampaignId>('campaignId');
    const { plan, result } = await visit.writePlanned((facts) => {
      const before = presentRow(facts, 'campaign', id);
      checkCampaign(before, body, acknowledgedBy(facts, id));
      checkReferences(facts, before, body);
      return {
        reason: `Campaign ${before.title} changed`,
        items: [{ register: 'campaign', operation: 'update', id, version, fields: body }],
        before,
      };
    });
    return result === null || result.change === null ? plan.before : changedRow(result, 'campaign', id);
  },

  runCampaignAgain: (visit, { id, body }) =>
    created(visit, (facts) => {
      const repeats = presentRow(facts, 'campaign', id<CampaignId>('campaignId'));
      return { fields: runAgain(repeats, body.from), repeats };
    }),

  async removeCampaign(visit, { id: idOf, version }) {
    const id = idOf<CampaignId>('campaignId');
    await visit.writePlanned((facts) => {
      const { title } = presentRow(facts, 'campaign', id);
      const acknowledged = acknowledgedBy(facts, id);
      if (acknowledged > 0)
        throw new MusterError({ code: 'still-used', what: 'campaign', by: `${acknowledged} acknowledgements` });
      return {
        reason: `Campaign ${title} removed`,
        items: [{ register: 'campaign', operation: 'remove', id, version }],
      };
    });
    return { id };
  },

  async acknowledgeCampaign(visit, { id, body, version }) {
    const { personId } = readerOf(visit);
    const { plan } = await visit.writePlanned((facts) => {
      const campaign = shownCampaign(visit, facts, id<CampaignId>('campaignId'));
      // What somebody acknowledges is what they have read.
      if (campaign.version !== version)
        throw new MusterError({
          code: 'conflict',
          what: 'campaign',
          yours: null,
          theirs: { version: campaign.version },
        });
      const resolution = resolved(facts, visit.today);
      return {
        reason: `Campaign ${campaign.title} acknowledged`,
        ...acknowledging(resolution, campaign, personId, body.answers, visit.user.id, visit.newId),
      };
    });
    return plan.result;
  },

  async recordAcknowledgements(visit, { id, body: { personIds, on } }) {
    const { plan } = await visit.writePlanned((facts) => {
      const campaign = shownCampaign(visit, facts, id<CampaignId>('campaignId'));
      const resolution = resolved(facts, visit.today);
      return {
        reason: `Acknowledgements of ${campaign.title} recorded`,
        items: recordedAcknowledgements(resolution, campaign, personIds, on, visit.user.id, visit.newId),
      };
    });
    return { recorded: plan.items.length };
  },
};
