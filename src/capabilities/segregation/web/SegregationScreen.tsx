import { Loader, Stack, Text } from '@mantine/core';
import type { JSX } from 'react';
import { assessmentRoutes } from '../../assessment/contract.ts';
import { GapList } from '../../assessment/web/GapList.tsx';
import { useMessages } from '../../../web/message.ts';
import { useRead } from '../../../web/organization-data.ts';
import { PageHeader } from '../../../web/PageHeader.tsx';
import { ProblemAlert } from '../../../web/ProblemAlert.tsx';
import { Panel } from '../../../web/register/Panel.tsx';
import { segregationRoutes } from '../contract.ts';
import { CompensatingControls } from './CompensatingControls.tsx';
import { segregationMessages } from './messages.ts';
import { SegregationRules } from './SegregationRules.tsx';

/** Conflicts of duty as they stand, the controls that compensate them, and the rules. */
export function SegregationScreen(): JSX.Element {
  const texts = useMessages(segregationMessages);
  const assessment = useRead(assessmentRoutes.assessment);
  const controls = useRead(segregationRoutes.compensatingControls);
  const gaps = (assessment.data?.gaps ?? []).filter((gap) => gap.rule === 'sod.conflict');
  return (
    <Stack gap="md">
      <PageHeader title={texts.title} lead={texts.lead} />
      <ProblemAlert error={assessment.error ?? controls.error} />
      {assessment.isLoading && <Loader size="sm" aria-label={texts.loading} />}
      {assessment.data !== undefined && (
        <Panel title={texts.conflicts} count={gaps.length}>
          {gaps.length === 0 ? (
            <Text size="sm" c="dimmed">
              {texts.noConflicts}
            </Text>
          ) : (
            <GapList gaps={gaps} label={texts.conflicts} />
          )}
        </Panel>
      )}
      {controls.data !== undefined && <CompensatingControls controls={controls.data} />}
      <SegregationRules />
    </Stack>
  );
}
