import type { Reader } from '../capabilities/roles/approval.ts';
import type { Visit } from './visit.ts';

/** Who reads or decides in a visit. */
export const readerOf = ({ actor, user }: Pick<Visit, 'actor' | 'user'>): Reader => ({
  actor,
  userId: user.id,
  email: user.email,
});
