import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startInspector } from './inspection.ts';
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

describe.each(['light', 'dark'] as const)('every page in %s', (colorScheme) => {
  it('is accessible, fits its window and breaks nothing', { timeout: 400_000 }, async () => {
    const context = await browser.newContext({ colorScheme, reducedMotion: 'reduce', locale: 'en-GB' });
    const { inspect } = await startInspector(context, muster.link);
    const stops = await stopsOf(context, muster.url);
    const found: string[] = [];
    for (const stop of stops) {
      const [width = 1280] = stop.widths ?? [1280];
      found.push(...(await inspect(stop, width)).map((complaint) => `${stop.name}: ${complaint}`));
    }
    await context.close();
    expect(stops.length).toBeGreaterThan(30);
    expect(found).toEqual([]);
  });
});
