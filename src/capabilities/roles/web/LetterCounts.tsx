import type { JSX } from 'react';
import { RasciBadge, rasciMessages } from '../../../web/matrix/rasci-kind.tsx';
import { useMessages } from '../../../web/message.ts';
import type { RoleRow } from '../contract.ts';
import { roleMessages } from './messages.ts';
import classes from './roles.module.css';

const order = ['A', 'R', 'S', 'C', 'I'] as const;

/** How often each letter stands in a role's column of the matrix; letters that do not occur leave their place empty. */
export function LetterCounts({ letters }: { readonly letters: RoleRow['letters'] }): JSX.Element {
  const texts = useMessages(roleMessages);
  const words = useMessages(rasciMessages);
  return (
    <span className={classes.counts}>
      {order.map((letter) => (
        <span key={letter} className={classes.count} title={texts.letterCount(words[letter][0], letters[letter])}>
          {letters[letter] > 0 && (
            <>
              <RasciBadge value={letter} />
              {letters[letter]}
            </>
          )}
        </span>
      ))}
    </span>
  );
}
