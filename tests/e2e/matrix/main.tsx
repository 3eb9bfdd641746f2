/// <reference types="vite/client" />
import '@mantine/core/styles.css';
import { MantineProvider } from '@mantine/core';
import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import { MusterError } from '../../../src/kernel/errors.ts';
import { Matrix } from '../../../src/web/matrix/Matrix.tsx';
import type { CellChange, ColumnTotal, RowRule, RowTotal } from '../../../src/web/matrix/model.ts';
import { rasciKind, rasciMessages } from '../../../src/web/matrix/rasci-kind.tsx';
import { syntheticMatrix } from './synthetic.ts';

declare global {
  var saved: (readonly CellChange[])[];
  var refusals: string[];
  var refuseNext: boolean;
}
globalThis.saved = [];
globalThis.refusals = [];
globalThis.refuseNext = false;

const query = new URLSearchParams(location.search);
const data = syntheticMatrix(Number(query.get('rows') ?? 130), Number(query.get('columns') ?? 40));
const kind = rasciKind(rasciMessages.en);
const holds = (letter: string) => (value: string) => value.split('/').includes(letter);

const lintRow: RowRule = (row, cells) => {
  const accountable = [...cells].filter(([, value]) => holds('A')(value));
  if (accountable.length === 0) return [{ rowId: row.id, severity: 'error', reason: 'Nobody is accountable.' }];
  if (accountable.length === 1) return [];
  return accountable.map(([columnId]) => ({
    rowId: row.id,
    columnId,
    severity: 'error' as const,
    reason: `${accountable.length} roles are accountable; exactly one can be.`,
  }));
};
const rowTotal: RowTotal = {
  label: 'Accountable',
  of: (_, cells) => {
    const count = [...cells.values()].filter(holds('A')).length;
    return count === 1
      ? { text: '1' }
      : { text: `${count}`, severity: 'error', reason: 'Exactly one role is accountable.' };
  },
};
const columnTotal: ColumnTotal = { label: 'Letters held', of: (_, cells) => ({ text: `${cells.size}` }) };

const save = async (changes: readonly CellChange[]): Promise<void> => {
  globalThis.saved.push(changes);
  await Promise.resolve();
  if (!globalThis.refuseNext) return;
  globalThis.refuseNext = false;
  throw new MusterError({ code: 'forbidden', action: 'change the matrix' });
};

const Page = () => {
  const [notice, setNotice] = useState('');
  const empty = query.has('empty');
  return (
    <MantineProvider defaultColorScheme="auto">
      <div
        style={{
          height: '100vh',
          padding: 16,
          boxSizing: 'border-box',
          display: 'flex',
          flexDirection: 'column',
          gap: 8,
        }}
      >
        <h1 style={{ margin: 0, fontSize: 20, fontFamily: 'Inter' }}>Accountability</h1>
        <div style={{ flex: 1, minHeight: 0 }}>
          <Matrix
            label="Accountability matrix"
            rows={empty ? [] : data.rows}
            columns={data.columns}
            groups={data.groups}
            cells={data.cells}
            marks={data.marks}
            kind={kind}
            lintRow={lintRow}
            rowTotal={rowTotal}
            columnTotal={columnTotal}
            readOnly={query.has('readonly')}
            loading={query.has('loading')}
            {...(query.has('remember') ? { memory: 'test' } : {})}
            onChange={save}
            onRefused={(refusal) => {
              const text = refusal.cause instanceof MusterError ? refusal.cause.message : 'unknown';
              globalThis.refusals.push(text);
              setNotice(text);
            }}
          />
        </div>
        <p hidden={notice === ''}>{notice}</p>
        <button type="button" style={{ alignSelf: 'start' }}>
          After
        </button>
      </div>
    </MantineProvider>
  );
};

const root = document.getElementById('root');
if (root !== null) {
  performance.mark('mount-start');
  createRoot(root).render(<Page />);
}
