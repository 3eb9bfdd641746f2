import type { BrowserContext, Page } from 'playwright-core';
import { violationsOf } from './axe.ts';
import type { Stop } from './stop.ts';

/** The colours of a page. A page opens in the first and is then seen in each. */
export const SCHEMES = ['light', 'dark'] as const;
export type Scheme = (typeof SCHEMES)[number];

export interface Inspector {
  readonly page: Page;
  /**
   * Opens a page at a width, looks at it in light and in dark (`picture` takes a screenshot) and says everything that
   * is wrong with it.
   */
  readonly inspect: (
    stop: Stop,
    width: number,
    picture?: (scheme: Scheme) => Promise<unknown>,
  ) => Promise<readonly string[]>;
}

const heightOf = (width: number): number => (width > 1600 ? 1080 : width < 500 ? 844 : 800);

const firstLine = (error: unknown): string =>
  error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);

/** Turns a page light or dark, and waits until nothing on it fades any more. */
async function turn(page: Page, scheme: Scheme): Promise<void> {
  await page.emulateMedia({ colorScheme: scheme });
  await page.locator(`html[data-mantine-color-scheme=${scheme}]`).waitFor({ state: 'attached' });
  await page.evaluate(async () => {
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    const fading = document.getAnimations().filter((animation) => animation instanceof CSSTransition);
    await Promise.allSettled(fading.map(({ finished }) => finished));
  });
}

/** Looks at pages as a strict visitor: axe, the console, errors of the page, and nothing wider than the window. */
export async function startInspector(context: BrowserContext, link: string): Promise<Inspector> {
  const { origin } = new URL(link);
  const page = await context.newPage();
  let complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(`page error: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error' && !/status of (40[14]|500)/.test(message.text())) complaints.push(message.text());
  });
  await page.goto(link, { waitUntil: 'networkidle' });
  return {
    page,
    async inspect(stop, width, picture) {
      complaints = [];
      await page.setViewportSize({ width, height: heightOf(width) });
      await page.emulateMedia({ colorScheme: SCHEMES[0] });
      await page.goto(`${origin}${stop.path}`, { waitUntil: 'networkidle' });
      try {
        await stop.act?.(page);
      } catch (error) {
        complaints.push(firstLine(error));
      }
      for (const scheme of SCHEMES) {
        await turn(page, scheme);
        await picture?.(scheme);
        complaints.push(...(await violationsOf(page)).map((violation) => `${scheme}: ${violation}`));
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        if (overflow > 0) complaints.push(`${scheme}: ${overflow}px wider than the window`);
      }
      return complaints;
    },
  };
}
