import { SegmentedControl } from '@mantine/core';
import { useState, type JSX } from 'react';
import { useMessages } from '../../../web/message.ts';
import { planGroupings, type PlanGrouping } from '../model.ts';
import { DocumentOffers } from './DocumentOffers.tsx';
import { messages } from './messages.ts';

/** The training plan by person or by unit. */
export function TrainingPlanOffers({ facts }: { readonly facts: string }): JSX.Element {
  const texts = useMessages(messages).choice;
  const [by, setBy] = useState<PlanGrouping>('person');
  return (
    <DocumentOffers document="trainingPlanDocument" facts={facts} choice={{ by }}>
      <SegmentedControl
        mt="sm"
        size="xs"
        aria-label={texts.by}
        value={by}
        onChange={setBy}
        data={planGroupings.map((value) => ({ value, label: texts.groupings[value] }))}
      />
    </DocumentOffers>
  );
}
