import { createHash } from "node:crypto";
import { type Patience, patience, pauseAfter, rememberedMs } from "@/lib/core/people/throttle";
import { fail, ok, type Result } from "@/lib/core/result";
import { countFailure, findThrottles, forgetFailures, forgiveFailure } from "@/lib/db/throttles";
import { theStore } from "../store";

export interface Throttled {
  kind: "throttled";
  retryAfterMs: number;
}

type Scope = keyof typeof patience;

const keyOf = (scope: Scope, name: string): string =>
  `${scope}:${createHash("sha256").update(name).digest("base64url")}`;

/**
 * Lets a try at an account happen, or says how long to wait. A try counts before it starts, so that many at once are
 * limited as well; a right password is taken off again, a registration is not. A name that is not known (null) is not
 * limited.
 */
export async function limitTries<Value, Failure extends { kind: string }>(
  names: Partial<Record<Scope, string | null>>,
  now: number,
  attempt: () => Promise<Result<Value, Failure>>,
): Promise<Result<Value, Failure | Throttled>> {
  const limits = (Object.keys(patience) as Scope[]).flatMap((scope) => {
    const name = names[scope];
    return name == null ? [] : [{ key: keyOf(scope, name), limit: patience[scope] as Patience }];
  });

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
    const { account, address } = names;
    await theStore().tx(async (db) => {
      if (account != null) await forgetFailures(db, keyOf("account", account));
      if (address != null) await forgiveFailure(db, keyOf("address", address));
    });
  }
  return outcome;
}
