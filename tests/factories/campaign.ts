import type { CampaignFields } from '../../src/capabilities/awareness/model.ts';
import type { ItemOf } from '../../src/capabilities/trail/change.ts';
import { plainDate } from '../../src/kernel/date.ts';
import { freshId } from './organization.ts';

type Creation = Extract<ItemOf<'campaign'>, { readonly operation: 'create' }>;

/** A campaign for everybody that is open from January to December 2026 and asks nothing. */
export const newCampaign = (title: string, changes: Partial<CampaignFields> = {}): Creation => ({
  register: 'campaign',
  operation: 'create',
  id: freshId(),
  fields: {
    title,
    message: `What ${title} asks of all of us.`,
    link: null,
    evidenceId: null,
    topics: ['policy'],
    audience: { everyone: true, roleIds: [], units: [], externals: true },
    from: plainDate('2026-01-01'),
    due: plainDate('2026-12-31'),
    state: 'open',
    questions: [],
    passShare: 1,
    remindDays: 14,
    repeatMonths: 12,
    ...changes,
  },
});

/** What a request drafts a campaign with. */
export function newDraft(title: string, changes: Partial<CampaignFields> = {}): Omit<CampaignFields, 'state'> {
  const { state: _state, ...fields } = newCampaign(title, changes).fields;
  return fields;
}
