import { Button, Group } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconCheck } from '@tabler/icons-react';
import { useState, type JSX } from 'react';
import { useMessages } from '../../../web/message.ts';
import { useMayDecide } from '../../../web/organization.ts';
import { useWrite } from '../../../web/organization-data.ts';
import { ProblemAlert } from '../../../web/ProblemAlert.tsx';
import { roleRoutes, type AppointmentEntry } from '../contract.ts';
import { approvalMessages } from './approval-messages.ts';
import { PaperApprovalDialog } from './PaperApprovalDialog.tsx';

/** What the reader can do for the approval of one appointment; nothing where it is approved or not theirs to decide. */
export function ApproveActions({ row }: { readonly row: AppointmentEntry }): JSX.Element | null {
  const texts = useMessages(approvalMessages);
  const mayDecide = useMayDecide();
  const approve = useWrite(roleRoutes.approveAppointment);
  const [onPaper, setOnPaper] = useState(false);
  if (!mayDecide || row.approval !== null || row.hindrance === 'permission' || row.state === 'ended') return null;
  return (
    <>
      <Group gap={6} wrap="nowrap">
        {row.hindrance === null && (
          <Button
            size="compact-xs"
            leftSection={<IconCheck size={13} aria-hidden />}
            aria-label={texts.approveOf(row.personName, row.roleName)}
            loading={approve.isPending}
            onClick={() =>
              approve.mutate(
                { path: { appointmentId: row.id }, version: row.version, body: { paper: null } },
                {
                  onSuccess: () =>
                    notifications.show({ message: texts.done(row.personName, row.roleName), color: 'teal' }),
                },
              )
            }
          >
            {texts.approve}
          </Button>
        )}
        <Button
          size="compact-xs"
          variant="default"
          aria-label={texts.paperOf(row.personName, row.roleName)}
          onClick={() => setOnPaper(true)}
        >
          {texts.paper}
        </Button>
      </Group>
      <ProblemAlert error={approve.error} />
      {onPaper && <PaperApprovalDialog row={row} onClose={() => setOnPaper(false)} />}
    </>
  );
}
