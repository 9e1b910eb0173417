/** What is practised, as it stands in the address: the same link shows the same question to everybody. */
import type { Level } from "@/lib/core/questions/family";
import type { AnyFamily } from "@/lib/core/questions/registry";

export interface PracticeAddress {
  seed: number;
  level: Level;
  /** The slip that the numbers tell apart from all others; null for any numbers. */
  slip: string | null;
}

type Search = Record<string, string | string[] | undefined>;

/** Null where an address says none, or says it twice. */
export const seedIn = (written: string | string[] | undefined): number | null =>
  typeof written === "string" && /^\d{1,10}$/.test(written) ? Number(written) : null;

/** Whatever cannot be read falls back to the first level and any numbers; an address without a seed gets one before. */
export function readPractice(
  family: Pick<AnyFamily, "levels" | "mistakes">,
  search: Search,
): PracticeAddress {
  const text = (name: string) => (typeof search[name] === "string" ? search[name] : "");
  const level = family.levels.find((each) => String(each) === text("level")) ?? family.levels[0] ?? 1;
  const slip = family.mistakes.find((mistake) => mistake.slip === text("slip"))?.slip ?? null;
  return { seed: seedIn(search.seed) ?? 0, level, slip };
}

export function practiceAddress(family: string, { seed, level, slip }: PracticeAddress): string {
  const search = new URLSearchParams({ seed: String(seed), level: String(level) });
  if (slip !== null) search.set("slip", slip);
  return `/practice/${family}?${search}`;
}
