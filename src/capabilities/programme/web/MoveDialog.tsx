import { Button, Group, Modal, Select, Stack, Text, Textarea } from '@mantine/core';
import { useState, type JSX, type SyntheticEvent } from 'react';
import { oneOf } from '../../../web/address.ts';
import { refusal } from '../../../web/form/form-errors.ts';
import { useMessages } from '../../../web/message.ts';
import { useWrite } from '../../../web/organization-data.ts';
import { ProblemAlert } from '../../../web/ProblemAlert.tsx';
import { programmeRoutes, type ProjectRow } from '../contract.ts';
import { projectStates } from '../model.ts';
import { nextState } from '../project-state.ts';
import { programmeMessages } from './messages.ts';

interface MoveDialogProps {
  readonly project: ProjectRow;
  readonly direction: 'on' | 'back';
  readonly onClose: () => void;
}

/** Moves a project on or back; with the reason that the trail keeps where one is needed. */
export function MoveDialog({ project, direction, onClose }: MoveDialogProps): JSX.Element {
  const all = useMessages(programmeMessages);
  const texts = all.result;
  const move = useWrite(programmeRoutes.moveProject);
  const earlier = projectStates.slice(0, projectStates.indexOf(project.state));
  const [state, setState] = useState((direction === 'on' ? nextState(project.state) : earlier.at(-1)) ?? project.state);
  const [reason, setReason] = useState('');
  const refused = refusal(move.error, ['reason', 'state']);
  const needsReason = direction === 'back' || project.open.length > 0;
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    move.mutate(
      { path: { projectId: project.id }, version: project.version, body: { state, reason } },
      { onSuccess: onClose },
    );
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={direction === 'on' ? texts.on(all.states[state]) : texts.back}
      closeButtonProps={{ 'aria-label': texts.cancel }}
    >
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          <ProblemAlert error={refused.rest} />
          {direction === 'back' && (
            <Select
              aria-label={texts.state}
              allowDeselect={false}
              data={earlier.map((value) => ({ value, label: texts.backTo(all.states[value]) }))}
              value={state}
              error={refused.at['state']}
              onChange={(value) => setState(oneOf(projectStates, value ?? undefined) ?? state)}
            />
          )}
          {direction === 'on' &&
            project.open.map(({ kind, count }) => (
              <Text key={kind} size="sm">
                {texts.open[kind](count)}
              </Text>
            ))}
          {needsReason && (
            <Textarea
              label={texts.reason}
              description={direction === 'on' ? texts.reasonOn : texts.reasonBack}
              required
              data-autofocus
              autosize
              minRows={2}
              value={reason}
              error={refused.at['reason']}
              onChange={(event) => {
                setReason(event.currentTarget.value);
                move.reset();
              }}
            />
          )}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {texts.cancel}
            </Button>
            <Button type="submit" loading={move.isPending}>
              {texts.move}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
