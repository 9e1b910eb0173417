import { type Placeholder, sql } from "drizzle-orm";
import type { Db } from "./store";

const kept = new WeakMap<object, Map<string, unknown>>();

/** A query of the hot path, built and prepared once for each connection; `name` is the function that asks it. */
export function prepared<Query>({ q }: Db, name: string, prepare: () => Query): Query {
  const queries = kept.get(q) ?? new Map<string, unknown>();
  kept.set(q, queries);
  const query = (queries.get(name) as Query | undefined) ?? prepare();
  queries.set(name, query);
  return query;
}

/** A placeholder for each of these columns, named after it: the values of a prepared insert. */
export const placeholders = <Name extends string>(
  columns: Record<Name, unknown>,
): Record<Name, Placeholder<Name>> =>
  Object.fromEntries(Object.keys(columns).map((name) => [name, sql.placeholder(name)])) as never;
