import { Anchor, Text } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { JSX } from 'react';
import type { RequirementId } from '../../../domain/requirement.ts';
import { useMessages } from '../../../web/message.ts';
import { useOrganization } from '../../../web/organization.ts';
import { Panel } from '../../../web/register/Panel.tsx';
import type { SinglePoint } from '../single-point.ts';
import { Bar } from './Bar.tsx';
import { messages } from './messages.ts';
import { PersonLink } from './PersonLink.tsx';
import { RequirementChips } from './RequirementChips.tsx';
import classes from './resilience.module.css';

/** The people without whom something stops, by how much. */
export function SinglePoints({ people }: { readonly people: readonly SinglePoint[] }): JSX.Element {
  const text = useMessages(messages).people;
  const most = Math.max(
    1,
    ...people.flatMap(({ responsible, accountable }) => [responsible.length, accountable.length]),
  );
  return (
    <Panel title={text.title} id="single-points" count={people.length} lead={text.lead}>
      {people.length === 0 ? (
        <Text size="sm" className={classes.fine}>
          <IconCircleCheck size={16} aria-hidden /> {text.none}
        </Text>
      ) : (
        <ul className={classes.points}>
          {people.map((point) => (
            <Point key={point.personId} point={point} most={most} />
          ))}
        </ul>
      )}
    </Panel>
  );
}

function Point({ point, most }: { readonly point: SinglePoint; readonly most: number }): JSX.Element {
  const text = useMessages(messages).people;
  const { slug } = useOrganization();
  const { personId, name, jobTitle, responsible, accountable } = point;
  return (
    <li className={classes.point}>
      <div className={classes.who}>
        <PersonLink personId={personId} name={name} />
        {jobTitle !== null && <span className={classes.jobTitle}>{jobTitle}</span>}
        <Anchor
          size="xs"
          aria-label={text.leaveOf(name)}
          data-screen-only
          renderRoot={(props) => <Link to="/o/$slug/people/$personId/leave" params={{ slug, personId }} {...props} />}
        >
          {text.leave}
        </Anchor>
      </div>
      <div className={classes.losses}>
        <Loss kind="work" label={text.work} long={text.workOf(responsible.length)} ids={responsible} most={most} />
        <Loss
          kind="answer"
          label={text.answers}
          long={text.answersOf(accountable.length)}
          ids={accountable}
          most={most}
        />
      </div>
    </li>
  );
}

function Loss({
  kind,
  label,
  long,
  ids,
  most,
}: {
  readonly kind: 'work' | 'answer';
  readonly label: string;
  readonly long: string;
  readonly ids: readonly RequirementId[];
  readonly most: number;
}): JSX.Element | null {
  if (ids.length === 0) return null;
  return (
    <div className={classes.loss}>
      <span className={classes.lossLabel}>
        <span className={classes.letter} aria-hidden>
          {kind === 'work' ? 'R' : 'A'}
        </span>
        {label}
      </span>
      <Bar share={ids.length / most} kind={kind} />
      <strong className={classes.count}>{ids.length}</strong>
      <RequirementChips ids={ids} label={long} />
    </div>
  );
}
