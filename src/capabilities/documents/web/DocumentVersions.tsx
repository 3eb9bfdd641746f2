import { Anchor, Button, Group, Loader, Text, TextInput } from '@mantine/core';
import { IconSend } from '@tabler/icons-react';
import { useState, type JSX } from 'react';
import { useMessages } from '../../../web/message.ts';
import { useRead, useWrite } from '../../../web/organization-data.ts';
import { useMayChange } from '../../../web/organization.ts';
import { ProblemAlert } from '../../../web/ProblemAlert.tsx';
import { documentRoutes } from '../contract.ts';
import type { VersionedDocument } from '../model.ts';
import { VersionDifferences } from './VersionDifferences.tsx';
import { VersionLine } from './VersionLine.tsx';
import { versionMessages } from './version-messages.ts';
import classes from './versions.module.css';

/** The versions of a document: what is approved, what changed since, what waits, and putting the next one forward. */
export function DocumentVersions({ document }: { readonly document: VersionedDocument }): JSX.Element {
  const texts = useMessages(versionMessages);
  const mayAsk = useMayChange('documentVersion');
  const read = useRead(documentRoutes.documentVersions, { query: { document } });
  const [compared, setCompared] = useState(false);
  if (read.data === undefined)
    return read.error === null ? <Loader size="xs" aria-label={texts.loading} /> : <ProblemAlert error={read.error} />;
  const { versions, approved, changed } = read.data;
  const waits = versions[0]?.decision === null;
  const isSame = approved !== null && changed.length === 0;
  return (
    <div className={classes.versions}>
      <Text size="sm" c="dimmed">
        {versions.length === 0 ? texts.none : texts.lead}
      </Text>
      {versions.length > 0 && (
        <div className={classes.state} role="status">
          {approved === null
            ? texts.neverApproved
            : isSame
              ? texts.unchanged(approved)
              : texts.changed(document, approved, changed.length)}
          {approved !== null && !isSame && (
            <Anchor component="button" type="button" size="sm" onClick={() => setCompared(!compared)}>
              {compared ? texts.hideChanges : texts.showChanges}
            </Anchor>
          )}
        </div>
      )}
      {compared && approved !== null && !isSame && <VersionDifferences document={document} from={approved} />}
      {mayAsk && !waits && !isSame && <Submit document={document} />}
      {versions.length > 0 && (
        <ul className={classes.list}>
          {versions.map((version, index) => (
            <VersionLine key={version.id} version={version} previous={versions[index + 1]?.number ?? null} />
          ))}
        </ul>
      )}
    </div>
  );
}

const Submit = ({ document }: { readonly document: VersionedDocument }) => {
  const texts = useMessages(versionMessages);
  const submit = useWrite(documentRoutes.submitVersion);
  const [note, setNote] = useState<string | null>(null);
  if (note === null)
    return (
      <div>
        <Button size="xs" leftSection={<IconSend size={15} aria-hidden />} onClick={() => setNote('')}>
          {texts.submit}
        </Button>
      </div>
    );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        submit.mutate({ body: { document, note } }, { onSuccess: () => setNote(null) });
      }}
    >
      <Group gap="xs" align="flex-end">
        <TextInput
          size="xs"
          flex={1}
          data-autofocus
          label={texts.note}
          placeholder={texts.notePlaceholder}
          maxLength={2000}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <Button size="xs" type="submit" loading={submit.isPending}>
          {texts.send}
        </Button>
        <Button size="xs" variant="default" onClick={() => setNote(null)}>
          {texts.cancel}
        </Button>
      </Group>
      <ProblemAlert error={submit.error} />
    </form>
  );
};
