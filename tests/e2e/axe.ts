import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/**
 * What every rule of axe says against a page as it stands, with the first elements concerned.
 *
 * Only what is violated is described in full: describing the elements that pass takes most of axe's time. The page has
 * no frames, so axe can judge it in the page itself.
 */
export async function violationsOf(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    .options({ resultTypes: ['violations'] })
    .analyze();
  return violations.map(({ id, help, nodes }) => {
    const where = nodes.slice(0, 2).map(({ html, any }) => `${html.slice(0, 140)} ${any[0]?.message ?? ''}`);
    return `axe ${id}: ${help} (${nodes.length}): ${where.join(' | ')}`;
  });
}
