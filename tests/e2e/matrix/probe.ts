/** What a browser does, measured in the page: each function runs there and knows nothing of what stands around it. */

/** Scrolls the grid by `across` and `down` pixels each frame for two seconds; answers the frames a second that were reached. */
export const scrolled = async ([across, down]: readonly [number, number]): Promise<number> => {
  const grid = document.querySelector('[role=grid]');
  if (grid === null) return 0;
  grid.scrollTo(0, 0);
  const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
  await frame();
  await frame();
  const began = await frame();
  let now = began;
  let frames = 0;
  let [dx, dy] = [across, down];
  while (now - began < 2000) {
    if (grid.scrollLeft + grid.clientWidth + dx > grid.scrollWidth || grid.scrollLeft + dx < 0) dx = -dx;
    if (grid.scrollTop + grid.clientHeight + dy > grid.scrollHeight || grid.scrollTop + dy < 0) dy = -dy;
    grid.scrollBy({ left: dx, top: dy, behavior: 'instant' });
    now = await frame();
    frames += 1;
  }
  return (frames * 1000) / (now - began);
};

/**
 * Types two letters in turn into the active cell and answers the median of 21 times, in milliseconds, from the key to the moment
 * after the frame that shows the letter. A grid that hears no keys gets the letter into its cell marked `data-target`.
 */
export const typed = async ([one, other]: readonly [string, string]): Promise<number> => {
  const grid = document.querySelector<HTMLElement>('[role=grid]');
  const target = document.querySelector('[data-target]');
  const times: number[] = [];
  for (let turn = 0; turn < 21; turn += 1) {
    const began = performance.now();
    const key = turn % 2 === 0 ? one : other;
    if (target === null) grid?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    else target.textContent = key.toUpperCase();
    await new Promise<void>((resolve) => {
      requestAnimationFrame(() => {
        const channel = new MessageChannel();
        channel.port1.addEventListener('message', () => resolve());
        channel.port1.start();
        channel.port2.postMessage(null);
      });
    });
    times.push(performance.now() - began);
  }
  return times.sort((a, b) => a - b)[10] ?? 0;
};

/** Waits for the first cell and answers the milliseconds from the beginning of the visit to the frame after it. */
export const painted = async (): Promise<number> => {
  while (document.querySelector('[role=gridcell]') === null)
    await new Promise((resolve) => requestAnimationFrame(resolve));
  await new Promise((resolve) => requestAnimationFrame(resolve));
  return performance.now();
};
