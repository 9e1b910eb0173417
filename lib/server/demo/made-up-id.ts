import type { Rng } from "@/lib/core/rng";

/** An id in the form of a random UUID (version 4), drawn from a seed. */
export function madeUpId(rng: Rng): string {
  const hex = (length: number) => Array.from({ length }, () => rng.int(0, 15).toString(16)).join("");
  return `${hex(8)}-${hex(4)}-4${hex(3)}-${rng.pick(["8", "9", "a", "b"])}${hex(3)}-${hex(12)}`;
}
