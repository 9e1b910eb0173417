/** Puts a lab's state into the address without loading anything, so that the link can be copied at any time. */
export function keepAddress(search: string): void {
  window.history.replaceState(null, "", `${window.location.pathname}?${search}`);
}
