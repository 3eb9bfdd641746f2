import { Anchor, Button, Group, Loader, Table, Text } from '@mantine/core';
import { IconCircleHalf2, IconCircleX, IconPlus } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState, type JSX } from 'react';
import { findRequirement } from '../../../domain/catalogue.ts';
import { useMessages } from '../../../web/message.ts';
import { useMayChange, useOrganization } from '../../../web/organization.ts';
import { useRead } from '../../../web/organization-data.ts';
import { ProblemAlert } from '../../../web/ProblemAlert.tsx';
import { Panel } from '../../../web/register/Panel.tsx';
import { assessmentRoutes } from '../../assessment/contract.ts';
import { GapList } from '../../assessment/web/GapList.tsx';
import { programmeRoutes, type AnalysisLine, type ProjectRow } from '../contract.ts';
import type { Analysis } from '../model.ts';
import { ActionDialog } from './ActionDialog.tsx';
import type { ActionSeed } from './action-draft.ts';
import { actionMessages } from './action-messages.ts';
import { programmeMessages } from './messages.ts';
import classes from './programme.module.css';

interface JudgedLine {
  readonly line: AnalysisLine;
  readonly analysis: Analysis;
}

/** What the project found missing, and what the assessment finds for the same requirements. */
export function ProjectGaps({ project }: { readonly project: ProjectRow }): JSX.Element {
  const texts = useMessages(programmeMessages);
  const actionTexts = useMessages(actionMessages).dialog;
  const mayAct = useMayChange('action') && project.state !== 'closed';
  const read = useRead(programmeRoutes.analysis, { path: { projectId: project.id } });
  const assessment = useRead(assessmentRoutes.assessment);
  const [acting, setActing] = useState<readonly ActionSeed[] | null>(null);
  if (read.data === undefined)
    return read.error === null ? <Loader size="sm" aria-label={texts.loading} /> : <ProblemAlert error={read.error} />;
  const short = read.data.flatMap((line): readonly JudgedLine[] =>
    line.analysis === null || line.analysis.verdict === null || line.analysis.verdict === 'enough'
      ? []
      : [{ line, analysis: line.analysis }],
  );
  const ids = new Set<string>(short.map(({ line }) => line.requirementId));
  const gaps = (assessment.data?.gaps ?? []).filter((gap) => gap.requirements.some((id) => ids.has(id)));
  const seedOf = ({ line, analysis }: JudgedLine): ActionSeed => ({
    requirementId: line.requirementId,
    title: actionTexts.titleFor(line.requirementId, findRequirement(line.requirementId)?.title ?? ''),
    description: analysis.gap,
  });
  const unplanned = short.filter(({ line }) => line.actions === 0);
  return (
    <>
      <Panel
        title={texts.gaps.label}
        count={short.length}
        lead={texts.gaps.lead}
        actions={
          mayAct &&
          unplanned.length > 1 && (
            <Button size="compact-sm" variant="default" onClick={() => setActing(unplanned.map(seedOf))}>
              {texts.gaps.actAll(unplanned.length)}
            </Button>
          )
        }
      >
        {short.length === 0 ? (
          <Text size="sm" c="dimmed">
            {texts.gaps.none}
          </Text>
        ) : (
          <Table.ScrollContainer minWidth={760} type="native">
            <Table aria-label={texts.gaps.label} verticalSpacing={5}>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th w="28%">{texts.gaps.columns.requirement}</Table.Th>
                  <Table.Th w={96}>{texts.gaps.columns.verdict}</Table.Th>
                  <Table.Th>{texts.gaps.columns.gap}</Table.Th>
                  <Table.Th w={150}>{texts.gaps.columns.actions}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {short.map((one) => (
                  <Line
                    key={one.line.requirementId}
                    judged={one}
                    onAct={mayAct ? () => setActing([seedOf(one)]) : null}
                  />
                ))}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
        )}
      </Panel>
      {gaps.length > 0 && (
        <Panel title={texts.gaps.found} count={gaps.length} lead={texts.gaps.foundLead}>
          <GapList gaps={gaps} label={texts.gaps.found} />
        </Panel>
      )}
      {acting !== null && (
        <ActionDialog seeds={acting} project={project} action={null} onClose={() => setActing(null)} />
      )}
    </>
  );
}

const Line = ({ judged, onAct }: { readonly judged: JudgedLine; readonly onAct: (() => void) | null }) => {
  const texts = useMessages(programmeMessages);
  const { slug } = useOrganization();
  const { line, analysis } = judged;
  const { requirementId } = line;
  const { verdict } = analysis;
  const VerdictIcon = verdict === 'missing' ? IconCircleX : IconCircleHalf2;
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={400}>
        <Anchor
          inherit
          renderRoot={(props) => (
            <Link to="/o/$slug/requirements/$requirementId" params={{ slug, requirementId }} {...props} />
          )}
        >
          {requirementId} {findRequirement(requirementId)?.title}
        </Anchor>
      </Table.Th>
      <Table.Td>
        <span className={classes.verdict} data-verdict={verdict}>
          <VerdictIcon size={14} aria-hidden />
          {verdict === null ? '' : texts.analysis.verdicts[verdict]}
        </span>
      </Table.Td>
      <Table.Td>
        <span className={classes.clamp} title={analysis.gap}>
          {analysis.gap === '' ? <span className={classes.quiet}>{texts.gaps.unsaid}</span> : analysis.gap}
        </span>
      </Table.Td>
      <Table.Td>
        <Group gap="xs" wrap="nowrap">
          {line.actions > 0 && line.actions}
          {onAct !== null && (
            <Button
              size="compact-sm"
              variant={line.actions === 0 ? 'default' : 'subtle'}
              leftSection={<IconPlus size={13} aria-hidden />}
              aria-label={texts.gaps.actFor(requirementId)}
              onClick={onAct}
            >
              {texts.gaps.act}
            </Button>
          )}
        </Group>
      </Table.Td>
    </Table.Tr>
  );
};
