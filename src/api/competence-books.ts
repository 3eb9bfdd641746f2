import { competenceBooks } from '../capabilities/competence/books.ts';
import { byDay } from './by-day.ts';

/** What people hold and need on a day, worked out once as long as the snapshot lives. */
export const booksOf = byDay(competenceBooks);
