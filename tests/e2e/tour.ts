/**
 * Walks through every page of a running demonstration, takes a screenshot of each in light and dark and at several
 * widths, and says what is wrong with it. Exits with 1 when something is.
 *
 *   node tests/e2e/tour.ts FOLDER SIGNED-IN-LINK [--only NAME,NAME] [--widths 1280,1920] [--organization SLUG]
 */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startInspector } from './inspection.ts';
import { startBrowser } from './matrix/browser.ts';
import { stopsOf } from './stop.ts';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    only: { type: 'string' },
    widths: { type: 'string', default: '1280,1920' },
    organization: { type: 'string' },
  },
});
const [folder, link] = positionals;
if (folder === undefined || link === undefined) {
  say(
    'usage: node tests/e2e/tour.ts FOLDER SIGNED-IN-LINK [--only NAME,NAME] [--widths 1280,1920] [--organization SLUG]',
  );
  process.exit(2);
}
const only = values.only?.split(',');
const browser = await startBrowser();
await mkdir(folder, { recursive: true });
let problems = 0;
const context = await browser.newContext({ reducedMotion: 'reduce', locale: 'en-GB' });
const { page, inspect } = await startInspector(context, link);
for (const stop of await stopsOf(context, new URL(link).origin, values.organization)) {
  if (only !== undefined && !only.includes(stop.name)) continue;
  for (const width of stop.widths ?? values.widths.split(',').map(Number)) {
    const complaints = await inspect(stop, width, async (scheme) => {
      await page.waitForTimeout(150);
      await page.screenshot({ path: join(folder, `${stop.name}-${scheme}-${width}.png`) });
    });
    for (const complaint of complaints) say(`  ${stop.name} ${width}: ${complaint}`);
    problems += complaints.length;
  }
}
await browser.close();
say(problems === 0 ? 'Nothing to complain about.' : `${problems} problems.`);
process.exit(problems === 0 ? 0 : 1);
