import { createHash } from "node:crypto";
import { type Patience, patience, pauseAfter, rememberedMs } from "@/lib/core/people/throttle";
import { fail, ok, type Result } from "@/lib/core/result";
import { countFailure, findThrottles, forgetFailures, forgiveFailure } from "@/lib/db/throttles";
import { theStore } from "../store";

export interface Throttled {
  kind: "throttled";
  retryAfterMs: number;
}

const keyOf = (scope: keyof typeof patience, name: string): string =>
  `${scope}:${createHash("sha256").update(name).digest("base64url")}`;

/**
 * Lets a try at a password happen, or says how long to wait. A try counts as failed before it starts, so that many at
 * once are limited as well; one that succeeds is taken off again.
 */
export async function limitTries<Value, Failure extends { kind: string }>(
  who: { email: string; address: string | null },
  now: number,
  attempt: () => Promise<Result<Value, Failure>>,
): Promise<Result<Value, Failure | Throttled>> {
  const limits: { key: string; limit: Patience }[] = [
    { key: keyOf("account", who.email), limit: patience.account },
  ];
  if (who.address !== null) limits.push({ key: keyOf("address", who.address), limit: patience.address });

  const allowed = await theStore().tx(async (db): Promise<Result<null, Throttled>> => {
    const failed = await findThrottles(
      db,
      limits.map(({ key }) => key),
    );
    const pauses = failed.map(({ key, failures, lastAt }) => {
      const limit = limits.find((each) => each.key === key)?.limit ?? patience.account;
      return pauseAfter(failures, now - lastAt, limit);
    });
    const retryAfterMs = Math.max(0, ...pauses);
    if (retryAfterMs > 0) return fail({ kind: "throttled", retryAfterMs });
    for (const { key } of limits) await countFailure(db, key, now, now - rememberedMs);
    return ok(null);
  });
  if (!allowed.ok) return allowed;

  const outcome = await attempt();
  if (outcome.ok) {
    await theStore().tx(async (db) => {
      await forgetFailures(db, keyOf("account", who.email));
      if (who.address !== null) await forgiveFailure(db, keyOf("address", who.address));
    });
  }
  return outcome;
}
