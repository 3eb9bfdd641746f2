import type { JSX } from 'react';
import { useAsOf } from '../../../web/as-of.ts';
import { useFormat, useMessages } from '../../../web/message.ts';
import { PageHeader } from '../../../web/PageHeader.tsx';
import { ProjectOffers } from '../../programme/web/ProjectOffers.tsx';
import { CompetenceMatrixOffers } from './CompetenceMatrixOffers.tsx';
import { DocumentOffers } from './DocumentOffers.tsx';
import { messages } from './messages.ts';
import { TrainingPlanOffers } from './TrainingPlanOffers.tsx';

/** The documents that can be had, as of the date of the facts. */
export function DocumentsScreen(): JSX.Element {
  const text = useMessages(messages);
  const format = useFormat();
  const { on, recordedAt, isNow } = useAsOf();
  const facts = text.asOf(
    format.list([
      ...(on === undefined ? [] : [text.on(format.date(on))]),
      ...(recordedAt === undefined ? [] : [text.recorded(format.moment(recordedAt))]),
      ...(isNow ? [text.today] : []),
    ]),
  );
  return (
    <>
      <PageHeader title={text.title} lead={text.lead} />
      <DocumentOffers document="accountabilityMatrix" facts={facts} />
      <DocumentOffers document="statementOfApplicability" facts={facts} />
      <CompetenceMatrixOffers facts={facts} />
      <TrainingPlanOffers facts={facts} />
      <DocumentOffers document="peopleRegister" facts={facts} />
      <DocumentOffers document="requiredCompetences" facts={facts} />
      <DocumentOffers document="competenceRegister" facts={facts} />
      <DocumentOffers document="trainingRegister" facts={facts} />
      <ProjectOffers facts={facts} />
    </>
  );
}
