import { answer } from '../capabilities/assessment/answer.ts';
import { assess } from '../capabilities/assessment/assess.ts';
import type { AnsweredPerson } from '../capabilities/assessment/answer-competence.ts';
import type { AnswerPerson } from '../capabilities/assessment/model.ts';
import { findRequirement } from '../domain/catalogue.ts';
import { addDays } from '../kernel/date.ts';
import { dateOption, required, usage } from './argument.ts';
import type { Command } from './command.ts';
import { factsFor } from './facts.ts';

const named = (people: readonly AnswerPerson[]): string =>
  people.length === 0
    ? 'nobody'
    : people
        .map(
          (person) =>
            `${person.name}${person.role === null ? '' : ` (${person.role.name}${person.role.capacity === 'deputy' ? ', deputy' : ''})`}`,
        )
        .join('; ');

const SAID = 6;

/** What one of them proves of what is asked, what is missing first. */
function provenBy({ name, deputy, competences }: AnsweredPerson): string {
  const said = competences.slice(0, SAID).map((one) => {
    const until = one.to === null ? '' : ` until ${addDays(one.to, -1)}`;
    const how = one.method === null ? '' : `, ${one.method}${until}`;
    return `${one.name} ${one.proven} of ${one.must ?? one.level}${one.must === null ? ' (desirable)' : ''} (${one.state}${how})`;
  });
  const rest = competences.length - said.length;
  return `${name}${deputy ? ', deputy' : ''}: ${said.join('; ')}${rest > 0 ? `; and ${rest} more` : ''}`;
}

export const answerCommand: Command = {
  usage: 'answer REQUIREMENT [--on DATE] [--recorded-at TIME]',
  summary: 'who answers for a requirement, who does it, with what, and whether that is enough',
  options: { on: { type: 'string' }, 'recorded-at': { type: 'string' } },
  desk: true,
  async run(args, desk) {
    const asked = required(args, 0, 'REQUIREMENT');
    const requirement = findRequirement(asked) ?? findRequirement(asked.toUpperCase());
    if (requirement === undefined)
      throw usage(`There is no requirement "${asked}". Accepted: 4.1 to 10.2 and A.5.1 to A.8.34.`);
    const on = dateOption(args, 'on') ?? desk.clock.today();
    const snapshot = await factsFor(args, desk);
    const found = answer(snapshot, assess(snapshot, on), requirement.id, on);
    const lines: readonly (readonly [string, string])[] = [
      ['accountable', named(found.accountable)],
      ['responsible', named(found.responsible)],
      ['competence', found.competence.because],
      ...found.competences.map((person) => ['', provenBy(person)] as const),
      ['capacity', found.capacity.because],
      ['infrastructure', found.infrastructure.because],
      ['money', found.money.because],
      ['evidence', found.evidence.because],
      ['enough', `${found.enough === null ? 'not known yet' : found.enough ? 'yes' : 'no'}: ${found.because}`],
    ];
    const text = [
      `${requirement.id} ${requirement.title}, on ${on}`,
      ...lines.map(([name, value]) => `  ${name.padEnd(15)}${value}`),
    ].join('\n');
    return { json: found, text };
  },
};
