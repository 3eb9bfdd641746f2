import { IconAlertTriangleFilled } from '@tabler/icons-react';
import classes from './line.module.css';
import type { Total } from './model.ts';

/** A total, with a sign and the reason where it is not as it should be. */
export const TotalFigure = ({ total }: { readonly total: Total }) => (
  <span className={classes.figure} data-mark={total.severity} title={total.reason}>
    {total.severity !== undefined && total.severity !== 'notice' && (
      <IconAlertTriangleFilled size={11} aria-hidden className={classes.figureSign} />
    )}
    {total.text}
    {total.reason !== undefined && <span className={classes.spoken}> {total.reason}</span>}
  </span>
);
