import { addMonths } from '../../kernel/date.ts';
import type { CampaignId, PersonId } from '../../kernel/id.ts';
import type { Resolution } from '../assessment/resolution.ts';
import { acknowledgementsBy } from './campaign-standing.ts';
import { awarenessTopics, type AwarenessTopic } from './model.ts';

/** An acknowledgement counts for so long towards what people are aware of. */
export const AWARENESS_MONTHS = 12;

export interface TopicCoverage {
  readonly topic: AwarenessTopic;
  /** Campaigns about it that were acknowledged by anybody within the time that counts. */
  readonly campaigns: readonly { readonly id: CampaignId; readonly title: string }[];
  /** Active people who acknowledged one of them. */
  readonly people: number;
  readonly of: number;
}

/**
 * How many of the people who work here have acknowledged what 7.3 a) to c) name within the last year: the policy, their
 * contribution, and what follows from not conforming. People from outside count too: they do work under the
 * organization's control.
 */
export function topicCoverage(resolution: Resolution): readonly TopicCoverage[] {
  const { snapshot, on, people, activePeople } = resolution;
  const since = addMonths(on, -AWARENESS_MONTHS);
  const acknowledged = acknowledgementsBy(
    snapshot.acknowledgement.filter((row) => row.on > since),
    on,
  );
  return awarenessTopics.map((topic) => {
    const aware = new Set<PersonId>();
    const campaigns = snapshot.campaign
      .filter(({ topics }) => topics.includes(topic))
      .flatMap((campaign) => {
        const rows = acknowledged(campaign);
        for (const id of rows.keys()) if (people.get(id)?.active === true) aware.add(id);
        return rows.size === 0 ? [] : [{ id: campaign.id, title: campaign.title }];
      });
    return { topic, campaigns, people: aware.size, of: activePeople };
  });
}
