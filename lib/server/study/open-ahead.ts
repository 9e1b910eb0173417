import type { Person } from "@/lib/core/people/person";
import { ok, type Result } from "@/lib/core/result";
import type { ReviewCard } from "@/lib/core/study/review-card";
import { buildHead } from "./build-card";
import { loadQueue } from "./load-queue";

/** As many cards as one reviews before the connection is back. */
const aheadAtMost = 50;

/** Today's cards in their order, for a browser to keep in case the connection is lost. */
export async function openAhead(
  person: Person,
  now: number,
): Promise<Result<{ cards: ReviewCard[] }, never>> {
  const queue = await loadQueue(person, now);
  const { cards } = await buildHead(person, queue, aheadAtMost, now);
  return ok({ cards });
}
