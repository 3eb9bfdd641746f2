import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { violationsOf } from './axe.ts';
import { startBrowser } from './matrix/browser.ts';
import { serveMatrixPage, type ServedPage } from './matrix/serve.ts';

let served: ServedPage;
let browser: Browser;

beforeAll(async () => {
  [served, browser] = await Promise.all([serveMatrixPage(), startBrowser()]);
});

afterAll(async () => {
  await browser.close();
  await served.close();
});

interface Opened {
  readonly page: Page;
  readonly close: () => Promise<void>;
}

const open = async (query = '', colorScheme: 'light' | 'dark' = 'light'): Promise<Opened> => {
  const context = await browser.newContext({ colorScheme, viewport: { width: 1280, height: 800 } });
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: served.url });
  const page = await context.newPage();
  await page.goto(`${served.url}?${query}`);
  await page.locator('h1').waitFor();
  return { page, close: () => context.close() };
};

/** Opens the matrix with the focus on it; the active cell is the first of row 4.1, below the heading of its group. */
const working = async (query = ''): Promise<Opened> => {
  const opened = await open(query);
  await opened.page.locator('[role=gridcell]').first().waitFor();
  await opened.page.keyboard.press('Tab');
  await opened.page.keyboard.press('ArrowDown');
  return opened;
};

/** The active cell as somebody with a screen reader meets it: row, column, text, all as counted in ARIA. */
const active = (page: Page) =>
  page.evaluate(() => {
    const grid = document.querySelector('[role=grid]');
    const cell = document.getElementById(grid?.getAttribute('aria-activedescendant') ?? '');
    return {
      focused: document.activeElement === grid,
      row: Number(cell?.closest('[role=row]')?.getAttribute('aria-rowindex')),
      column: Number(cell?.getAttribute('aria-colindex')),
      text: cell?.textContent ?? '',
    };
  });

const press = async (page: Page, keys: string): Promise<void> => {
  for (const key of keys.split(' ')) await page.keyboard.press(key);
};

const said = (page: Page): Promise<string> => page.locator('output').innerText();
const saved = (page: Page) => page.evaluate(() => globalThis.saved.map((changes) => changes.length));

const paste = (page: Page, text: string): Promise<void> =>
  page.evaluate((pasted) => {
    const data = new DataTransfer();
    data.setData('text/plain', pasted);
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    );
  }, text);

describe('walking with the keyboard', () => {
  it('has one tab stop for its cells, and Tab leaves it', async () => {
    const { page, close } = await working();
    expect(
      await page
        .locator('[role=grid], [role=grid] *')
        .evaluateAll((all) => all.filter((one) => one.tabIndex >= 0).length),
    ).toBe(1);
    await press(page, 'Tab');
    expect((await active(page)).focused).toBe(false);
    await press(page, 'Shift+Tab');
    expect(await active(page)).toMatchObject({ focused: true, row: 3, column: 2 });
    await close();
  });

  it('keeps the focus and the active cell over the largest leaps', async () => {
    const { page, close } = await working('rows=5000&columns=60');
    await press(page, 'Control+End');
    expect(await active(page)).toMatchObject({ focused: true, row: 5010, column: 61 });
    await press(page, 'Control+Home');
    expect(await active(page)).toMatchObject({ focused: true, row: 2, column: 1 });
    await press(page, 'ArrowDown End PageDown PageDown');
    expect(await active(page)).toMatchObject({ focused: true, column: 61 });
    await close();
  });

  it('keeps the active cell when somebody scrolls far away, and goes on from it', async () => {
    const { page, close } = await working('rows=130&columns=500');
    await page.locator('[role=grid]').evaluate((grid) => grid.scrollTo(15_000, 3_000));
    await page.locator('[aria-colindex="400"][role=gridcell]').first().waitFor();
    expect(await active(page)).toMatchObject({ focused: true, row: 3, column: 2, text: 'A' });
    await press(page, 'ArrowRight');
    expect(await active(page)).toMatchObject({ focused: true, row: 3, column: 3 });
    const box = await page.locator('[data-active] [role=gridcell][aria-selected=true]').boundingBox();
    expect(box !== null && box.x >= 320 && box.x < 1280).toBe(true);
    await close();
  });

  it('goes on with Tab and Enter while somebody enters letters, and lets Tab go after Escape', async () => {
    const { page, close } = await working();
    await press(page, 'r Tab a Enter');
    expect(await active(page)).toMatchObject({ focused: true, row: 4, column: 3 });
    await press(page, 'Shift+Tab');
    expect(await active(page)).toMatchObject({ focused: true, row: 4, column: 2 });
    await press(page, 'Escape Tab');
    expect((await active(page)).focused).toBe(false);
    await close();
  });

  it('folds a group of columns, keeps it so over a visit, and unfolds it with Space', async () => {
    const { page, close } = await working('remember');
    await press(page, 'Shift+Alt+ArrowLeft');
    expect(await said(page)).toBe('Governance folded');
    const first = page.locator('[role=columnheader][aria-colindex="2"]');
    expect(await first.innerText()).toMatch(/^Governance: \d+ columns$/);
    await page.reload();
    await first.waitFor();
    expect(await first.innerText()).toMatch(/^Governance: \d+ columns$/);
    await press(page, 'Tab ArrowDown Space');
    expect(await said(page)).toBe('Governance unfolded');
    expect(await first.innerText()).toBe('Top management');
    await close();
  });

  it('folds a group with Space and says so', async () => {
    const { page, close } = await working();
    await press(page, 'ArrowUp Space');
    expect(await said(page)).toBe('Clause 4 Context of the organization folded');
    await press(page, 'ArrowDown');
    expect((await active(page)).text).toContain('Clause 5 Leadership');
    await close();
  });
});

describe('writing letters', () => {
  it('sets a letter by typing it, combines letters after a slash, and undoes both in one step', async () => {
    const { page, close } = await working();
    await press(page, 'ArrowRight a');
    expect(await said(page)).toBe('Accountable: answers for the result');
    await press(page, '/ r');
    expect((await active(page)).text).toBe('A/R');
    await press(page, 'Control+z');
    expect((await active(page)).text).toBe('');
    await press(page, 'Control+y');
    expect((await active(page)).text).toBe('A/R');
    expect(await saved(page)).toEqual([1, 1, 1, 1]);
    await close();
  });

  it('takes a letter away that is combined again, and refuses what is none', async () => {
    const { page, close } = await working();
    await press(page, '/ r / a');
    expect((await active(page)).text).toBe('R');
    await press(page, 'x');
    expect(await said(page)).toBe('"x" is not one of the letters R, A, S, C and I.');
    expect((await active(page)).text).toBe('R');
    await close();
  });

  it('edits with F2, keeps the editor open on nonsense, and gives the focus back', async () => {
    const { page, close } = await working();
    await press(page, 'F2');
    await page.keyboard.type('boss');
    await press(page, 'Enter');
    expect(await page.locator('input[aria-invalid=true]').count()).toBe(1);
    await page.locator('[role=grid] input').fill('consulted, i');
    await press(page, 'Enter');
    expect(await active(page)).toMatchObject({ focused: true, row: 4, column: 2 });
    await press(page, 'ArrowUp');
    expect((await active(page)).text).toBe('C/I');
    await press(page, 'F2 Escape');
    expect(await active(page)).toMatchObject({ focused: true, text: 'C/I' });
    await close();
  });

  it('shows the missing letter at once: in the total, in the row and in words', async () => {
    const { page, close } = await working();
    const row = page.locator('[aria-rowindex="3"]');
    expect(await row.locator('[aria-colindex="42"]').innerText()).toBe('1');
    await press(page, 'Delete');
    expect(await row.locator('[aria-colindex="42"]').innerText()).toContain('Exactly one role is accountable.');
    expect(await page.locator('[id$="-detail"]').innerText()).toContain('Nobody is accountable.');
    await close();
  });

  it('goes back when the server refuses, and tells why', async () => {
    const { page, close } = await working();
    await page.evaluate(() => {
      globalThis.refuseNext = true;
    });
    await press(page, 'i');
    await expect.poll(() => active(page), { timeout: 10_000 }).toMatchObject({ text: 'A' });
    expect(await said(page)).toBe('Not saved: 1 cell went back to what it was.');
    expect(await page.evaluate(() => globalThis.refusals)).toEqual([
      'Your role in this organization does not allow: change the matrix.',
    ]);
    await close();
  });

  it('leaves locked rows and read-only matrices alone', async () => {
    const { page, close } = await working();
    await press(page, `${'ArrowDown '.repeat(11)}r`);
    expect(await said(page)).toBe('Locked: not applicable, no own development');
    await close();
    const readOnly = await working('readonly');
    await press(readOnly.page, 'r');
    expect(await said(readOnly.page)).toBe('Read only');
    expect(await saved(readOnly.page)).toEqual([]);
    expect(await readOnly.page.locator('[role=grid]').getAttribute('aria-readonly')).toBe('true');
    await readOnly.close();
  });
});

describe('ranges and the clipboard', () => {
  it('copies a range as tab-separated text and pastes it elsewhere after agreement, as one change', async () => {
    const { page, close } = await working();
    await press(page, 'Shift+ArrowRight Shift+ArrowDown');
    expect(await said(page)).toBe('4 cells selected: 2 rows by 2 columns');
    await press(page, 'Control+c');
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('A\t\nS\tR');
    await press(page, 'ArrowRight ArrowRight ArrowRight ArrowRight Control+v');
    const dialog = page.getByRole('dialog', { name: 'Paste into the matrix' });
    await dialog.waitFor();
    expect(await dialog.innerText()).toContain('3 cells will change');
    expect(await saved(page)).toEqual([]);
    await page.getByRole('button', { name: 'Change 3 cells' }).click();
    expect(await said(page)).toBe('3 cells pasted');
    expect(await saved(page)).toEqual([3]);
    expect(await active(page)).toMatchObject({ focused: true, text: 'A' });
    await press(page, 'Control+z');
    expect(await said(page)).toBe('Undone: 3 cells');
    await close();
  });

  it('says what of a paste does not fit, and writes nothing when it is cancelled', async () => {
    const { page, close } = await working();
    await paste(page, 'R\tboss\tC\nI\tchief\tS\n');
    const dialog = page.getByRole('dialog');
    await dialog.waitFor();
    expect(await dialog.innerText()).toContain('"boss" is not one of the letters');
    expect(await dialog.innerText()).toContain('2 cells do not fit and will be left out');
    await press(page, 'Escape');
    await dialog.waitFor({ state: 'detached' });
    expect(await active(page)).toMatchObject({ focused: true, text: 'A' });
    expect(await saved(page)).toEqual([]);
    await close();
  });

  it('writes what fits of a paste from a spreadsheet as one change, which undo and redo take as one', async () => {
    const { page, close } = await working();
    const cells = () =>
      page
        .locator('[aria-rowindex="3"], [aria-rowindex="4"]')
        .evaluateAll((rows) =>
          rows.map((row) =>
            [2, 3, 4].map((column) => row.querySelector(`[aria-colindex="${column}"]`)?.textContent ?? '').join(' '),
          ),
        );
    const before = await cells();
    // As spreadsheets write it: tabs, CRLF, a break at the end, quotes where a cell holds a break.
    await paste(page, 'C\tA/R\t"not\nyet"\r\nI\t\tsupporting\r\n');
    const dialog = page.getByRole('dialog');
    await dialog.waitFor();
    expect(await dialog.innerText()).toContain('1 cell does not fit');
    expect(await saved(page)).toEqual([]);
    await dialog.getByRole('button', { name: /^Change \d cells$/ }).click();
    const after = await cells();
    expect(after.map((row) => row.split(' ').slice(0, 2))).toEqual([
      ['C', 'A/R'],
      ['I', ''],
    ]);
    expect(after[1]).toBe('I  S');
    const [changed] = await saved(page);
    expect(changed).toBeGreaterThanOrEqual(4);
    // From anywhere on the page.
    await page.getByRole('button', { name: 'After' }).focus();
    await press(page, 'Control+z');
    expect(await cells()).toEqual(before);
    await press(page, 'Control+y');
    expect(await cells()).toEqual(after);
    expect(await saved(page)).toEqual([changed, changed, changed]);
    await close();
  });

  it('fills by dragging the corner of the selection', async () => {
    const { page, close } = await working();
    await press(page, 'Shift+ArrowDown');
    await page.locator('[class*=handle]').hover();
    await page.mouse.down();
    await page.locator('[aria-rowindex="6"] [aria-colindex="2"]').hover();
    await page.mouse.up();
    const texts = await Promise.all(
      [3, 4, 5, 6].map((row) => page.locator(`[aria-rowindex="${row}"] [aria-colindex="2"]`).innerText()),
    );
    expect(texts).toEqual(['A', 'S', 'A', 'S']);
    await close();
  });

  it('fills a column down, clears a row, and undoes each in one step', async () => {
    const { page, close } = await working();
    await press(page, 'Shift+ArrowDown Shift+ArrowDown Control+d');
    expect(await said(page)).toBe('2 cells filled');
    await press(page, 'Shift+Space Delete');
    expect(await said(page)).toContain('cleared');
    await press(page, 'Control+z Control+z');
    expect(await page.locator('[aria-rowindex="4"] [aria-colindex="2"]').innerText()).toBe('S');
    await close();
  });

  it('reaches beyond the view when dragged over its lower edge', async () => {
    const { page, close } = await working();
    await page.locator('[aria-rowindex="6"] [aria-colindex="3"]').hover();
    await page.mouse.down();
    for (let step = 0; step < 30; step += 1) await page.mouse.move(500 + (step % 2), 790);
    await page.mouse.up();
    const top = await page.locator('[role=grid]').evaluate((grid) => grid.scrollTop);
    expect(top).toBeGreaterThan(200);
    expect(await active(page)).toMatchObject({ row: 6, column: 3 });
    await close();
  });

  it('selects by dragging and by the headings', async () => {
    const { page, close } = await working();
    await page.locator('[aria-rowindex="4"] [aria-colindex="3"]').hover();
    await page.mouse.down();
    await page.locator('[aria-rowindex="6"] [aria-colindex="6"]').hover();
    await page.mouse.up();
    expect(await said(page)).toBe('12 cells selected: 3 rows by 4 columns');
    await page.locator('[role=columnheader][aria-colindex="5"]').click();
    expect(await said(page)).toBe('130 cells selected: 130 rows by 1 column');
    await close();
  });
});

describe('for everybody', () => {
  const small = 'rows=24&columns=14';

  it.each(['light', 'dark'] as const)('breaks no rule that axe knows, %s', async (scheme) => {
    for (const query of [small, `${small}&readonly`, 'empty', 'loading']) {
      const { page, close } = await open(query, scheme);
      await press(page, 'Tab ArrowDown Delete Shift+ArrowDown');
      expect(await violationsOf(page)).toEqual([]);
      await close();
    }
  });

  it.each(['light', 'dark'] as const)('breaks none while it asks about a paste or edits, %s', async (scheme) => {
    const { page, close } = await open(small, scheme);
    await press(page, 'Tab ArrowDown');
    await paste(page, 'R\tboss');
    await page.getByRole('dialog').waitFor();
    expect(await violationsOf(page)).toEqual([]);
    await press(page, 'Escape F2');
    await page.locator('[role=grid] input').waitFor();
    expect(await violationsOf(page)).toEqual([]);
    await close();
  });

  it('prints every row and column', async () => {
    const { page, close } = await working();
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
    expect(await page.locator('body > table tbody th[scope=row]').count()).toBe(130);
    expect(await page.locator('body > table thead th').count()).toBe(42);
    await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
    expect(await page.locator('body > table').count()).toBe(0);
    await close();
  });
});
