import { Button, Drawer, Group, Stack } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState, type JSX, type SyntheticEvent } from 'react';
import { ConflictNotice } from '../../../web/form/ConflictNotice.tsx';
import { refusal } from '../../../web/form/form-errors.ts';
import { useFormat, useMessages } from '../../../web/message.ts';
import { useWrite } from '../../../web/organization-data.ts';
import { conflictOf } from '../../../web/problem.ts';
import { ProblemAlert } from '../../../web/ProblemAlert.tsx';
import { today } from '../../../web/today.ts';
import { programmeRoutes, type ProjectRow } from '../contract.ts';
import type { Project } from '../model.ts';
import { programmeMessages } from './messages.ts';
import { projectDraftOf, projectFormFields, readProject, type ProjectDraft } from './project-draft.ts';
import { ProjectForm } from './ProjectForm.tsx';

interface ProjectDrawerProps {
  /** What to change; null begins a project. */
  readonly project: ProjectRow | null;
  readonly onClose: () => void;
  readonly onBegun?: (project: Project) => void;
}

const nothing: ProjectDraft = { name: '', purpose: '', manager: null, members: [], from: '', to: '' };

export function ProjectDrawer({ project, onClose, onBegun }: ProjectDrawerProps): JSX.Element {
  const texts = useMessages(programmeMessages).form;
  const format = useFormat();
  const create = useWrite(programmeRoutes.createProject);
  const update = useWrite(programmeRoutes.updateProject);
  const [version, setVersion] = useState(project?.version ?? 0);
  const [draft, setDraft] = useState<ProjectDraft>(
    project === null ? { ...nothing, from: today() } : projectDraftOf(project),
  );
  const [found, setFound] = useState<Readonly<Record<string, string>>>({});
  const refused = refusal(create.error ?? update.error, projectFormFields);
  const conflict = conflictOf(update.error);
  const theirs = conflict === null ? null : (conflict.theirs as Project);

  const save = (seen: number): void => {
    const read = readProject(draft);
    setFound(read.ok ? {} : { ...read.errors, ...(draft.manager === null ? { managerId: texts.needManager } : {}) });
    if (!read.ok) return;
    const done = (said: string): void => {
      notifications.show({ message: said, color: 'teal' });
      onClose();
    };
    if (project === null)
      create.mutate(
        { body: read.fields },
        {
          onSuccess: (begun) => {
            done(texts.added(read.fields.name));
            onBegun?.(begun);
          },
        },
      );
    else
      update.mutate(
        { path: { projectId: project.id }, version: seen, body: read.fields },
        { onSuccess: () => done(texts.saved(read.fields.name)) },
      );
  };
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    save(version);
  };
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size={480}
      title={project === null ? texts.create : texts.edit(project.name)}
      closeButtonProps={{ 'aria-label': texts.cancel }}
    >
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          {theirs !== null ? (
            <ConflictNotice
              differences={[
                { label: texts.name, yours: draft.name, theirs: theirs.name },
                { label: texts.purpose, yours: draft.purpose, theirs: theirs.purpose },
                { label: texts.from, yours: format.date(draft.from), theirs: format.date(theirs.from) },
              ].filter(({ yours, theirs: other }) => yours !== other)}
              onTakeTheirs={onClose}
              onKeepMine={() => {
                setVersion(theirs.version);
                save(theirs.version);
              }}
            />
          ) : (
            <ProblemAlert error={refused.rest} fields={projectFormFields} />
          )}
          <ProjectForm
            draft={draft}
            errors={{ ...refused.at, ...found }}
            onChange={(patch) => {
              setDraft((before) => ({ ...before, ...patch }));
              setFound({});
              create.reset();
              if (theirs === null) update.reset();
            }}
          />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {texts.cancel}
            </Button>
            <Button type="submit" loading={create.isPending || update.isPending}>
              {texts.save}
            </Button>
          </Group>
        </Stack>
      </form>
    </Drawer>
  );
}
