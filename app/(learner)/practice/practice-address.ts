/** What is practised, as it stands in the address: the same link shows the same question to everybody. */
import type { Level } from "@/lib/core/questions/family";
import type { AnyFamily } from "@/lib/core/questions/registry";

export interface PracticeAddress {
  /** Null where none was given: then one is drawn. */
  seed: number | null;
  level: Level;
  /** The slip that the numbers tell apart from all others; null for any numbers. */
  slip: string | null;
}

type Search = Record<string, string | string[] | undefined>;

/** Whatever cannot be read falls back to the first level, any numbers and a fresh seed. */
export function readPractice(
  family: Pick<AnyFamily, "levels" | "mistakes">,
  search: Search,
): PracticeAddress {
  const text = (name: string) => (typeof search[name] === "string" ? search[name] : "");
  const seed = /^\d{1,10}$/.test(text("seed")) ? Number(text("seed")) : null;
  const level = family.levels.find((each) => String(each) === text("level")) ?? family.levels[0] ?? 1;
  const slip = family.mistakes.find((mistake) => mistake.slip === text("slip"))?.slip ?? null;
  return { seed, level, slip };
}

export function practiceAddress(family: string, { seed, level, slip }: PracticeAddress): string {
  const search = new URLSearchParams();
  if (seed !== null) search.set("seed", String(seed));
  search.set("level", String(level));
  if (slip !== null) search.set("slip", slip);
  return `/practice/${family}?${search}`;
}
