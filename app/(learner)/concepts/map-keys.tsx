"use client";
import type { KeyboardEvent, ReactNode } from "react";
import type { ConceptId } from "@/lib/core/ids";
import type { Place } from "@/lib/core/study/concept-map";
import { isArrowKey, walkMap } from "@/lib/core/study/walk-map";

/** Arrow keys move the focus from box to box; each box is a link that names its concept in `data-concept`. */
export function MapKeys({ places, children }: { places: readonly Place[]; children: ReactNode }) {
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const { key, currentTarget, target } = event;
    if (!isArrowKey(key) || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const here = target instanceof HTMLElement ? target.dataset.concept : undefined;
    if (here === undefined) return;
    event.preventDefault();
    const next = walkMap(places, here as ConceptId, key);
    const boxes = currentTarget.querySelectorAll<HTMLElement>("[data-concept]");
    [...boxes].find(({ dataset }) => dataset.concept === next)?.focus();
  };
  return (
    // The keys belong to the links inside; the box around them only listens.
    // biome-ignore lint/a11y/noStaticElementInteractions: see above
    <div onKeyDown={onKeyDown}>{children}</div>
  );
}
