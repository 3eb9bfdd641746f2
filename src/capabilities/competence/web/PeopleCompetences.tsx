import { useMemo, type JSX } from 'react';
import { competenceLevels } from '../../../domain/competence.ts';
import { competenceKind, competenceMessages } from '../../../web/matrix/competence-kind.tsx';
import { ConflictDialog } from '../../../web/matrix/ConflictDialog.tsx';
import { Matrix } from '../../../web/matrix/Matrix.tsx';
import { useMessages } from '../../../web/message.ts';
import { useMayChange } from '../../../web/organization.ts';
import { ProblemAlert } from '../../../web/ProblemAlert.tsx';
import { CellStanding } from './CellStanding.tsx';
import { useJudgingTerms } from './judging-terms.ts';
import { useJudging } from './judging.ts';
import { JudgingBar } from './JudgingBar.tsx';
import { NobodyEngaged, NothingRequired } from './MatrixEmptiness.tsx';
import { matrixTexts } from './matrix-messages.ts';
import classes from './matrix.module.css';
import { gapTotal, provingTotal } from './people-totals.ts';
import { usePeopleView } from './people-view.ts';
import { PeopleFilters } from './PeopleFilters.tsx';

const levelNames = competenceLevels.map(({ name }) => name);

/** People by competence, judged like a spreadsheet is filled in. */
export function PeopleCompetences(): JSX.Element {
  const texts = useMessages(matrixTexts);
  const words = useMessages(competenceMessages);
  const kind = useMemo(() => competenceKind(words, levelNames), [words]);
  const mayJudge = useMayChange('competenceAssessment');
  const view = usePeopleView();
  const judging = useJudgingTerms();
  const saving = useJudging(judging.terms, view.columnShow, texts.nothingToWithdraw);
  const { matrix } = view;
  const isNarrowed = matrix !== undefined && view.rows.length < matrix.people.length;
  const totals = useMemo(
    () => ({ row: gapTotal(texts), column: provingTotal(texts, isNarrowed) }),
    [texts, isNarrowed],
  );
  if (matrix !== undefined && matrix.people.length === 0) return <NobodyEngaged />;
  if (matrix !== undefined && matrix.competences.length === 0) return <NothingRequired />;
  const cellName = (rowId: string, columnId: string): string =>
    texts.cell(
      view.rows.find(({ id }) => id === rowId)?.label ?? '',
      view.columns.find(({ id }) => id === columnId)?.label ?? '',
    );
  return (
    <>
      <ProblemAlert error={view.error ?? saving.error} />
      <PeopleFilters view={view} />
      {mayJudge && <JudgingBar judging={judging} />}
      <div className={classes.matrix}>
        <Matrix
          label={texts.matrix.people}
          rowHeading={texts.person}
          rows={view.rows}
          columns={view.columns}
          groups={view.groups}
          cells={view.cells}
          kind={kind}
          rowTotal={totals.row}
          columnTotal={totals.column}
          readOnly={!mayJudge}
          loading={view.isLoading}
          detail={CellStanding}
          labelWidth={240}
          lineHeight={32}
          memory="competence-people"
          onChange={saving.save}
          onRefused={saving.onRefused}
        />
      </div>
      {saving.conflict !== null && saving.conflict.collisions.length > 0 && (
        <ConflictDialog conflict={saving.conflict} cellName={cellName} onResolve={saving.resolve} />
      )}
    </>
  );
}
