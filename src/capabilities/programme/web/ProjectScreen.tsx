import { Badge, Group, Loader, Tabs } from '@mantine/core';
import { Link, useParams } from '@tanstack/react-router';
import type { JSX } from 'react';
import { oneOf, useAddressFilters } from '../../../web/address.ts';
import { useMessages } from '../../../web/message.ts';
import { useOrganization } from '../../../web/organization.ts';
import { useRead } from '../../../web/organization-data.ts';
import { PageHeader } from '../../../web/PageHeader.tsx';
import { ProblemAlert } from '../../../web/ProblemAlert.tsx';
import { BackLink } from '../../../web/register/BackLink.tsx';
import { programmeRoutes, type ProjectRow } from '../contract.ts';
import { programmeMessages } from './messages.ts';
import { ProjectAnalysis } from './ProjectAnalysis.tsx';
import { ProjectGaps } from './ProjectGaps.tsx';
import { ProjectPlan } from './ProjectPlan.tsx';
import { ProjectResult } from './ProjectResult.tsx';
import { ProjectSetup } from './ProjectSetup.tsx';
import classes from './programme.module.css';

const steps = ['setup', 'analysis', 'gaps', 'plan', 'result'] as const;
type Step = (typeof steps)[number];

/** One resource project: from its team to its result. */
export function ProjectScreen(): JSX.Element {
  const { projectId = '' } = useParams({ strict: false });
  const texts = useMessages(programmeMessages);
  const read = useRead(programmeRoutes.project, { path: { projectId } });
  if (read.data === undefined)
    return read.error === null ? <Loader size="sm" aria-label={texts.loading} /> : <ProblemAlert error={read.error} />;
  return <ProjectPage key={projectId} project={read.data} />;
}

/** Figures beside the names of the steps. */
function countOf(step: Step, { progress }: ProjectRow): string {
  switch (step) {
    case 'setup':
    case 'result':
      return '';
    case 'analysis':
      return `${progress.analysed}/${progress.applicable}`;
    case 'gaps':
      return String(progress.verdicts.partly + progress.verdicts.missing);
    case 'plan':
      return String(progress.actions.open);
    default:
      return step satisfies never;
  }
}

const ProjectPage = ({ project }: { readonly project: ProjectRow }): JSX.Element => {
  const texts = useMessages(programmeMessages);
  const { slug } = useOrganization();
  const [address, setFilter] = useAddressFilters();
  const step = oneOf(steps, address['step']) ?? 'setup';
  // The filters of one step mean nothing to another.
  const go = (to: string | null): void =>
    setFilter({ step: to === null || to === 'setup' ? undefined : to, show: undefined, search: undefined });
  return (
    <div className={classes.screen} data-sheet={step === 'analysis' || undefined}>
      <div>
        <BackLink renderRoot={(props) => <Link to="/o/$slug/projects" params={{ slug }} {...props} />}>
          {texts.back}
        </BackLink>
        <PageHeader
          title={project.name}
          lead={
            <Group gap="xs">
              <Badge color={project.state === 'closed' ? 'gray' : 'petrol'}>{texts.states[project.state]}</Badge>
              {texts.steering(project.manager.name)}
            </Group>
          }
        />
      </div>
      <Tabs value={step} onChange={go} keepMounted={false} className={classes.tabs}>
        <Tabs.List aria-label={project.name}>
          {steps.map((one) => (
            <Tabs.Tab key={one} value={one}>
              {texts.steps[one]}{' '}
              {countOf(one, project) !== '' && <span className={classes.stepCount}>{countOf(one, project)}</span>}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="setup" className={classes.step}>
          <ProjectSetup project={project} onNext={() => go('analysis')} />
        </Tabs.Panel>
        <Tabs.Panel value="analysis" className={classes.step}>
          <ProjectAnalysis project={project} />
        </Tabs.Panel>
        <Tabs.Panel value="gaps" className={classes.step}>
          <ProjectGaps project={project} />
        </Tabs.Panel>
        <Tabs.Panel value="plan" className={classes.step}>
          <ProjectPlan project={project} />
        </Tabs.Panel>
        <Tabs.Panel value="result" className={classes.step}>
          <ProjectResult project={project} />
        </Tabs.Panel>
      </Tabs>
    </div>
  );
};
