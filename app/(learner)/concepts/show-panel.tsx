"use client";
import { useEffect } from "react";

/** On a narrow screen the panel stands below the list: a concept that was just chosen is brought into view. */
export function ShowPanel({ concept }: { concept: string | null }) {
  useEffect(() => {
    const panel = document.getElementById("concept");
    if (concept === null || panel === null) return;
    const { top, bottom } = panel.getBoundingClientRect();
    if (top < window.innerHeight && bottom > 0) return;
    panel.scrollIntoView();
    document.getElementById("concept-name")?.focus({ preventScroll: true });
  }, [concept]);
  return null;
}
