import type { EvidenceId } from '../../../kernel/id.ts';
import { schemaErrors } from '../../../web/form/form-errors.ts';
import type { Audience } from '../../training/model.ts';
import type { CampaignRow } from '../contract.ts';
import { campaignFields, type AwarenessTopic, type CampaignFields } from '../model.ts';

export interface QuestionDraft {
  readonly question: string;
  readonly options: readonly string[];
  /** Place of the right one; null while nobody said. */
  readonly answer: number | null;
}

/** What stands in the form of a campaign, as somebody types it. */
export interface CampaignDraft {
  readonly title: string;
  readonly message: string;
  readonly link: string;
  /** The file that people read. */
  readonly evidenceId: EvidenceId | null;
  readonly topics: readonly AwarenessTopic[];
  readonly audience: Audience;
  readonly from: string;
  readonly due: string;
  readonly questions: readonly QuestionDraft[];
  /** In percent. */
  readonly pass: string;
  readonly remindDays: string;
  readonly repeatMonths: string;
}

export const blankQuestion: QuestionDraft = { question: '', options: ['', ''], answer: null };

export const blankCampaign = (from: string, due: string): CampaignDraft => ({
  title: '',
  message: '',
  link: '',
  evidenceId: null,
  topics: ['policy'],
  audience: { everyone: true, roleIds: [], units: [], externals: true },
  from,
  due,
  questions: [],
  pass: '100',
  remindDays: '14',
  repeatMonths: '12',
});

const text = (value: number | null): string => (value === null ? '' : String(value));

export const campaignDraftOf = (campaign: CampaignRow): CampaignDraft => ({
  title: campaign.title,
  message: campaign.message,
  link: campaign.link ?? '',
  evidenceId: campaign.evidenceId,
  topics: campaign.topics,
  audience: campaign.audience,
  from: campaign.from,
  due: campaign.due,
  questions: campaign.questions.map(({ question, options, answer }) => ({ question, options, answer })),
  pass: String(Math.round(campaign.passShare * 100)),
  remindDays: text(campaign.remindDays),
  repeatMonths: text(campaign.repeatMonths),
});

/** Its state is a step of its own. */
const written = campaignFields.omit({ state: true });
export type WrittenCampaign = Omit<CampaignFields, 'state'>;

export type ReadCampaign =
  | { readonly ok: true; readonly fields: WrittenCampaign }
  | { readonly ok: false; readonly errors: Readonly<Record<string, string>> };

const numberOr = (value: string): number | null => (value.trim() === '' ? null : Number(value));

/** Checks what was typed by the schema of the model. */
export function readCampaign(draft: CampaignDraft): ReadCampaign {
  const { pass, remindDays, repeatMonths, link, ...fields } = draft;
  const checked = written.safeParse({
    ...fields,
    link: link.trim() === '' ? null : link.trim(),
    passShare: Number(pass) / 100,
    remindDays: numberOr(remindDays),
    repeatMonths: numberOr(repeatMonths),
  });
  return checked.success ? { ok: true, fields: checked.data } : { ok: false, errors: schemaErrors(checked) };
}
