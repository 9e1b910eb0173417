/** Where the focus goes when what had it is gone: to a place that is read aloud, or to the way on. */

/** A place that is no control and takes the focus only to be read from. */
export const landing = { "data-landing": "", tabIndex: -1 } as const;

/** As a `ref`: this place takes the focus as soon as it is there; the page stays where it is. */
export const landOn = (place: HTMLElement | null): void => place?.focus({ preventScroll: true });

/** The same for the heading of what comes next, which is read from its top. */
export function beginOn(heading: HTMLElement | null): void {
  if (!heading) return;
  window.scrollTo(0, 0);
  landOn(heading);
}

/** From a control beside the desk back to it, so that Space and Enter mean the card and not that control again. */
export function backToDesk(): void {
  if (document.activeElement?.closest("main, footer")) return;
  landOn([...document.querySelectorAll<HTMLElement>("[data-landing]")].at(-1) ?? null);
}
