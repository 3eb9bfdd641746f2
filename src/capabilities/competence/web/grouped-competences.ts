import type { ChoosableCompetence } from '../framework-list.ts';

/** Competences to choose from, in groups of a list: own ones first, then the shipped by their groups, then those of frameworks. */
export function groupedCompetences(
  competences: readonly ChoosableCompetence[],
  names: { readonly own: string; readonly shipped: string },
  except: ReadonlySet<string>,
): { group: string; items: { value: string; label: string }[] }[] {
  const rank = { own: 0, shipped: 1, imported: 2 } as const;
  const choosable = competences
    .filter(({ key, retired }) => !retired && !except.has(key))
    .toSorted((a, b) => rank[a.source] - rank[b.source]);
  const groupOf = ({ source, group, framework }: ChoosableCompetence): string =>
    source === 'own' ? names.own : source === 'shipped' ? (group ?? names.shipped) : (framework ?? '');
  return [...Map.groupBy(choosable, groupOf)].map(([group, items]) => ({
    group,
    items: items.map(({ key, name, source }) => ({
      value: key,
      label: source === 'imported' ? `${name} (${key.slice(key.indexOf(':') + 1)})` : name,
    })),
  }));
}
