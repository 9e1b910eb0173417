"use client";
import { useEarlyInput } from "@/lib/browser/early-input";

/** Keeps what was typed into a page whose script was still on its way. */
export function EarlyInput() {
  useEarlyInput(() => document.getElementById("main"));
  return null;
}
