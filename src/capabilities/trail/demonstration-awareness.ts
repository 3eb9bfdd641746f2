import { demonstrationCampaigns } from '../../domain/demonstration-awareness.ts';
import { demonstrationPeople, demonstrationVisitor } from '../../domain/demonstration.ts';
import { addDays, type PlainDate } from '../../kernel/date.ts';
import type { AcknowledgementId, CampaignId, NewId, PersonId } from '../../kernel/id.ts';
import type { ChangeItem } from './change.ts';

/** The campaigns of the demonstration company, and who has acknowledged them by `today`. */
export function awarenessItems(
  today: PlainDate,
  personOf: (key: string) => PersonId,
  newId: NewId,
): readonly ChangeItem[] {
  return demonstrationCampaigns.flatMap((shown): readonly ChangeItem[] => {
    const campaignId = newId() as CampaignId;
    const { title, message, link, topics, state, externals, questions, fromDay } = shown;
    const campaign: ChangeItem = {
      register: 'campaign',
      operation: 'create',
      id: campaignId,
      fields: {
        title,
        message,
        link,
        evidenceId: null,
        topics: [...topics],
        audience: { everyone: true, roleIds: [], units: [], externals },
        from: addDays(today, fromDay),
        due: addDays(today, shown.dueDay),
        state,
        questions: questions.map(({ question, options, answer }) => ({ question, options: [...options], answer })),
        passShare: 1,
        remindDays: 7,
        repeatMonths: 12,
      },
    };
    const asked = demonstrationPeople.filter(
      ({ kind, fromDay: begins, toDay: ends }) =>
        (externals || kind === 'internal') && begins <= fromDay && ends === null,
    );
    const done = asked.filter(
      ({ key, unit }, index) =>
        // The visitor has still to read what is open.
        !(state === 'open' && key === demonstrationPeople[demonstrationVisitor]?.key) &&
        index % 10 < (unit !== null && shown.slow.includes(unit) ? shown.ofTen / 2 : shown.ofTen),
    );
    return [
      campaign,
      ...done.map(({ key }, index): ChangeItem => ({
        register: 'acknowledgement',
        operation: 'create',
        id: newId() as AcknowledgementId,
        fields: {
          campaignId,
          personId: personOf(key),
          on: addDays(today, fromDay + (index % 20)),
          score: questions.length === 0 ? null : { right: questions.length, of: questions.length },
          userId: null,
        },
      })),
    ];
  });
}
