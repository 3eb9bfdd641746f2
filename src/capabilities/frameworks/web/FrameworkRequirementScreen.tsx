import { Anchor, Text, Title } from '@mantine/core';
import { Link, useParams } from '@tanstack/react-router';
import type { JSX } from 'react';
import { AnswerPeople } from '../../assessment/web/AnswerPeople.tsx';
import { GapList } from '../../assessment/web/GapList.tsx';
import { EntryHistory } from '../../trail/web/EntryHistory.tsx';
import { ErrorPage } from '../../../web/frame/ErrorPage.tsx';
import { LoadingPage } from '../../../web/frame/LoadingPage.tsx';
import { useMessages } from '../../../web/message.ts';
import { useMayReadTrail, useOrganization } from '../../../web/organization.ts';
import { useRead } from '../../../web/organization-data.ts';
import { PageHeader } from '../../../web/PageHeader.tsx';
import { BackLink } from '../../../web/register/BackLink.tsx';
import { Panel } from '../../../web/register/Panel.tsx';
import { frameworkRoutes, type FrameworkRequirementPage } from '../contract.ts';
import { saysReference } from './entry-tree.ts';
import classes from './frameworks.module.css';
import { MappingEditor } from './MappingEditor.tsx';
import { frameworkMessages } from './messages.ts';

/** One requirement of another catalogue: who answers for it, by its own letters or by those it is mapped to. */
export function FrameworkRequirementScreen(): JSX.Element {
  const { requirementId = '' } = useParams({ strict: false });
  const texts = useMessages(frameworkMessages).requirement;
  const { slug } = useOrganization();
  const mayReadTrail = useMayReadTrail();
  const page = useRead(frameworkRoutes.frameworkRequirement, { path: { requirementId } });
  if (page.isError) return <ErrorPage error={page.error} reset={() => void page.refetch()} />;
  if (page.data === undefined || page.data.requirement.requirementId !== requirementId) return <LoadingPage />;
  const { framework, requirement, above, gaps, history } = page.data;
  const headings = above.map((heading) => heading.title).join(' › ');
  return (
    <>
      <BackLink
        renderRoot={(props) => (
          <Link to="/o/$slug/frameworks/$frameworkId" params={{ slug, frameworkId: framework.id }} {...props} />
        )}
      >
        {framework.name}
      </BackLink>
      <PageHeader
        title={saysReference(requirement) ? `${requirement.reference} ${requirement.title}` : requirement.title}
        lead={headings}
      />
      <div className={classes.columns}>
        <div className={classes.stack}>
          <Answer page={page.data} />
          {requirement.assessable && (
            <section aria-labelledby="gaps">
              <Title order={2} id="gaps" mb="xs">
                {texts.gaps}
              </Title>
              <GapList gaps={gaps} hideSubject />
            </section>
          )}
          {requirement.text !== '' && (
            <Panel title={texts.text}>
              <p className={classes.text}>{requirement.text}</p>
            </Panel>
          )}
        </div>
        <div className={classes.stack}>
          {requirement.assessable && <MappingEditor page={page.data} />}
          {mayReadTrail && (
            <Panel title={texts.history}>
              {history.length === 0 ? (
                <Text size="sm" c="dimmed">
                  {texts.noHistory}
                </Text>
              ) : (
                <EntryHistory entries={history} />
              )}
            </Panel>
          )}
        </div>
      </div>
    </>
  );
}

const Answer = ({ page }: { readonly page: FrameworkRequirementPage }): JSX.Element => {
  const texts = useMessages(frameworkMessages).requirement;
  const { slug } = useOrganization();
  const { coverage, framework, requirement } = page;
  if (coverage === null) return <Text>{texts.heading}</Text>;
  const search = (before: object): object => ({ ...before, framework: framework.key, search: requirement.reference });
  return (
    <Panel
      title={texts.answer}
      lead={coverage.source === 'inherited' ? texts.inherited(coverage.from.join(', ')) : texts[coverage.source]}
      actions={
        <Anchor
          size="sm"
          renderRoot={(props) => (
            <Link to="/o/$slug/accountability" params={{ slug }} search={search as never} {...props} />
          )}
        >
          {texts.editLetters}
        </Anchor>
      }
    >
      <dl className={classes.about}>
        {(['accountable', 'responsible'] as const).map((duty) => (
          <div key={duty}>
            <dt>{texts[duty]}</dt>
            <dd>
              {page[duty].length === 0 ? texts.nobody : <AnswerPeople people={page[duty]} />}
              <Text size="xs" c="dimmed">
                {coverage[duty].because}
              </Text>
            </dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
};
