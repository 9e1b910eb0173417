import { seedIn } from "./(learner)/practice/practice-address";
import { briefAddress, briefSession } from "./(learner)/review/brief-session";

/**
 * The whole address of one that leaves open what a reload has to find again: the seed of a question, the end of a short
 * session; null where nothing is missing. `drawn` is in [0, 1). It is answered before any page is: a page that sends on
 * while it loads would take a learner forward again who has just gone back.
 */
export function completeAddress({ pathname, searchParams }: URL, now: number, drawn: number): string | null {
  const search = Object.fromEntries(
    [...searchParams.keys()].map((name) => {
      const [first = "", ...others] = searchParams.getAll(name);
      return [name, others.length === 0 ? first : [first, ...others]];
    }),
  );
  if (pathname.startsWith("/practice/")) {
    if (seedIn(search.seed) !== null) return null;
    const whole = new URLSearchParams(searchParams);
    whole.set("seed", String(Math.floor(drawn * 2 ** 31)));
    return `${pathname}?${whole}`;
  }
  if (pathname !== "/review") return null;
  const brief = briefSession(search, now);
  return brief?.until === null ? briefAddress(brief, now) : null;
}
