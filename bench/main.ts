import { run as assessment } from './assess.ts';
import { run as gaps } from './competence-gap.ts';
import { run as competence } from './competence-matrix.ts';
import { run as document } from './document.ts';
import { run as http } from './http.ts';
import { run as peopleImport } from './import.ts';
import { run as matrixPage } from './matrix-page.ts';
import { run as reminders } from './reminders.ts';
import { run as resilience } from './resilience.ts';
import type { BenchResult } from './result.ts';
import { run as segregation } from './segregation.ts';
import { run as start } from './start.ts';

const benches: Readonly<Record<string, () => Promise<readonly BenchResult[]> | readonly BenchResult[]>> = {
  assessment,
  gaps,
  resilience,
  reminders,
  segregation,
  http,
  import: peopleImport,
  start,
  document,
  matrix: matrixPage,
  competence,
};

const json = process.argv.includes('--json');
const wanted = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const results: (BenchResult & { readonly bench: string })[] = [];
for (const [bench, run] of Object.entries(benches)) {
  if (wanted.length > 0 && !wanted.includes(bench)) continue;
  for (const result of await run()) {
    results.push({ bench, ...result });
    if (json) continue;
    const figures = `${result.value.toFixed(1)} against ${result.yardstick.toFixed(1)} ${result.unit}`;
    console.log(
      `${bench.padEnd(11)} ${result.name.padEnd(44)} ratio ${result.ratio.toFixed(2).padStart(7)}   ${figures}${result.note === undefined ? '' : `   (${result.note})`}`,
    );
  }
}
if (json) console.log(JSON.stringify(results, null, 2));
