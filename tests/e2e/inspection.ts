import { AxeBuilder } from '@axe-core/playwright';
import type { BrowserContext, Page } from 'playwright-core';
import type { Stop } from './stop.ts';

export interface Inspector {
  readonly page: Page;
  /** Opens a page at a width, looks at it (`picture` takes the screenshot) and says everything that is wrong with it. */
  readonly inspect: (stop: Stop, width: number, picture?: () => Promise<unknown>) => Promise<readonly string[]>;
}

const heightOf = (width: number): number => (width > 1600 ? 1080 : width < 500 ? 844 : 800);

const firstLine = (error: unknown): string =>
  error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);

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
      await page.goto(`${origin}${stop.path}`, { waitUntil: 'networkidle' });
      try {
        await stop.act?.(page);
      } catch (error) {
        complaints.push(firstLine(error));
      }
      await picture?.();
      const { violations } = await new AxeBuilder({ page }).analyze();
      for (const { id, help, nodes } of violations) {
        const where = nodes.slice(0, 2).map(({ html, any }) => `${html.slice(0, 140)} ${any[0]?.message ?? ''}`);
        complaints.push(`axe ${id}: ${help} (${nodes.length}): ${where.join(' | ')}`);
      }
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      if (overflow > 0) complaints.push(`${overflow}px wider than the window`);
      return complaints;
    },
  };
}
