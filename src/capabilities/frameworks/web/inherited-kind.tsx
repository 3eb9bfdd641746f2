import type { CellKind } from '../../../web/matrix/model.ts';
import classes from './frameworks.module.css';

/** Stands before the letters of a cell that is not the row's own: `~/A/R`. What asks for letters finds them all the same. */
const MARK = '~/';

export const asInherited = (value: string): string => `${MARK}${value}`;

const plain = (value: string): string => (value.startsWith(MARK) ? value.slice(MARK.length) : value);

/** A kind of cell whose inherited values are seen in grey and read as such; whatever is typed is the row's own. */
export const inheritedKind = (kind: CellKind, inherited: string): CellKind => ({
  ...kind,
  format: (value) => kind.format(plain(value)),
  describe: (value) =>
    value.startsWith(MARK) ? `${kind.describe(plain(value))} (${inherited})` : kind.describe(value),
  type: (character, value, combining) => kind.type(character, plain(value), combining),
  badge: (value) =>
    value.startsWith(MARK) ? <span className={classes.inherited}>{kind.badge(plain(value))}</span> : kind.badge(value),
});
