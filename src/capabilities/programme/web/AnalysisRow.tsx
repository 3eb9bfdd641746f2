import { Link } from '@tanstack/react-router';
import { memo } from 'react';
import { useMessages } from '../../../web/message.ts';
import { useOrganization } from '../../../web/organization.ts';
import { judged, type SheetRow, type WrittenAnalysis } from './analysis-sheet.ts';
import { programmeMessages } from './messages.ts';
import classes from './analysis.module.css';
import { AtHandCell } from './AtHandCell.tsx';
import { SheetText } from './SheetText.tsx';
import { VerdictKeys } from './VerdictKeys.tsx';

interface AnalysisRowProps {
  readonly row: SheetRow;
  readonly mayChange: boolean;
  readonly onRecord: (fields: WrittenAnalysis) => void;
}

const Row = ({ row, mayChange, onRecord }: AnalysisRowProps) => {
  const texts = useMessages(programmeMessages).analysis;
  const { line, requirement, shown, proposal } = row;
  const { id } = requirement;
  const unjudged = shown.verdict === null;
  const missing = unjudged ? line.proposal.verdict !== 'enough' : shown.verdict !== 'enough';
  return (
    <tr data-judged={!unjudged || undefined}>
      <th scope="row">
        <RequirementLink requirement={requirement} />
      </th>
      <td>
        <SheetText
          label={texts.callsForOf(id, proposal)}
          text={shown.callsFor}
          proposal={proposal}
          mayChange={mayChange}
          onKeep={(callsFor) => onRecord({ ...shown, callsFor })}
        />
      </td>
      <td>
        <AtHandCell row={row} mayChange={mayChange} onRecord={onRecord} />
      </td>
      <td>
        <VerdictKeys
          label={texts.verdictOf(id)}
          verdict={shown.verdict}
          proposed={line.proposal.verdict}
          mayChange={mayChange}
          onJudge={(verdict) => onRecord(judged(row, verdict))}
        />
      </td>
      <td>
        {missing && (
          <SheetText
            label={texts.gapOf(id, unjudged)}
            text={shown.gap}
            proposal={unjudged}
            mayChange={mayChange}
            onKeep={(gap) => onRecord({ ...shown, gap })}
          />
        )}
      </td>
    </tr>
  );
};

/** One requirement: drawn again only when its own facts change, so that 123 rows stay quick. */
export const AnalysisRow = memo(
  Row,
  (a, b) => a.row.line === b.row.line && same(a.row, b.row) && a.mayChange === b.mayChange,
);

const same = (a: SheetRow, b: SheetRow): boolean =>
  a.proposal === b.proposal &&
  a.shown.verdict === b.shown.verdict &&
  a.shown.callsFor === b.shown.callsFor &&
  a.shown.atHand === b.shown.atHand &&
  a.shown.gap === b.shown.gap;

const RequirementLink = ({ requirement }: Pick<SheetRow, 'requirement'>) => {
  const { slug } = useOrganization();
  const { id, title, summary } = requirement;
  return (
    <Link
      to="/o/$slug/requirements/$requirementId"
      params={{ slug, requirementId: id }}
      className={classes.requirement}
      title={summary}
      tabIndex={-1}
    >
      <span className={classes.code}>{id}</span>
      <span>{title}</span>
    </Link>
  );
};
