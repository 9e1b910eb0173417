import { seedIn } from "./(learner)/practice/practice-address";
import { briefAddress, briefSession } from "./(learner)/review/brief-session";

/**
 * The whole address of one that leaves open what a reload has to find again: the seed of a question, the end of a short
 * session; null where nothing is missing. `drawn` is in [0, 1). It is answered before any page is: a page that sends on
 * while it loads would take a learner forward again who has just gone back.
 */
export function completeAddress({ pathname, searchParams }: URL, now: number, drawn: number): string | null {
  /** What is said twice is not said, as the pages see it too. */
  const once = (name: string) => {
    const [first, ...others] = searchParams.getAll(name);
    return others.length === 0 ? first : undefined;
  };
  if (pathname.startsWith("/practice/")) {
    if (seedIn(once("seed")) !== null) return null;
    const whole = new URLSearchParams(searchParams);
    whole.set("seed", String(Math.floor(drawn * 2 ** 31)));
    return `${pathname}?${whole}`;
  }
  if (pathname !== "/review") return null;
  const brief = briefSession({ minutes: once("minutes"), until: once("until") }, now);
  return brief?.until === null ? briefAddress(brief, now) : null;
}
