import { IconAlertTriangle } from '@tabler/icons-react';
import type { JSX } from 'react';
import type { ControlBearer, ControlResource } from '../../assessment/control-resource.ts';
import { useMessages } from '../../../web/message.ts';
import { NamedLink } from './ControlDetail.tsx';
import { applicabilityMessages } from './messages.ts';
import classes from './statement-detail.module.css';

/** Who answers for a control, from the matrix: the people in office, or that nobody is. */
export function OwnerCell({ resource }: { readonly resource: ControlResource | undefined }): JSX.Element | null {
  const texts = useMessages(applicabilityMessages).resources;
  if (resource === undefined) return null;
  const owners = resource.bearers.filter(({ letter }) => letter === 'A');
  if (owners.length === 0) return <Alarm text={texts.nobody} />;
  return (
    <>
      {owners.map((owner, index) => (
        <span key={owner.named.id}>
          {index > 0 && ', '}
          <Owner owner={owner} />
        </span>
      ))}
    </>
  );
}

const Owner = ({ owner }: { readonly owner: ControlBearer }) => {
  const texts = useMessages(applicabilityMessages).resources;
  const [first] = owner.people;
  if (owner.state === 'vacant' || owner.state === 'left')
    return (
      <>
        <NamedLink named={owner.named} /> <Alarm text={owner.state === 'vacant' ? texts.vacant : texts.left} />
      </>
    );
  if (first === undefined || owner.named.kind === 'person') return <NamedLink named={owner.named} />;
  const others = owner.people.filter(({ capacity }) => capacity === 'holder').length - 1 + owner.more;
  return (
    <span title={owner.named.name}>
      <NamedLink named={{ kind: 'person', id: first.personId, name: first.name }} />
      {others > 0 && ` ${texts.more(others)}`}
    </span>
  );
};

const Alarm = ({ text }: { readonly text: string }) => (
  <span className={classes.alarm}>
    <IconAlertTriangle size={14} aria-hidden />
    {text}
  </span>
);
