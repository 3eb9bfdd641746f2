import { createContext, useContext } from 'react';
import type { Permission } from '../capabilities/identity/model.ts';
import {
  mayChange,
  mayDecide,
  mayExportPersonalData,
  mayReadCost,
  mayReadEvidence,
  mayReadMail,
  mayReadTrail,
  mayRemoveEvidence,
  speaksForThemself,
} from '../capabilities/trail/policy.ts';
import type { RegisterName } from '../capabilities/trail/register.ts';
import { MusterError } from '../kernel/errors.ts';
import type { OrganizationId, PersonId, UserId } from '../kernel/id.ts';
import { useAsOf } from './as-of.ts';

/** The organization of the address, and who looks at it with what permission. */
export interface OrganizationContext {
  readonly id: OrganizationId;
  readonly name: string;
  readonly slug: string;
  readonly permission: Permission;
  readonly userId: UserId;
  readonly userName: string;
  /** Who of the register the reader is; null where nobody said. */
  readonly personId: PersonId | null;
}

const Context = createContext<OrganizationContext | null>(null);
export const OrganizationProvider = Context.Provider;

/** @throws MusterError outside of the pages of an organization */
export function useOrganization(): OrganizationContext {
  const organization = useContext(Context);
  if (organization === null) throw new MusterError({ code: 'usage', reason: 'Outside of an organization.' });
  return organization;
}

const useActor = () => {
  const { userId, userName, permission, personId } = useOrganization();
  return { kind: 'member', userId, name: userName, permission, personId } as const;
};

/** Whether the reader may write a register, now: never while the date of the facts is another than today. */
export function useMayChange(register: RegisterName): boolean {
  const actor = useActor();
  const { isNow } = useAsOf();
  return isNow && mayChange(actor, register);
}

/** Whether the reader may give a second person's word, now. */
export function useMayDecide(): boolean {
  const actor = useActor();
  const { isNow } = useAsOf();
  return isNow && mayDecide(actor);
}

export const useMayReadMail = (): boolean => mayReadMail(useActor());
export const useMayReadTrail = (): boolean => mayReadTrail(useActor());
export const useMayExportPersonalData = (): boolean => mayExportPersonalData(useActor());
export const useMayReadCost = (): boolean => mayReadCost(useActor());
/** Files about somebody; `personId` is null for those about nobody. */
export const useMayReadEvidence = (personId: string | null): boolean => mayReadEvidence(useActor(), personId);

/** Whether the reader may take a file of evidence away, now: members their own upload about themselves too. */
export function useMayRemoveEvidence(row: object): boolean {
  const actor = useActor();
  const { isNow } = useAsOf();
  return isNow && mayRemoveEvidence(actor, row);
}

/** Whether the reader is this person of the register, and may say something of themself, now. */
export function useMaySpeakFor(personId: string): boolean {
  const actor = useActor();
  const { isNow } = useAsOf();
  return isNow && actor.personId === personId;
}

/** Whether the reader may add files about somebody, now: members about themselves too. */
export function useMayAddEvidence(personId: string | null): boolean {
  const actor = useActor();
  const { isNow } = useAsOf();
  return isNow && (mayChange(actor, 'evidence') || speaksForThemself(actor, 'evidence', null, { personId }));
}
