import { useState } from 'react';
import type { LeaverImpact } from '../../assessment/leaver.ts';
import type { PersonId } from '../../../kernel/id.ts';
import type { PickedPerson } from './PersonPicker.tsx';

/** Who takes over what, as chosen so far. */
export interface HandOver {
  readonly successors: ReadonlyMap<string, PickedPerson>;
  readonly lettersTo: PickedPerson | null;
  readonly reportsTo: PickedPerson | null;
  readonly workTo: PickedPerson | null;
}

const nobody: HandOver = { successors: new Map(), lettersTo: null, reportsTo: null, workTo: null };

export interface HandOverChoice {
  readonly handOver: HandOver;
  readonly chooseSuccessor: (appointmentId: string, person: PickedPerson | null) => void;
  readonly chooseLettersTo: (person: PickedPerson | null) => void;
  readonly chooseReportsTo: (person: PickedPerson | null) => void;
  readonly chooseWorkTo: (person: PickedPerson | null) => void;
  /** Gives every appointment to its first candidate where there is one. */
  readonly takeSuggestions: (impact: LeaverImpact) => void;
  readonly giveEverything: (impact: LeaverImpact, person: PickedPerson | null) => void;
}

export function useHandOver(): HandOverChoice {
  const [handOver, setHandOver] = useState(nobody);
  return {
    handOver,
    chooseSuccessor: (appointmentId, person) =>
      setHandOver((before) => {
        const successors = new Map(before.successors);
        if (person === null) successors.delete(appointmentId);
        else successors.set(appointmentId, person);
        return { ...before, successors };
      }),
    chooseLettersTo: (lettersTo) => setHandOver((before) => ({ ...before, lettersTo })),
    chooseReportsTo: (reportsTo) => setHandOver((before) => ({ ...before, reportsTo })),
    chooseWorkTo: (workTo) => setHandOver((before) => ({ ...before, workTo })),
    takeSuggestions: (impact) =>
      setHandOver((before) => ({
        ...before,
        successors: new Map(
          impact.appointments.flatMap(({ appointment, successors: [first] }) => {
            const chosen = before.successors.get(appointment.id);
            if (chosen !== undefined) return [[appointment.id, chosen] as const];
            return first === undefined ? [] : [[appointment.id, { id: first.personId, name: first.label }] as const];
          }),
        ),
      })),
    giveEverything: (impact, person) =>
      setHandOver(
        person === null
          ? nobody
          : {
              successors: new Map(impact.appointments.map(({ appointment }) => [appointment.id, person])),
              lettersTo: impact.letters.length === 0 ? null : person,
              reportsTo: impact.reports.length === 0 ? null : person,
              workTo: impact.work.actions.length + impact.work.projects.length === 0 ? null : person,
            },
      ),
  };
}

/** The choice as the route takes it; successors of appointments that the new last day left out are dropped. */
export const handOverBody = (impact: LeaverImpact, handOver: HandOver) => ({
  to: impact.from,
  handOver: impact.appointments.flatMap(({ appointment }) => {
    const successor = handOver.successors.get(appointment.id);
    return successor === undefined ? [] : [{ appointmentId: appointment.id, personId: successor.id as PersonId }];
  }),
  lettersTo: (handOver.lettersTo?.id ?? null) as PersonId | null,
  reportsTo: (handOver.reportsTo?.id ?? null) as PersonId | null,
  workTo: (handOver.workTo?.id ?? null) as PersonId | null,
});
