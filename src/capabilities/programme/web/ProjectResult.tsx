import { Button, Group, Stack, Text } from '@mantine/core';
import { IconArrowRight, IconCircle, IconCircleCheck, IconCircleDot } from '@tabler/icons-react';
import { useState, type JSX } from 'react';
import { useMessages } from '../../../web/message.ts';
import { useMayChange } from '../../../web/organization.ts';
import { Panel } from '../../../web/register/Panel.tsx';
import type { ProjectRow } from '../contract.ts';
import { projectStates } from '../model.ts';
import { nextState } from '../project-state.ts';
import { programmeMessages } from './messages.ts';
import { MoveDialog } from './MoveDialog.tsx';
import classes from './programme.module.css';
import { ProjectDownloads } from './ProjectDownloads.tsx';

/** Where a project stands, what is open, and its result as a document. */
export function ProjectResult({ project }: { readonly project: ProjectRow }): JSX.Element {
  const all = useMessages(programmeMessages);
  const texts = all.result;
  const mayChange = useMayChange('project');
  const [moving, setMoving] = useState<'on' | 'back' | null>(null);
  const { progress, open, state } = project;
  const { actions, verdicts } = progress;
  const next = nextState(state);
  const place = projectStates.indexOf(state);
  return (
    <>
      <div className={classes.columns}>
        <Panel title={texts.state}>
          <ol className={classes.states} aria-label={texts.state}>
            {projectStates.map((one, index) => {
              const StateIcon = index < place ? IconCircleCheck : index === place ? IconCircleDot : IconCircle;
              return (
                <li
                  key={one}
                  data-past={index < place || undefined}
                  aria-current={index === place ? 'step' : undefined}
                >
                  <StateIcon size={15} aria-hidden />
                  {all.states[one]}
                </li>
              );
            })}
          </ol>
          {open.length > 0 ? (
            <ul className={classes.points}>
              {open.map(({ kind, count }) => (
                <li key={kind}>{texts.open[kind](count)}</li>
              ))}
            </ul>
          ) : (
            <Text size="sm">{next === null ? texts.done : texts.ready}</Text>
          )}
          {mayChange && (
            <Group gap="xs" mt="sm">
              {next !== null && (
                <Button
                  variant={open.length === 0 ? 'filled' : 'default'}
                  rightSection={<IconArrowRight size={15} aria-hidden />}
                  onClick={() => setMoving('on')}
                >
                  {texts.on(all.states[next])}
                </Button>
              )}
              {place > 0 && (
                <Button variant="subtle" onClick={() => setMoving('back')}>
                  {texts.back}
                </Button>
              )}
            </Group>
          )}
        </Panel>
        <Panel title={texts.figures}>
          <Stack gap={3}>
            {[
              texts.judged(progress.analysed, progress.applicable),
              texts.gaps(verdicts.partly + verdicts.missing),
              texts.unplanned(progress.unplanned.length),
              texts.actions(actions.done, actions.done + actions.open),
            ].map((line) => (
              <Text key={line} size="sm">
                {line}
              </Text>
            ))}
            {actions.overdue > 0 && (
              <Text size="sm" className={classes.alarm}>
                {texts.overdue(actions.overdue)}
              </Text>
            )}
          </Stack>
        </Panel>
      </div>
      <ProjectDownloads projectId={project.id} />
      {moving !== null && <MoveDialog project={project} direction={moving} onClose={() => setMoving(null)} />}
    </>
  );
}
