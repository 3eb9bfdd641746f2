import { Button, Loader, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState, type JSX } from 'react';
import { useMessages } from '../../../web/message.ts';
import { useMayChange } from '../../../web/organization.ts';
import { useRead } from '../../../web/organization-data.ts';
import { ProblemAlert } from '../../../web/ProblemAlert.tsx';
import { Panel } from '../../../web/register/Panel.tsx';
import { programmeRoutes, type ProjectRow } from '../contract.ts';
import { actionMessages } from './action-messages.ts';
import { ActionDialog } from './ActionDialog.tsx';
import { ActionWork } from './ActionWork.tsx';
import { programmeMessages } from './messages.ts';

/** Who does what by when to fill the gaps of a project. */
export function ProjectPlan({ project }: { readonly project: ProjectRow }): JSX.Element {
  const texts = useMessages(actionMessages);
  const { steps } = useMessages(programmeMessages);
  const mayChange = useMayChange('action') && project.state !== 'closed';
  const read = useRead(programmeRoutes.actions, { query: { projectId: project.id } });
  const [adding, setAdding] = useState(false);
  if (read.data === undefined)
    return read.error === null ? <Loader size="sm" aria-label={texts.loading} /> : <ProblemAlert error={read.error} />;
  return (
    <Panel
      title={steps.plan}
      count={read.data.length}
      actions={
        mayChange && (
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconPlus size={14} aria-hidden />}
            onClick={() => setAdding(true)}
          >
            {texts.add}
          </Button>
        )
      }
    >
      {read.data.length === 0 ? (
        <Text size="sm" c="dimmed">
          {texts.empty.what} {texts.empty.clause}
        </Text>
      ) : (
        <ActionWork actions={read.data} mayChange={mayChange} withProject={false} />
      )}
      {adding && <ActionDialog seeds={[]} project={project} action={null} onClose={() => setAdding(false)} />}
    </Panel>
  );
}
