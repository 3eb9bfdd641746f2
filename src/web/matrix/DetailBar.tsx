import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconCircleCheck,
  IconFold,
  IconLock,
  IconPrinter,
} from '@tabler/icons-react';
import { IconAlertTriangleFilled, IconInfoCircleFilled, IconLoader2 } from '@tabler/icons-react';
import classes from './detail.module.css';
import { useCell, useMatrix, useTopic } from './matrix-context.ts';
import type { LintMark } from './model.ts';

/** Says in words what the active cell is about, and holds undo, redo and the state of saving. */
export const DetailBar = () => {
  const { id, store, session, messages, readOnly } = useMatrix();
  useTopic(store, 'history');
  useTopic(store, 'lines');
  const allFolded = store.groups.length > 0 && store.groups.every((group) => store.isFolded(group.id));
  return (
    <div className={classes.bar}>
      <div id={`${id}-detail`} className={classes.detail}>
        <Detail />
      </div>
      <div className={classes.tools}>
        {readOnly ? (
          <span className={classes.state}>
            <IconLock size={14} aria-hidden /> {messages.readOnly}
          </span>
        ) : (
          <SavingState />
        )}
        {store.groups.length > 0 && (
          <ToolButton
            label={allFolded ? messages.unfoldAll : messages.foldAll}
            onClick={() => store.foldAll(!allFolded)}
            icon={<IconFold size={16} aria-hidden />}
          />
        )}
        <ToolButton
          label={messages.print}
          onClick={() => window.print()}
          icon={<IconPrinter size={16} aria-hidden />}
        />
        {!readOnly && (
          <>
            <ToolButton
              label={messages.undo}
              disabled={!store.canUndo}
              onClick={() => session.travel('undo')}
              icon={<IconArrowBackUp size={16} aria-hidden />}
            />
            <ToolButton
              label={messages.redo}
              disabled={!store.canRedo}
              onClick={() => session.travel('redo')}
              icon={<IconArrowForwardUp size={16} aria-hidden />}
            />
          </>
        )}
      </div>
    </div>
  );
};

interface ToolButtonProps {
  readonly label: string;
  readonly icon: React.ReactNode;
  readonly disabled?: boolean;
  readonly onClick: () => void;
}

const ToolButton = ({ label, icon, disabled, onClick }: ToolButtonProps) => (
  <button type="button" className={classes.tool} aria-label={label} title={label} disabled={disabled} onClick={onClick}>
    {icon}
  </button>
);

const SavingState = () => {
  const { store, messages } = useMatrix();
  useTopic(store, 'saving');
  const count = store.savingCount;
  return (
    <span className={classes.state} data-saving={count > 0 ? '' : undefined}>
      {count > 0 ? <IconLoader2 size={14} aria-hidden /> : <IconCircleCheck size={14} aria-hidden />}
      {count > 0 ? messages.saving(count) : messages.saved}
    </span>
  );
};

const Detail = () => {
  const { store, kind, messages, explain, detail: Behind } = useMatrix();
  useTopic(store, 'cursor');
  useTopic(store, 'lint');
  const { line, cell, active, combining } = store.cursor;
  const column = store.columns[active.column];
  useCell(store, cell?.rowId ?? '', cell?.columnId ?? '');
  if (line?.kind === 'group') {
    return (
      <span className={classes.line}>
        <strong>{line.label}</strong>
        <span className={classes.quiet}>
          {messages.groupSize(line.rowIds.length)}. {messages.groupHint}
        </span>
      </span>
    );
  }
  if (line === undefined || cell === undefined || column === undefined) return null;
  if (column.folds !== undefined)
    return (
      <span className={classes.line}>
        <strong>{messages.foldedGroup(column.label, column.folds.length)}</strong>
        <span className={classes.quiet}>{messages.foldedColumn}</span>
      </span>
    );
  const value = store.get(cell.rowId, cell.columnId);
  const ground = store.ground(cell.rowId, cell.columnId);
  const shown = value !== '' || ground !== '';
  const explained = explain?.(cell.rowId, cell.columnId);
  const marks = [
    ...store.lint.cell(cell.rowId, cell.columnId),
    ...store.lint.row(cell.rowId),
    ...store.lint.column(cell.columnId),
  ];
  return (
    <>
      <span className={classes.value}>{shown && kind.badge(value, ground)}</span>
      <span className={classes.line}>
        <span>
          {line.row.code !== undefined && <span className={classes.code}>{line.row.code} </span>}
          <strong>{line.row.label}</strong>
          <span className={classes.times} aria-hidden>
            {' × '}
          </span>
          <strong>{column.label}</strong>
        </span>
      </span>
      <span className={classes.line}>
        <span className={classes.quiet}>{shown ? kind.describe(value, ground) : messages.emptyCell}</span>
        {explained !== undefined && <span>{explained}</span>}
        {Behind !== undefined && <Behind rowId={cell.rowId} columnId={cell.columnId} />}
        {combining && <span className={classes.hint}>{messages.combineHint}</span>}
        {line.row.locked !== undefined && (
          <span className={classes.hint}>
            <IconLock size={13} aria-hidden /> {messages.locked(line.row.locked)}
          </span>
        )}
        {marks.map((mark) => (
          <Remark key={`${mark.severity} ${mark.reason}`} mark={mark} />
        ))}
      </span>
    </>
  );
};

const Remark = ({ mark }: { readonly mark: LintMark }) => {
  const { messages } = useMatrix();
  const Icon = mark.severity === 'notice' ? IconInfoCircleFilled : IconAlertTriangleFilled;
  return (
    <span className={classes.remark} data-mark={mark.severity}>
      <Icon size={13} aria-hidden />
      <span className={classes.spoken}>{messages.severity[mark.severity]}: </span>
      {mark.reason}
    </span>
  );
};
