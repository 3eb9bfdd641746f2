import { Alert, Loader, Stack, Text } from '@mantine/core';
import { IconBulb } from '@tabler/icons-react';
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
import { ruleBook } from '../rule-book.ts';
import { segregationMessages } from './messages.ts';
import { Duties } from './Duties.tsx';
import { SegregationRules } from './SegregationRules.tsx';

/** Up to so many people several roles on one person are the normal case. */
const SMALL = 25;

/** Conflicts of duty as they stand, the controls that compensate them, and the rules. */
export function SegregationScreen(): JSX.Element {
  const texts = useMessages(segregationMessages);
  const assessment = useRead(assessmentRoutes.assessment);
  const controls = useRead(segregationRoutes.compensatingControls);
  const rules = useRead(segregationRoutes.segregationRules);
  const duties = useRead(segregationRoutes.duties);
  const book = ruleBook(rules.data ?? []);
  const gaps = (assessment.data?.gaps ?? []).filter((gap) => gap.rule.startsWith('sod.'));
  const isSmall = (assessment.data?.totals.activePeople ?? Infinity) <= SMALL;
  return (
    <Stack gap="md">
      <PageHeader title={texts.title} lead={texts.lead} />
      <ProblemAlert error={assessment.error ?? controls.error ?? rules.error ?? duties.error} />
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
      {isSmall && gaps.length > 0 && (
        <Alert variant="light" icon={<IconBulb size={18} aria-hidden />} title={texts.smallTitle}>
          {texts.small}
        </Alert>
      )}
      {controls.data !== undefined && <CompensatingControls controls={controls.data} book={book} />}
      {duties.data !== undefined && <Duties duties={duties.data} book={book} />}
      {rules.data !== undefined && <SegregationRules own={rules.data} book={book} />}
    </Stack>
  );
}
