import type { PlainDate } from '../../kernel/date.ts';
import { resolve, type Resolution } from '../assessment/resolution.ts';
import type { Snapshot } from '../trail/snapshot.ts';
import { heldBook, type HeldBook } from './held.ts';
import { needBook, type NeedBook } from './need.ts';

/** What people hold and what they need, on one day: everything about competence is read from these. */
export interface CompetenceBooks {
  readonly on: PlainDate;
  readonly resolution: Resolution;
  readonly held: HeldBook;
  readonly need: NeedBook;
}

export function competenceBooks(snapshot: Snapshot, on: PlainDate): CompetenceBooks {
  const resolution = resolve(snapshot, on);
  return { on, resolution, held: heldBook(snapshot, on), need: needBook(resolution) };
}
