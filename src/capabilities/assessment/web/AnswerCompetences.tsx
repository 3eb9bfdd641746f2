import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { JSX } from 'react';
import { findEvidenceKind } from '../../../domain/evidence-kind.ts';
import { lastDayOf } from '../../../web/form/last-day.ts';
import { useFormat, useMessages } from '../../../web/message.ts';
import { useOrganization } from '../../../web/organization.ts';
import type { AnsweredCompetence, AnsweredPerson } from '../answer-competence.ts';
import { messages } from './messages.ts';
import classes from './requirement.module.css';

const isProven = ({ state }: AnsweredCompetence): boolean => state === 'met' || state === 'expiring';

/** What each person behind a requirement proves of what it asks: a line each, which opens to the competences. */
export function AnswerCompetences({ people }: { readonly people: readonly AnsweredPerson[] }): JSX.Element | null {
  if (people.length === 0) return null;
  return (
    <ul className={classes.people}>
      {people.map((person) => (
        <li key={person.personId}>
          <PersonAbility person={person} />
        </li>
      ))}
    </ul>
  );
}

function PersonAbility({ person }: { readonly person: AnsweredPerson }): JSX.Element {
  const all = useMessages(messages).requirement;
  const text = all.ability;
  const { slug } = useOrganization();
  const { personId, name, deputy, competences } = person;
  const short = competences.filter((one) => one.must !== null && !isProven(one)).length;
  const verdict = competences.length === 0 ? text.nothing : short === 0 ? text.competent : text.short(short);
  const link = (
    <Anchor
      inherit
      underline="always"
      fw={500}
      renderRoot={(props) => <Link to="/o/$slug/people/$personId/competence" params={{ slug, personId }} {...props} />}
    >
      {name}
    </Anchor>
  );
  const line = (
    <span className={short > 0 ? classes.lacking : classes.facts}>
      {deputy ? ` (${all.deputy})` : ''}: {verdict}
    </span>
  );
  return (
    <>
      {link}
      {line}
      {competences.length > 0 && (
        <details className={classes.ability}>
          <summary>{text.show(competences.length)}</summary>
          <table>
            <thead>
              <tr>
                <th scope="col">{text.competence}</th>
                <th scope="col">{text.level}</th>
                <th scope="col">{text.evidence}</th>
              </tr>
            </thead>
            <tbody>
              {competences.map((one) => (
                <AbilityRow key={one.competence} one={one} />
              ))}
            </tbody>
          </table>
        </details>
      )}
    </>
  );
}

function AbilityRow({ one }: { readonly one: AnsweredCompetence }): JSX.Element {
  const text = useMessages(messages).requirement.ability;
  const format = useFormat();
  const kind = one.evidenceKind === null ? null : (findEvidenceKind(one.evidenceKind)?.name ?? one.evidenceKind);
  const how = kind ?? (one.method === null ? null : text.method[one.method]);
  const ends =
    one.to === null ? null : (one.state === 'expired' ? text.ended : text.until)(format.date(lastDayOf(one.to)));
  const proof = [text.state[one.state], how, ends].filter((part) => part !== null).join(', ');
  return (
    <tr data-state={one.state}>
      <td>
        {one.name}
        {one.must === null && <span className={classes.facts}> ({text.wish})</span>}
      </td>
      <td>{text.of(one.proven, one.must ?? one.level)}</td>
      <td className={isProven(one) || one.must === null ? undefined : classes.lacking}>{proof}</td>
    </tr>
  );
}
