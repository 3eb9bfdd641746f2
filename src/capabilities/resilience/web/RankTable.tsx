import type { JSX } from 'react';
import { Bar, type BarKind } from './Bar.tsx';
import { PersonLink } from './PersonLink.tsx';
import classes from './resilience.module.css';

export interface RankRow {
  readonly personId: string;
  readonly name: string;
  readonly figure: string;
  /** Of 0 to 1, with all rows above it. */
  readonly share: number;
  readonly shareText: string;
  readonly kind: BarKind;
}

interface RankTableProps {
  readonly label: string;
  readonly head: readonly [person: string, figure: string, share: string];
  readonly rows: readonly RankRow[];
}

/** People in the order in which they count, each with a figure and how far the sum has come; a line marks half. */
export const RankTable = ({ label, head, rows }: RankTableProps): JSX.Element => (
  <table className={classes.ranking} aria-label={label}>
    <thead>
      <tr>
        <th scope="col">{head[0]}</th>
        <th scope="col" className={classes.number}>
          {head[1]}
        </th>
        <th scope="col" colSpan={2} className={classes.share}>
          {head[2]}
        </th>
      </tr>
    </thead>
    <tbody>
      {rows.map(({ personId, name, figure, share, shareText, kind }) => (
        <tr key={personId} data-quiet={kind === 'quiet' || undefined}>
          <td>
            <PersonLink personId={personId} name={name} />
          </td>
          <td className={classes.number}>{figure}</td>
          <td className={classes.barCell}>
            <Bar share={share} kind={kind} half />
          </td>
          <td className={classes.shareText}>{shareText}</td>
        </tr>
      ))}
    </tbody>
  </table>
);
