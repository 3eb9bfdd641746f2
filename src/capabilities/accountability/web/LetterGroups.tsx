import { Button, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState, type JSX } from 'react';
import { findRequirement } from '../../../domain/catalogue.ts';
import { RasciBadge, rasciMessages } from '../../../web/matrix/rasci-kind.tsx';
import { useMessages } from '../../../web/message.ts';
import { useOrganization } from '../../../web/organization.ts';
import type { LetterGroup, LetterPlace } from './letter-summary.ts';
import classes from './letters.module.css';
import { letterMessages } from './letter-messages.ts';

/** Letters with the requirements they stand for, as small links. */
export const LetterGroups = ({ groups }: { readonly groups: readonly LetterGroup[] }): JSX.Element => (
  <div className={classes.letters}>
    {groups.map((group) => (
      <Group key={group.letter} group={group} />
    ))}
  </div>
);

const few = 30;

const Group = ({ group }: { readonly group: LetterGroup }) => {
  const texts = useMessages(letterMessages);
  const [all, setAll] = useState(false);
  const [name] = useMessages(rasciMessages)[group.letter];
  const shown = all ? group.places : group.places.slice(0, few);
  return (
    <div>
      <div className={classes.head}>
        <RasciBadge value={group.letter} />
        <Text size="sm" fw={600}>
          {texts.letter(name, group.places.length)}
        </Text>
      </div>
      <ul className={classes.chips} aria-label={name}>
        {shown.map((place) => (
          <li key={place.requirementId}>
            <Chip place={place} />
          </li>
        ))}
        {group.places.length > few && (
          <li>
            <Button size="compact-xs" variant="subtle" onClick={() => setAll(!all)}>
              {all ? texts.showFewer : texts.showAll(group.places.length)}
            </Button>
          </li>
        )}
      </ul>
    </div>
  );
};

const Chip = ({ place }: { readonly place: LetterPlace }) => {
  const texts = useMessages(letterMessages);
  const { slug } = useOrganization();
  const title = findRequirement(place.requirementId)?.title ?? '';
  const through = [...place.through, ...(place.inPerson ? [texts.inPerson] : [])].join(', ');
  return (
    <Link
      to="/o/$slug/requirements/$requirementId"
      params={{ slug, requirementId: place.requirementId }}
      className={classes.chip}
      data-personal={place.inPerson || undefined}
      title={`${title} (${through})`}
    >
      {place.requirementId}
    </Link>
  );
};
