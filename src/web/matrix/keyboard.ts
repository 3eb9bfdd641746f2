/** A way to go from one place to another. */
export type Move =
  | 'up'
  | 'down'
  | 'left'
  | 'right'
  | 'pageUp'
  | 'pageDown'
  | 'rowStart'
  | 'rowEnd'
  | 'gridStart'
  | 'gridEnd'
  | 'edgeUp'
  | 'edgeDown'
  | 'edgeLeft'
  | 'edgeRight';

export type Command =
  | { readonly do: 'move'; readonly by: Move; readonly extend: boolean }
  | { readonly do: 'select'; readonly what: 'all' | 'row' | 'column' }
  | { readonly do: 'fill'; readonly towards: 'down' | 'right' | 'selection' }
  | { readonly do: 'type'; readonly character: string }
  | { readonly do: 'fold'; readonly what: 'row' | 'column'; readonly folded: boolean }
  | { readonly do: 'enter'; readonly next: Move }
  | { readonly do: 'edit' | 'clear' | 'undo' | 'redo' | 'leave' | 'toggle' };

/** What a command leaves of an editor's text. */
export type EditorCommand =
  { readonly do: 'commit'; readonly next: Move | 'stay' | 'fill' } | { readonly do: 'abandon' };

/** The part of a keyboard event that decides. `meta` is the Command key of a Mac and counts as Ctrl. */
export interface KeyStroke {
  readonly key: string;
  readonly ctrl: boolean;
  readonly meta: boolean;
  readonly shift: boolean;
  readonly alt: boolean;
}

const arrows: Readonly<Record<string, readonly [plain: Move, withCtrl: Move]>> = {
  ArrowUp: ['up', 'edgeUp'],
  ArrowDown: ['down', 'edgeDown'],
  ArrowLeft: ['left', 'edgeLeft'],
  ArrowRight: ['right', 'edgeRight'],
  Home: ['rowStart', 'gridStart'],
  End: ['rowEnd', 'gridEnd'],
  PageUp: ['pageUp', 'pageUp'],
  PageDown: ['pageDown', 'pageDown'],
};

const withCtrl = (stroke: KeyStroke): Command | null => {
  switch (stroke.key.toLowerCase()) {
    case 'a':
      return { do: 'select', what: 'all' };
    case ' ':
      return { do: 'select', what: stroke.shift ? 'all' : 'column' };
    case 'd':
      return { do: 'fill', towards: 'down' };
    case 'r':
      return { do: 'fill', towards: 'right' };
    case 'enter':
      return { do: 'fill', towards: 'selection' };
    case 'z':
      return { do: stroke.shift ? 'redo' : 'undo' };
    case 'y':
      return { do: 'redo' };
    default:
      // Copy, cut and paste arrive as clipboard events, which need no permission to read the clipboard.
      return null;
  }
};

/** Shift+Alt with an arrow folds and unfolds, as in spreadsheets: left and right columns, up and down rows. */
const folds: Readonly<Record<string, readonly [what: 'row' | 'column', folded: boolean]>> = {
  ArrowLeft: ['column', true],
  ArrowRight: ['column', false],
  ArrowUp: ['row', true],
  ArrowDown: ['row', false],
};

/**
 * The command of a key pressed on the grid, or null when the key belongs to the browser, as combinations do that the
 * grid does not know. Tab leaves the grid, as the ARIA Authoring Practices ask of one, unless somebody is entering
 * values: then Tab goes on to the right and Enter down, as in a spreadsheet, until Escape or another way to move.
 */
export const commandFor = (stroke: KeyStroke, entering = false): Command | null => {
  if (stroke.alt) {
    const [what, folded] = (stroke.shift ? folds[stroke.key] : undefined) ?? [];
    return what === undefined || folded === undefined ? null : { do: 'fold', what, folded };
  }
  if (entering && !stroke.ctrl && !stroke.meta) {
    if (stroke.key === 'Tab') return { do: 'enter', next: stroke.shift ? 'left' : 'right' };
    if (stroke.key === 'Enter') return { do: 'enter', next: stroke.shift ? 'up' : 'down' };
  }
  const ctrl = stroke.ctrl || stroke.meta;
  const arrow = arrows[stroke.key];
  if (arrow !== undefined) return { do: 'move', by: arrow[ctrl ? 1 : 0], extend: stroke.shift };
  if (ctrl) return withCtrl(stroke);
  switch (stroke.key) {
    case 'Enter':
    case 'F2':
      return { do: 'edit' };
    case 'Escape':
      return { do: 'leave' };
    case 'Delete':
    case 'Backspace':
      return { do: 'clear' };
    case ' ':
      return stroke.shift ? { do: 'select', what: 'row' } : { do: 'toggle' };
    default:
      return /^.$/u.test(stroke.key) ? { do: 'type', character: stroke.key } : null;
  }
};

/** The command of a key pressed inside a cell's editor, or null when the key belongs to the text field. */
export const editorCommandFor = (stroke: KeyStroke): EditorCommand | null => {
  switch (stroke.key) {
    case 'Escape':
      return { do: 'abandon' };
    case 'F2':
      return { do: 'commit', next: 'stay' };
    case 'Enter':
      if (stroke.ctrl || stroke.meta) return { do: 'commit', next: 'fill' };
      return { do: 'commit', next: stroke.shift ? 'up' : 'down' };
    case 'Tab':
      return { do: 'commit', next: stroke.shift ? 'left' : 'right' };
    default:
      return null;
  }
};
