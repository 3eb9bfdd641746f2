/** The shortest of several runs, in milliseconds: what the work costs when nothing else is in the way. */
export function best(rounds: number, work: () => number): number {
  let fastest = Infinity;
  for (let round = 0; round < rounds; round++) {
    const start = performance.now();
    work();
    fastest = Math.min(fastest, performance.now() - start);
  }
  return fastest;
}
