import type { CardId, SetId } from "@/lib/core/ids";
import type { Person } from "@/lib/core/people/person";
import type { QueueHead } from "@/lib/core/study/review-card";
import { findOwnSet } from "./load-set";
import { openQueue } from "./open-queue";
import { openSet } from "./open-set";

/** What a review page shows next: of the set it is in, or of the day. */
export async function openHead(
  person: Person,
  now: number,
  { set, first }: { set?: SetId | undefined; first?: CardId },
): Promise<QueueHead> {
  const own = await findOwnSet(person, set);
  return own ? openSet(person, own, now, first) : openQueue(person, now, first);
}
