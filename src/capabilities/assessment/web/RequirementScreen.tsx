import { Badge, Text, Title } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import type { JSX } from 'react';
import { findRequirement } from '../../../domain/catalogue.ts';
import { ErrorPage } from '../../../web/frame/ErrorPage.tsx';
import { LoadingPage } from '../../../web/frame/LoadingPage.tsx';
import { NotFoundPage } from '../../../web/frame/NotFoundPage.tsx';
import { useMessages } from '../../../web/message.ts';
import { useRead } from '../../../web/organization-data.ts';
import { useMayReadTrail } from '../../../web/organization.ts';
import { PageHeader } from '../../../web/PageHeader.tsx';
import { FrameworkRequirementScreen } from '../../frameworks/web/FrameworkRequirementScreen.tsx';
import { SpecialCompetences } from '../../competence/web/SpecialCompetences.tsx';
import { EntryHistory } from '../../trail/web/EntryHistory.tsx';
import { assessmentRoutes } from '../contract.ts';
import { AnswerLine } from './AnswerLine.tsx';
import { AnswerTable } from './AnswerTable.tsx';
import { GapList } from './GapList.tsx';
import { messages } from './messages.ts';
import { RequirementAbout } from './RequirementAbout.tsx';
import { RequirementLetters } from './RequirementLetters.tsx';
import { RequirementSteps } from './RequirementSteps.tsx';
import classes from './requirement.module.css';

/** One requirement: of ISO/IEC 27001:2022, or of another catalogue. */
export function RequirementScreen(): JSX.Element {
  const { requirementId = '' } = useParams({ strict: false });
  return requirementId.includes(':') ? <FrameworkRequirementScreen /> : <IsoRequirement />;
}

/** Who answers for a requirement, with what, whether that is enough; its gaps, letters and history. */
function IsoRequirement(): JSX.Element {
  const { requirementId = '' } = useParams({ strict: false });
  const all = useMessages(messages);
  const text = all.requirement;
  const mayReadTrail = useMayReadTrail();
  const page = useRead(assessmentRoutes.requirement, { path: { requirementId } });
  const assessment = useRead(assessmentRoutes.assessment);
  const requirement = findRequirement(requirementId);
  if (requirement === undefined) return <NotFoundPage />;
  if (page.isError) return <ErrorPage error={page.error} reset={() => void page.refetch()} />;
  if (page.data === undefined || page.data.answer.requirement.id !== requirementId) return <LoadingPage />;
  const { answer, gaps, history } = page.data;
  const coverage = assessment.data?.requirements.find((entry) => entry.requirementId === requirementId);
  return (
    <>
      <PageHeader
        title={`${requirementId} ${requirement.title}`}
        lead={
          <span className={classes.lead}>
            {requirement.summary}
            {!answer.requirement.applicable && <Badge color="gray">{all.notApplicable}</Badge>}
            {requirement.kind === 'control' && requirement.newIn2022 && <Badge>{text.newIn2022}</Badge>}
          </span>
        }
      >
        <RequirementSteps requirementId={requirementId} />
      </PageHeader>
      <div className={classes.columns}>
        <div className={classes.main}>
          <section aria-labelledby="answer">
            <Title order={2} id="answer" mb="xs">
              {text.answer}
            </Title>
            <AnswerLine answer={answer} />
            <AnswerTable answer={answer} coverage={coverage} />
          </section>
          <section aria-labelledby="gaps">
            <Title order={2} id="gaps" mb="xs">
              {text.gaps}
            </Title>
            <GapList gaps={gaps} />
          </section>
        </div>
        <div className={classes.side}>
          <RequirementLetters requirementId={requirementId} />
          <SpecialCompetences requirementId={requirementId} />
          <RequirementAbout requirement={requirement} />
          {mayReadTrail && (
            <section aria-labelledby="history" className={classes.panel}>
              <Title order={2} id="history">
                {text.history}
              </Title>
              <Text size="sm" c="dimmed" mb="sm">
                {history.length === 0 ? text.noHistory : text.historyHint}
              </Text>
              <EntryHistory entries={history} />
            </section>
          )}
        </div>
      </div>
    </>
  );
}
