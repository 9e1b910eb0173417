/** Browsers refuse more than 100 changes of the address in half a minute; a drag or a held key makes more. */
const most = 30;
const withinMs = 10_000;
let written: number[] = [];
let waiting: ReturnType<typeof setTimeout> | undefined;

/**
 * Puts a lab's state into the address without loading anything, so that the link can be copied at any time. After many
 * changes in a row the last one follows as soon as the browser takes it.
 */
export function keepAddress(search: string): void {
  clearTimeout(waiting);
  const { pathname } = window.location;
  const now = performance.now();
  written = written.filter((at) => now - at < withinMs);
  if (written.length < most) {
    written.push(now);
    window.history.replaceState(null, "", `${pathname}?${search}`);
    return;
  }
  waiting = setTimeout(
    () => {
      if (window.location.pathname === pathname) keepAddress(search);
    },
    withinMs - (now - (written[0] ?? now)),
  );
}
