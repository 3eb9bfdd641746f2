import { describe, expect, it } from 'vitest';
import { pageOf } from './list.ts';

const rows = ['ada', 'ben', 'cem', 'dora', 'emil'];
const page = (limit: number, after?: string): ReturnType<typeof pageOf<string>> =>
  pageOf(rows, (row) => row, { limit, after });

describe('a list in pages', () => {
  it('gives every row once and says where it ends', () => {
    expect(page(2)).toEqual({ rows: ['ada', 'ben'], total: 5, next: 'ben' });
    expect(page(2, 'ben')).toEqual({ rows: ['cem', 'dora'], total: 5, next: 'dora' });
    expect(page(2, 'dora')).toEqual({ rows: ['emil'], total: 5, next: null });
    expect(page(2, 'emil')).toEqual({ rows: [], total: 5, next: null });
    expect(page(5).next).toBeNull();
  });

  it('does not begin anew after a row that has gone', () => {
    expect(() => page(2, 'fritz')).toThrow('begin anew');
  });
});
