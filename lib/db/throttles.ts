import { eq, inArray, lt, sql } from "drizzle-orm";
import type { Db } from "./store";

export interface Throttle {
  key: string;
  failures: number;
  lastAt: number;
}

export async function findThrottles({ q, t }: Db, keys: string[]): Promise<Throttle[]> {
  return q.select().from(t.throttles).where(inArray(t.throttles.key, keys));
}

/** Counts one more failure; a key not failing since `forgetBefore` starts again at one. */
export async function countFailure(
  { q, t }: Db,
  key: string,
  now: number,
  forgetBefore: number,
): Promise<void> {
  await q.delete(t.throttles).where(lt(t.throttles.lastAt, forgetBefore));
  await q
    .insert(t.throttles)
    .values({ key, failures: 1, lastAt: now })
    .onConflictDoUpdate({
      target: t.throttles.key,
      set: { failures: sql`${t.throttles.failures} + 1`, lastAt: now },
    });
}

export async function forgetFailures({ q, t }: Db, key: string): Promise<void> {
  await q.delete(t.throttles).where(eq(t.throttles.key, key));
}

/** Takes one failure off again. */
export async function forgiveFailure({ q, t }: Db, key: string): Promise<void> {
  await q
    .update(t.throttles)
    .set({ failures: sql`${t.throttles.failures} - 1` })
    .where(eq(t.throttles.key, key));
}
