import type { PlainDate } from '../../kernel/date.ts';
import { invalid, MusterError } from '../../kernel/errors.ts';
import type { NewId } from '../../kernel/id.ts';
import type { Reader } from '../roles/approval.ts';
import type { TrailEntry } from '../trail/entry.ts';
import { presentRow } from '../trail/present-row.ts';
import type { CompetenceBooks } from './books.ts';
import { heldBook } from './held.ts';
import { claimBy, isOwnName, refuseOwnVerdict } from './judgement-check.ts';
import { judgementChange, withdrawal, type JudgementChange, type NewJudgement } from './judgement-change.ts';
import type { JudgedAnswer, JudgedCell, JudgingTerms } from './matrix-contract.ts';
import { cellOf } from './matrix.ts';
import type { CompetenceAssessment } from './model.ts';

interface CellsJudged {
  readonly cells: readonly JudgedCell[];
  readonly terms: JudgingTerms;
}

/** @throws MusterError `invalid` for a day to come, a cell that stands there twice, a competence not to be judged */
function refuseUnsound(books: CompetenceBooks, { cells, terms }: CellsJudged, today: PlainDate): void {
  if (terms.on > today)
    throw invalid([
      { path: 'terms.on', message: 'Nobody can be judged on a day to come.', accepted: `up to ${today}` },
    ]);
  const seen = new Set<string>();
  for (const [at, { personId, competence, edit }] of cells.entries()) {
    const place = `${personId} ${competence}`;
    if (seen.has(place)) throw invalid([{ path: `cells.${at}`, message: 'It stands there twice.' }]);
    seen.add(place);
    const known = books.held.book.find(competence);
    if ('level' in edit && (known === undefined || known.retired))
      throw invalid([{ path: `cells.${at}.competence`, message: `There is no competence ${competence} to judge.` }]);
  }
}

/** Who edits, when. */
export interface Judging {
  readonly reader: Reader;
  readonly today: PlainDate;
  readonly newId: NewId;
}

/**
 * What edits of people by competence mean for the judgements. `books`: of the day of the edit.
 * @throws MusterError `conflict` where a cell is not as its editor saw it; `invalid`, `not-found`, `forbidden`
 */
export function judgedChange(
  books: CompetenceBooks,
  edit: CellsJudged,
  { reader, today, newId }: Judging,
): JudgementChange {
  refuseUnsound(books, edit, today);
  const { snapshot } = books.resolution;
  for (const { personId, competence, seen, edit: what } of edit.cells) {
    const { name } = presentRow(snapshot, 'person', personId);
    if ('level' in what) {
      refuseOwnVerdict(reader.actor, { personId, ...edit.terms });
      if (isOwnName(name, edit.terms))
        throw invalid([{ path: 'terms.assessorName', message: `${name} does not judge themself as somebody else.` }]);
    }
    const { value } = cellOf(books, personId, competence);
    if (value !== seen) {
      const place = { personId, competence };
      throw new MusterError({
        code: 'conflict',
        what: 'competenceAssessment',
        yours: { ...place, value: seen },
        theirs: { ...place, value },
      });
    }
  }
  const judgements = edit.cells.flatMap(({ personId, competence, edit: what }): readonly NewJudgement[] =>
    'level' in what
      ? [
          {
            ...edit.terms,
            personId,
            competence,
            level: what.level,
            claim: claimBy(reader, presentRow(snapshot, 'person', personId), snapshot, edit.terms),
          },
        ]
      : [],
  );
  const withdrawn = edit.cells.flatMap(({ edit: what }) =>
    'level' in what ? [] : withdrawal(snapshot, { id: what.withdraw, ended: what.ended }, reader.userId),
  );
  const { items, recorded } = judgementChange(books.held, judgements, reader.userId, newId);
  return { items: [...withdrawn, ...items], recorded };
}

/** The cells of an edit after it was written: worked out from the judgements of those people, and from nobody else's. */
export function cellsAfter(
  books: CompetenceBooks,
  cells: readonly JudgedCell[],
  entries: readonly Pick<TrailEntry, 'register' | 'subject' | 'after'>[],
): JudgedAnswer['cells'] {
  const { snapshot } = books.resolution;
  const touched = new Set(cells.map(({ personId }) => personId));
  const rows = new Map<string, CompetenceAssessment>();
  for (const row of snapshot.competenceAssessment) if (touched.has(row.personId)) rows.set(row.id, row);
  for (const { register, subject, after } of entries) {
    if (register !== 'competenceAssessment') continue;
    if (after === null) rows.delete(subject);
    else rows.set(subject, JSON.parse(after) as CompetenceAssessment);
  }
  const held = heldBook({ ...snapshot, competenceAssessment: [...rows.values()] }, books.on);
  return cells.map(({ personId, competence }) => ({
    personId,
    competence,
    face: cellOf({ ...books, held }, personId, competence),
  }));
}
