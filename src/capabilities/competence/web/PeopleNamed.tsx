import type { JSX } from 'react';
import { PersonLink } from '../../resilience/web/PersonLink.tsx';
import { useMessages } from '../../../web/message.ts';
import type { Counted } from '../bench.ts';
import { pictureTexts } from './picture-messages.ts';
import classes from './pictures.module.css';

interface PeopleNamedProps {
  readonly people: Counted;
  readonly most?: number;
  /** Said where there is nobody. */
  readonly none?: string;
}

/** How many, and who: the first of them by name, each leading to their page. */
export function PeopleNamed({ people, most = 3, none = '' }: PeopleNamedProps): JSX.Element {
  const texts = useMessages(pictureTexts);
  const shown = people.named.slice(0, most);
  if (people.count === 0) return <span className={classes.quiet}>{none}</span>;
  return (
    <span className={classes.named}>
      <strong>{people.count.toLocaleString('en')}</strong>
      <span>
        {shown.map(({ personId, name }, index) => (
          <span key={personId}>
            {index > 0 && ', '}
            <PersonLink personId={personId} name={name} />
          </span>
        ))}
        {people.count > shown.length && (
          <span className={classes.quiet}> {texts.more(people.count - shown.length)}</span>
        )}
      </span>
    </span>
  );
}
