import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startInspector, type Inspector } from './inspection.ts';
import { startBrowser } from './matrix/browser.ts';
import { startMuster, type Running } from './muster.ts';
import { stopsOf } from './stop.ts';

let muster: Running;
let browser: Browser;

beforeAll(async () => {
  [muster, browser] = await Promise.all([startMuster('--demo'), startBrowser()]);
});

afterAll(async () => {
  await browser.close();
  await muster.stop();
});

describe('every page in light and in dark', () => {
  it('is accessible, fits its window and breaks nothing', { timeout: 400_000 }, async () => {
    const context = await browser.newContext({ reducedMotion: 'reduce', locale: 'en-GB' });
    // Two visitors at a time: opening a page is mostly waiting.
    const visitors = [await startInspector(context, muster.link), await startInspector(context, muster.link)];
    const stops = await stopsOf(context, muster.url);
    const left = [...stops];
    const found: string[] = [];
    const visit = async ({ inspect }: Inspector): Promise<void> => {
      for (let stop = left.shift(); stop !== undefined; stop = left.shift()) {
        const { name, widths: [width = 1280] = [] } = stop;
        found.push(...(await inspect(stop, width)).map((complaint) => `${name}: ${complaint}`));
      }
    };
    await Promise.all(visitors.map(visit));
    await context.close();
    expect(stops.length).toBeGreaterThan(30);
    expect(found).toEqual([]);
  });
});
