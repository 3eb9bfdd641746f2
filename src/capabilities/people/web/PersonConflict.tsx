import type { JSX } from 'react';
import { ConflictNotice, type Difference } from '../../../web/form/ConflictNotice.tsx';
import { useMessages } from '../../../web/message.ts';
import { conflictOf } from '../../../web/problem.ts';
import type { PersonRow } from '../contract.ts';
import type { Person } from '../model.ts';
import { peopleMessages } from './messages.ts';
import { draftOf, type PersonDraft } from './person-draft.ts';

interface PersonConflictProps {
  readonly error: Error | null;
  readonly draft: PersonDraft;
  readonly seen: PersonRow | null;
  readonly onTakeTheirs: (theirs: PersonRow) => void;
  readonly onKeepMine: (theirs: PersonRow) => void;
}

const textOf = (value: PersonDraft[keyof PersonDraft]): string =>
  value === null ? '' : typeof value === 'object' ? value.name : String(value);

/** Both states of a person whom somebody else changed while the form was open; nothing for any other error. */
export function PersonConflict(props: PersonConflictProps): JSX.Element | null {
  const { error, draft, seen, onTakeTheirs, onKeepMine } = props;
  const texts = useMessages(peopleMessages);
  const conflict = conflictOf(error);
  if (conflict === null || seen === null) return null;
  const theirs: PersonRow = { ...seen, ...(conflict.theirs as Person) };
  const managerName = theirs.managerId === seen.managerId ? seen.managerName : null;
  const other = draftOf(theirs, managerName);
  const words = texts.form;
  const differences = (Object.keys(other) as readonly (keyof PersonDraft)[]).flatMap((field): readonly Difference[] => {
    const [mine, yours] = [textOf(draft[field]), textOf(other[field])];
    return mine === yours ? [] : [{ label: words[field], yours: mine, theirs: yours }];
  });
  return (
    <ConflictNotice
      differences={differences}
      onTakeTheirs={() => onTakeTheirs({ ...theirs, managerName })}
      onKeepMine={() => onKeepMine({ ...theirs, managerName })}
    />
  );
}
