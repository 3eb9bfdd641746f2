import { useId, useLayoutEffect, useRef } from 'react';
import type { PasteProposal, PasteReject } from './clipboard.ts';
import classes from './paste.module.css';
import { useMatrix } from './matrix-context.ts';

interface PasteDialogProps {
  readonly proposal: PasteProposal;
  /** Called with true to write what fits. */
  readonly onAnswer: (agreed: boolean) => void;
}

const shownReasons = 8;

interface Reason {
  readonly text: string;
  readonly reason: string;
  readonly places: readonly PasteReject[];
}

/** Rejected cells with the same text and the same reason stand together. */
const reasonsOf = (rejects: readonly PasteReject[]): readonly Reason[] =>
  [...Map.groupBy(rejects, (reject) => `${reject.text}\n${reject.reason}`).values()].flatMap((places) => {
    const first = places[0];
    return first === undefined ? [] : [{ text: first.text, reason: first.reason, places }];
  });

/** Says what a paste would change and what it would leave out, before anything is written. */
export const PasteDialog = ({ proposal, onAnswer }: PasteDialogProps) => {
  const { store, messages } = useMatrix();
  const dialog = useRef<HTMLDialogElement>(null);
  const apply = useRef<HTMLButtonElement>(null);
  const titleId = useId();
  // Closed while it still stands in the document, for only then does the focus return to where it came from.
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    apply.current?.focus();
    return () => element?.close();
  }, []);
  const texts = messages.paste;
  const overwritten = proposal.fits.filter((change) => change.before !== '').length;
  const reasons = reasonsOf(proposal.rejects);
  const placesOf = (places: readonly PasteReject[]): string => {
    const first = places[0];
    if (first === undefined) return '';
    const row = store.row(first.rowId);
    const column = store.columns[store.columnIndex(first.columnId) ?? -1];
    const name = `${row?.code ?? row?.label ?? ''} × ${column?.short ?? column?.label ?? ''}`;
    return places.length === 1 ? name : `${name} ${texts.more(places.length - 1)}`;
  };
  return (
    <dialog ref={dialog} className={classes.dialog} aria-labelledby={titleId} onCancel={() => onAnswer(false)}>
      <h2 id={titleId} className={classes.title}>
        {texts.title}
      </h2>
      <ul className={classes.summary}>
        <li data-kind="fits">{texts.fits(proposal.fits.length)}</li>
        {overwritten > 0 && <li data-kind="note">{texts.overwrites(overwritten)}</li>}
        {proposal.unchanged > 0 && <li data-kind="note">{texts.unchanged(proposal.unchanged)}</li>}
        {proposal.rejects.length > 0 && <li data-kind="reject">{texts.rejects(proposal.rejects.length)}</li>}
        {proposal.overflow > 0 && <li data-kind="reject">{texts.overflow(proposal.overflow)}</li>}
      </ul>
      {reasons.length > 0 && (
        <table className={classes.rejects}>
          <thead>
            <tr>
              <th scope="col">{texts.columns.text}</th>
              <th scope="col">{texts.columns.reason}</th>
              <th scope="col">{texts.columns.places}</th>
            </tr>
          </thead>
          <tbody>
            {reasons.slice(0, shownReasons).map(({ text, reason, places }) => (
              <tr key={`${text} ${reason}`}>
                <td>{text}</td>
                <td>{reason}</td>
                <td>{placesOf(places)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {reasons.length > shownReasons && <p className={classes.more}>{texts.more(reasons.length - shownReasons)}</p>}
      <div className={classes.actions}>
        <button type="button" className={classes.cancel} onClick={() => onAnswer(false)}>
          {proposal.fits.length === 0 ? texts.close : texts.cancel}
        </button>
        {proposal.fits.length > 0 && (
          <button type="button" className={classes.apply} ref={apply} onClick={() => onAnswer(true)}>
            {texts.apply(proposal.fits.length)}
          </button>
        )}
      </div>
    </dialog>
  );
};
