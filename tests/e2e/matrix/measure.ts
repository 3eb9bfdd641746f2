import { startBrowser } from './browser.ts';
import { serveMatrixPage } from './serve.ts';

// Run by hand: `node tests/e2e/matrix/measure.ts`. Prints milliseconds and frames a second; ratios count, not seconds.

/** Scrolls by `across` and `down` pixels each frame and answers the frames a second that were reached. */
const scrolled = async ([across, down]: readonly [number, number]): Promise<number> => {
  const grid = document.querySelector('[role=grid]');
  if (grid === null) return 0;
  grid.scrollTo(0, 0);
  const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
  await frame();
  await frame();
  const began = await frame();
  let now = began;
  let frames = 0;
  let [dx, dy] = [across, down];
  while (now - began < 2000) {
    if (grid.scrollLeft + grid.clientWidth + dx > grid.scrollWidth || grid.scrollLeft + dx < 0) dx = -dx;
    if (grid.scrollTop + grid.clientHeight + dy > grid.scrollHeight || grid.scrollTop + dy < 0) dy = -dy;
    grid.scrollBy({ left: dx, top: dy, behavior: 'instant' });
    now = await frame();
    frames += 1;
  }
  return Math.round((frames * 1000) / (now - began));
};

/** Types letters into the active cell and answers the median milliseconds from key to the frame that follows its paint. */
const typed = async (): Promise<number> => {
  const grid = document.querySelector<HTMLElement>('[role=grid]');
  const times: number[] = [];
  for (let turn = 0; turn < 20; turn += 1) {
    const began = performance.now();
    grid?.dispatchEvent(
      new KeyboardEvent('keydown', { key: turn % 2 === 0 ? 'r' : 'c', bubbles: true, cancelable: true }),
    );
    await new Promise<void>((resolve) => {
      requestAnimationFrame(() => {
        const channel = new MessageChannel();
        channel.port1.addEventListener('message', () => resolve());
        channel.port1.start();
        channel.port2.postMessage(null);
      });
    });
    times.push(performance.now() - began);
  }
  return Math.round(times.sort((a, b) => a - b)[10] ?? 0);
};

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
  const edit = await page.evaluate(typed);
  const fps: number[] = [];
  for (const step of [
    [0, 40],
    [40, 40],
    [0, 700],
  ] as const)
    fps.push(await page.evaluate(scrolled, step));
  const cells = await page.locator('[role=gridcell]').count();
  process.stdout.write(
    `${query}: mount ${mount} ms, edit ${edit} ms, fps vertical/diagonal/fling ${fps.join('/')}, ${cells} cells in the page\n`,
  );
  await context.close();
}
await browser.close();
await served.close();
