import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');

interface SourceFile {
  readonly path: string;
  readonly text: string;
  readonly imports: readonly string[];
  /** Without those that only name types. */
  readonly valueImports: readonly string[];
}

const importPattern = /(?:^|\n)\s*(?:import|export)\s[^;'"]*?from\s+'(\.[^']+)'|import\(\s*'(\.[^']+)'\s*\)/g;

function sourcesBelow(folder: string): readonly SourceFile[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|tsx)$/.test(entry.name))
    .map((entry) => {
      const path = relative(root, join(entry.parentPath, entry.name));
      const text = readFileSync(join(root, path), 'utf8');
      const targets = (source: string): readonly string[] =>
        [...source.matchAll(importPattern)].map(([, from, dynamic]) =>
          relative(root, resolve(root, dirname(path), from ?? dynamic ?? '')),
        );
      const valueImports = targets(text.replace(/(?:^|\n)import type\s[^;]*;/g, '\n'));
      return { path, text, imports: targets(text), valueImports };
    });
}

const isTest = (path: string): boolean => /\.(test|harness)\.tsx?$/.test(path);
const all = sourcesBelow('src');
const product = all.filter(({ path }) => !isTest(path));
const core = product.filter(
  ({ path }) =>
    /^src\/(kernel|domain)\//.test(path) ||
    (/^src\/capabilities\/[^/]+\/[^/]+\.ts$/.test(path) && !/\/(store|routes)\.ts$/.test(path)),
);

const offences = (files: readonly SourceFile[], pattern: RegExp): readonly string[] =>
  files.flatMap(({ path, text }) =>
    text
      .split('\n')
      .flatMap((line, index) =>
        pattern.test(line) && !/^\s*(\/\/|\*|\/\*)/.test(line) ? [`${path}:${index + 1} ${line.trim()}`] : [],
      ),
  );

/** Which folders a folder may import from. What is not named here is not allowed. */
const layers: readonly (readonly [RegExp, RegExp])[] = [
  [/^src\/kernel\//, /^src\/kernel\//],
  [/^src\/domain\//, /^src\/(kernel|domain)\//],
  [
    /^src\/capabilities\/[^/]+\/web\//,
    /^src\/(kernel|domain|web)\/|^src\/capabilities\/[^/]+\/(?!store|routes)[^/]+\.ts$|^src\/capabilities\/[^/]+\/web\//,
  ],
  [
    /^src\/web\//,
    /^src\/(kernel|domain|web)\/|^src\/capabilities\/[^/]+\/(?!store|routes)[^/]+\.ts$|^src\/capabilities\/[^/]+\/web\//,
  ],
  [/^src\/capabilities\/[^/]+\/routes(\.ts$|\/)/, /^src\/(kernel|domain|platform|api|capabilities)\//],
  [/^src\/capabilities\/[^/]+\/store(\.ts$|\/)/, /^src\/(kernel|domain|platform|capabilities)\//],
  [/^src\/capabilities\/[^/]+\/[^/]+\.ts$/, /^src\/(kernel|domain)\/|^src\/capabilities\/[^/]+\/[^/]+\.ts$/],
  [/^src\/platform\//, /^src\/(kernel|domain|platform)\/|^src\/capabilities\/[^/]+\/[^/]+\.ts$/],
];

/** Models stand on each other in this order only: a row may refer to what comes before it. */
const modelOrder = [
  'identity',
  'people',
  'competence',
  'roles',
  'frameworks',
  'accountability',
  'applicability',
  'segregation',
  'programme',
  'tuning',
  'intake',
  'documents',
  'training',
  'awareness',
  'suppliers',
  'infrastructure',
  'reminders',
  'trail',
  'assessment',
];

describe('the house keeps its own rules', () => {
  it('imports only downwards', () => {
    const wrong = product.flatMap(({ path, imports }) => {
      const [, allowed] = layers.find(([layer]) => layer.test(path)) ?? [];
      return allowed === undefined
        ? []
        : imports.filter((target) => !allowed.test(target)).map((target) => `${path} imports ${target}`);
    });
    expect(wrong).toEqual([]);
  });

  it('has models that refer only to models before them', () => {
    const capabilityOf = (path: string): number => modelOrder.indexOf(path.split('/')[2] ?? '');
    const models = product.filter(({ path }) => /^src\/capabilities\/[^/]+\/model\.ts$/.test(path));
    expect(models.filter(({ path }) => capabilityOf(path) < 0).map(({ path }) => path)).toEqual([]);
    const wrong = models.flatMap(({ path, imports }) =>
      imports
        .filter(
          (target) =>
            target.startsWith('src/capabilities/') &&
            capabilityOf(target) >= capabilityOf(path) &&
            dirname(target) !== dirname(path),
        )
        .map((target) => `${path} imports ${target}`),
    );
    expect(wrong).toEqual([]);
  });

  it('has no import cycle', () => {
    const graph = new Map(product.map(({ path, valueImports }) => [path, valueImports]));
    const done = new Set<string>();
    const cycles: string[] = [];
    const walk = (path: string, trail: readonly string[]): void => {
      const at = trail.indexOf(path);
      if (at >= 0) cycles.push([...trail.slice(at), path].join(' -> '));
      if (at >= 0 || done.has(path)) return;
      for (const next of graph.get(path) ?? []) walk(next, [...trail, path]);
      done.add(path);
    };
    for (const path of graph.keys()) walk(path, []);
    expect(cycles).toEqual([]);
  });

  it('asks no clock and throws no dice in the core', () => {
    expect(offences(core, /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bperformance\.now\(|\bcrypto\./)).toEqual([]);
  });

  it('raises only its own errors and swallows none', () => {
    expect(offences(product, /\bthrow new Error\(/)).toEqual([]);
    expect(offences(product, /catch\s*(\([^)]*\))?\s*\{\s*\}|\.catch\(\(\)\s*=>\s*(undefined|null|\{\s*\})\)/)).toEqual(
      [],
    );
  });

  it('never widens a type to please the checker', () => {
    expect(
      offences(all, /\bas any\b|:\s*any\b(?![.\w])|@ts-(ignore|expect-error|nocheck)|(eslint|oxlint)-disable/),
    ).toEqual([]);
  });

  it('keeps SQL in stores and the platform', () => {
    const elsewhere = product.filter(
      ({ path }) => !/\/store(\.ts$|\/)|^src\/platform\/|^src\/main\.ts$|^src\/demonstrate\.ts$/.test(path),
    );
    expect(offences(elsewhere, /\bsql`|\.query\(\s*['"`]/)).toEqual([]);
  });

  it('has no barrels and no rooms without a name', () => {
    expect(product.filter(({ path }) => /\/index\.tsx?$/.test(path)).map(({ path }) => path)).toEqual([]);
    expect(
      product.filter(({ path }) => /\/(utils?|helpers?|common|misc)(\/|\.ts)/.test(path)).map(({ path }) => path),
    ).toEqual([]);
    expect(offences(product, /\bclass \w*(Service|Manager|Helper|Util)\b/)).toEqual([]);
  });

  it('keeps files short: 400 lines, components 200', () => {
    const length = ({ text }: SourceFile): number => text.split('\n').length;
    const long = all
      .filter((file) => length(file) > (file.path.endsWith('.tsx') ? 200 : 400))
      .map((file) => `${file.path} ${length(file)}`);
    expect(long).toEqual([]);
  });

  it('speaks of itself alone', () => {
    const everything = [...all, ...sourcesBelow('tests'), ...sourcesBelow('bench')].filter(
      ({ path }) => path !== 'tests/architecture.test.ts',
    );
    expect(offences(everything, /\/work\/(main|shared)|registry\.npmjs|\bartifactory\b/)).toEqual([]);
  });
});
