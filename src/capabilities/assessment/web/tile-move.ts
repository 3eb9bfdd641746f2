const tilesIn = (scope: ParentNode): readonly HTMLElement[] => [
  ...scope.querySelectorAll<HTMLElement>('a[data-requirement]'),
];

const middle = (tile: HTMLElement): { readonly x: number; readonly y: number } => {
  const { left, top, width, height } = tile.getBoundingClientRect();
  return { x: left + width / 2, y: top + height / 2 };
};

/** The nearest tile in the next line of tiles above or below: lines wrap with the window, so geometry decides. */
function vertical(tiles: readonly HTMLElement[], from: HTMLElement, down: boolean): HTMLElement | null {
  const here = middle(from);
  const placed = tiles
    .map((tile) => ({ tile, at: middle(tile) }))
    .filter(({ at }) => (down ? at.y > here.y + 4 : at.y < here.y - 4));
  const lines = placed.map(({ at }) => at.y);
  if (lines.length === 0) return null;
  const line = down ? Math.min(...lines) : Math.max(...lines);
  const inLine = placed.filter(({ at }) => Math.abs(at.y - line) < 4);
  return inLine.reduce((best, next) => (Math.abs(next.at.x - here.x) < Math.abs(best.at.x - here.x) ? next : best))
    .tile;
}

/** The tile to which a key leads from another one; null when it leads nowhere or is no such key. */
export function neighbour(map: HTMLElement, from: HTMLElement, key: string): HTMLElement | null {
  const tiles = tilesIn(map);
  const index = tiles.indexOf(from);
  if (index < 0) return null;
  switch (key) {
    case 'ArrowRight':
      return tiles[index + 1] ?? null;
    case 'ArrowLeft':
      return tiles[index - 1] ?? null;
    case 'ArrowDown':
      return vertical(tiles, from, true);
    case 'ArrowUp':
      return vertical(tiles, from, false);
    case 'Home':
    case 'End': {
      const strip = from.closest('ul');
      return strip === null ? null : (tilesIn(strip).at(key === 'Home' ? 0 : -1) ?? null);
    }
    default:
      return null;
  }
}
