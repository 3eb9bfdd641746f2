import { Button, Group, Progress, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'react';
import type { ImportProgress } from '../../intake/model.ts';
import { call, type CallError } from '../../../web/client.ts';
import { useMessages } from '../../../web/message.ts';
import { useOrganization } from '../../../web/organization.ts';
import { useWrite } from '../../../web/organization-data.ts';
import { peopleImportRoutes } from '../import-contract.ts';
import { peopleImportMessages } from './import-messages.ts';

const EVERY_MS = 300;

/** How far the import under way is, and the way out of it until it writes. */
export function ImportProgressBar({ importId }: { readonly importId: string }): JSX.Element {
  const texts = useMessages(peopleImportMessages).progress;
  const { id } = useOrganization();
  const cancel = useWrite(peopleImportRoutes.cancelImport);
  // Where another process does the work, nobody here knows how far it is: then only its name is shown.
  const progress = useQuery<ImportProgress, CallError>({
    queryKey: ['import', id, importId],
    queryFn: ({ signal }) =>
      call(peopleImportRoutes.importProgress, { path: { organizationId: id, importId }, signal }),
    refetchInterval: EVERY_MS,
    retry: false,
    gcTime: 0,
  });
  const { stage = 'reading', done = 0, of = 0 } = progress.data ?? {};
  const writing = stage === 'writing';
  return (
    <Group gap="sm" role="status" wrap="nowrap" maw={640}>
      <Text size="sm" miw={190}>
        {texts[stage]}
        {of > 0 && ` ${texts.of(done, of)}`}
      </Text>
      <Progress flex={1} value={of === 0 ? 5 : (done / of) * 100} aria-label={texts[stage]} animated={of === 0} />
      <Button
        size="compact-sm"
        variant="default"
        disabled={writing || progress.data === undefined}
        title={writing ? texts.tooLate : undefined}
        onClick={() => cancel.mutate({ path: { importId } })}
      >
        {texts.cancel}
      </Button>
    </Group>
  );
}
