import { ActionIcon, Anchor, Button, TextInput } from '@mantine/core';
import { IconExternalLink, IconX } from '@tabler/icons-react';
import { useState, type JSX } from 'react';
import { useMessages } from '../../../web/message.ts';
import { applicabilityFields, type ApplicabilityFields } from '../model.ts';
import { applicabilityMessages } from './messages.ts';
import classes from './statement-detail.module.css';

type Evidence = ApplicabilityFields['evidence'];

interface EvidenceEditorProps {
  readonly control: string;
  readonly evidence: Evidence;
  readonly mayChange: boolean;
  readonly onSave: (evidence: Evidence) => void;
}

/** Where it can be seen that a control works: labels with links, added and removed. */
export function EvidenceEditor({ control, evidence, mayChange, onSave }: EvidenceEditorProps): JSX.Element {
  const texts = useMessages(applicabilityMessages).evidence;
  return (
    <div>
      <p className={classes.part}>{texts.title}</p>
      {evidence.length === 0 && <span className={classes.quiet}>{texts.none}</span>}
      <ul className={classes.list}>
        {evidence.map((item, index) => (
          <li key={`${item.label} ${item.link ?? ''}`} className={classes.evidence}>
            {item.link === null ? (
              item.label
            ) : (
              <Anchor size="sm" href={item.link} target="_blank" rel="noopener noreferrer">
                {item.label} <IconExternalLink size={13} aria-hidden />
              </Anchor>
            )}
            {mayChange && (
              <ActionIcon
                size="xs"
                variant="subtle"
                aria-label={texts.remove(item.label)}
                onClick={() => onSave(evidence.filter((_, at) => at !== index))}
              >
                <IconX size={13} aria-hidden />
              </ActionIcon>
            )}
          </li>
        ))}
      </ul>
      {mayChange && <AddEvidence control={control} onAdd={(item) => onSave([...evidence, item])} />}
    </div>
  );
}

const AddEvidence = ({
  control,
  onAdd,
}: {
  readonly control: string;
  readonly onAdd: (item: Evidence[number]) => void;
}) => {
  const texts = useMessages(applicabilityMessages).evidence;
  const [label, setLabel] = useState('');
  const [link, setLink] = useState('');
  const [wrong, setWrong] = useState<string | null>(null);
  const add = (): void => {
    const item = { label, link: link.trim() === '' ? null : link.trim() };
    const read = applicabilityFields.shape.evidence.safeParse([item]);
    const [issue] = read.error?.issues ?? [];
    setWrong(issue?.message ?? null);
    if (!read.success) return;
    onAdd(item);
    setLabel('');
    setLink('');
  };
  return (
    <form
      className={classes.form}
      aria-label={texts.add(control)}
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
    >
      <TextInput
        size="xs"
        w={150}
        aria-label={texts.label}
        placeholder={texts.label}
        value={label}
        maxLength={200}
        onChange={(event) => setLabel(event.currentTarget.value)}
      />
      <TextInput
        size="xs"
        flex={1}
        miw={150}
        aria-label={texts.link}
        placeholder="https://"
        value={link}
        error={wrong}
        onChange={(event) => setLink(event.currentTarget.value)}
      />
      <Button size="xs" variant="default" type="submit" disabled={label.trim() === ''}>
        {texts.addIt}
      </Button>
    </form>
  );
};
