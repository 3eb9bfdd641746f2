import { describe, expect, it } from 'vitest';
import { commandFor, editorCommandFor, type KeyStroke } from './keyboard.ts';
import { moved, type Board } from './navigation.ts';

/** Reads "Ctrl+Shift+End" as a key stroke. */
const stroke = (name: string): KeyStroke => {
  const parts = name.split('+');
  const key = parts.at(-1) ?? '';
  return {
    key: key === 'Space' ? ' ' : key,
    ctrl: parts.includes('Ctrl'),
    meta: parts.includes('Cmd'),
    shift: parts.includes('Shift'),
    alt: parts.includes('Alt'),
  };
};

describe('keys while somebody enters values', () => {
  it.each([
    ['Tab', { do: 'enter', next: 'right' }],
    ['Shift+Tab', { do: 'enter', next: 'left' }],
    ['Enter', { do: 'enter', next: 'down' }],
    ['Shift+Enter', { do: 'enter', next: 'up' }],
    ['Ctrl+Enter', { do: 'fill', towards: 'selection' }],
    ['r', { do: 'type', character: 'r' }],
  ])('%s', (name, command) => {
    expect(commandFor(stroke(name), true)).toEqual(command);
  });

  it('leave Tab to the browser before', () => {
    expect(commandFor(stroke('Tab'))).toBeNull();
  });
});

describe('keys on the grid', () => {
  it.each([
    ['ArrowDown', { do: 'move', by: 'down', extend: false }],
    ['Shift+ArrowRight', { do: 'move', by: 'right', extend: true }],
    ['Ctrl+ArrowUp', { do: 'move', by: 'edgeUp', extend: false }],
    ['Ctrl+Shift+End', { do: 'move', by: 'gridEnd', extend: true }],
    ['Home', { do: 'move', by: 'rowStart', extend: false }],
    ['PageDown', { do: 'move', by: 'pageDown', extend: false }],
    ['Ctrl+Space', { do: 'select', what: 'column' }],
    ['Shift+Space', { do: 'select', what: 'row' }],
    ['Cmd+a', { do: 'select', what: 'all' }],
    ['Enter', { do: 'edit' }],
    ['F2', { do: 'edit' }],
    ['Escape', { do: 'leave' }],
    ['Delete', { do: 'clear' }],
    ['Backspace', { do: 'clear' }],
    ['Ctrl+d', { do: 'fill', towards: 'down' }],
    ['Ctrl+r', { do: 'fill', towards: 'right' }],
    ['Ctrl+z', { do: 'undo' }],
    ['Ctrl+Shift+Z', { do: 'redo' }],
    ['Ctrl+y', { do: 'redo' }],
    ['a', { do: 'type', character: 'a' }],
    ['/', { do: 'type', character: '/' }],
    ['Alt+Shift+ArrowLeft', { do: 'fold', what: 'column', folded: true }],
    ['Alt+Shift+ArrowDown', { do: 'fold', what: 'row', folded: false }],
  ])('%s', (name, command) => {
    expect(commandFor(stroke(name))).toEqual(command);
  });

  it.each(['Tab', 'Shift+Tab', 'Ctrl+c', 'Ctrl+v', 'Ctrl+k', 'F5', 'Alt+ArrowLeft', 'Shift'])(
    'leaves %s to the browser',
    (name) => {
      expect(commandFor(stroke(name))).toBeNull();
    },
  );

  it.each([
    ['Enter', { do: 'commit', next: 'down' }],
    ['Shift+Enter', { do: 'commit', next: 'up' }],
    ['Tab', { do: 'commit', next: 'right' }],
    ['Ctrl+Enter', { do: 'commit', next: 'fill' }],
    ['Escape', { do: 'abandon' }],
    ['ArrowLeft', null],
  ])('%s in the editor', (name, command) => {
    expect(editorCommandFor(stroke(name))).toEqual(command);
  });
});

/** A drawing of a board: `#` is a filled place, `=` a line that is a group heading. */
const board = (drawing: readonly string[]): Board => ({
  lines: drawing.length,
  columns: drawing[1]?.length ?? 0,
  page: 3,
  isGroup: (line) => drawing[line]?.startsWith('=') ?? false,
  isFilled: (line, column) => drawing[line]?.[column] === '#',
});

describe('where moves lead', () => {
  const drawn = board(['=', '##.#.', '#....', '=', '#...#', '.....']);

  it('runs with Ctrl to the end of data, over group headings, and then to the edge', () => {
    expect(moved({ line: 1, column: 0 }, 'edgeDown', drawn)).toEqual({ line: 4, column: 0 });
    expect(moved({ line: 4, column: 0 }, 'edgeDown', drawn)).toEqual({ line: 5, column: 0 });
    expect(moved({ line: 1, column: 0 }, 'edgeRight', drawn)).toEqual({ line: 1, column: 1 });
    expect(moved({ line: 1, column: 1 }, 'edgeRight', drawn)).toEqual({ line: 1, column: 3 });
    expect(moved({ line: 1, column: 3 }, 'edgeRight', drawn)).toEqual({ line: 1, column: 4 });
  });

  it('stops at the border', () => {
    expect(moved({ line: 5, column: 4 }, 'right', drawn)).toEqual({ line: 5, column: 4 });
    expect(moved({ line: 4, column: 1 }, 'pageDown', drawn)).toEqual({ line: 5, column: 1 });
    expect(moved({ line: 1, column: 1 }, 'gridEnd', drawn)).toEqual({ line: 5, column: 4 });
  });
});
