import { requirements } from '../../domain/catalogue.ts';
import { explain } from './explanation.ts';
import { appointmentFacts, cellFacts, personFact, personSubject, type Rule } from './gap.ts';
import { eachLoad } from './load.ts';
import type { Gap } from './model.ts';
import type { Resolution, Standing } from './resolution.ts';
import { rowsIn, sizeOf, type RowMask } from './row-mask.ts';

/**
 * `rasci.overloaded`: one person carries A, or R, in more than the set share of the applicable rows. S, C and I do not
 * count; nor does the A of a body, which its members carry together.
 */
export const overloaded: Rule = ({ resolution, settings }) => {
  const gaps: Gap[] = [];
  const applicable = resolution.rows.filter((row) => row.applicable).length;
  if (applicable === 0) return gaps;
  eachLoad(
    resolution,
    (staffing) => staffing.holding !== 'body',
    ({ standing, accountable, responsible }) => {
      const limits: readonly ['A' | 'R', RowMask, number][] = [
        ['R', responsible, settings.responsibleShare],
        ['A', accountable, settings.accountableShare],
      ];
      for (const [letter, mask, limit] of limits) {
        const rows = sizeOf(mask);
        const share = rows / applicable;
        if (share <= limit) continue;
        gaps.push(overload(resolution, standing, letter, mask, { rows, applicable, share, limit }));
      }
    },
  );
  return gaps;
};

function overload(
  resolution: Resolution,
  { person, appointments, cells }: Standing,
  letter: 'A' | 'R',
  mask: RowMask,
  figures: { readonly rows: number; readonly applicable: number; readonly share: number; readonly limit: number },
): Gap {
  const carrying = appointments.filter((appointment) =>
    resolution.roles.get(appointment.roleId)?.cells.some((entry) => entry.cell.letters.includes(letter)),
  );
  return {
    id: `rasci.overloaded:${letter}:${person.id}`,
    rule: 'rasci.overloaded',
    severity: 'minor',
    subject: personSubject(person),
    requirements: rowsIn(mask).flatMap((row) => requirements[row]?.id ?? []),
    clause: '7.1',
    explanation: explain.overloaded(
      person.name,
      letter,
      figures.rows,
      figures.applicable,
      figures.share,
      figures.limit,
    ),
    facts: [
      ...appointmentFacts(carrying),
      ...cellFacts(cells.filter((cell) => cell.letters.includes(letter))),
      personFact(person),
    ],
    fix: { kind: 'hand-over', personId: person.id },
  };
}
