import { startBrowser } from './browser.ts';
import { scrolled, typed } from './probe.ts';
import { serveMatrixPage } from './serve.ts';

// Run by hand: `node tests/e2e/matrix/measure.ts`. Prints milliseconds and frames a second; ratios count, not seconds.

const mounted = async (): Promise<number> => {
  while (document.querySelector('[role=gridcell]') === null)
    await new Promise((resolve) => requestAnimationFrame(resolve));
  await new Promise((resolve) => requestAnimationFrame(resolve));
  return Math.round(performance.now() - (performance.getEntriesByName('mount-start')[0]?.startTime ?? 0));
};

const served = await serveMatrixPage();
const browser = await startBrowser();
for (const query of ['rows=130&columns=40', 'rows=130&columns=500', 'rows=5000&columns=60']) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await page.goto(`${served.url}?${query}`);
  const mount = await page.evaluate(mounted);
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowDown');
  const edit = Math.round(await page.evaluate(typed, ['r', 'c'] as const));
  const fps: number[] = [];
  for (const step of [
    [0, 40],
    [40, 40],
    [0, 700],
  ] as const)
    fps.push(Math.round(await page.evaluate(scrolled, step)));
  const cells = await page.locator('[role=gridcell]').count();
  process.stdout.write(
    `${query}: mount ${mount} ms, edit ${edit} ms, fps vertical/diagonal/fling ${fps.join('/')}, ${cells} cells in the page\n`,
  );
  await context.close();
}
await browser.close();
await served.close();
