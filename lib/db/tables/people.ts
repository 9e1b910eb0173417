import type { SessionId, TokenId, UserId } from "@/lib/core/ids";
import type { Role, Theme } from "@/lib/core/people/person";
import type { TokenScope } from "@/lib/core/people/token-scope";
import type { ExtraToday } from "@/lib/core/study/extra-today";
import type { OwnWeights, StudyRules } from "@/lib/core/study/study-rules";
import type { Locale } from "@/lib/core/text";
import type { Dialect } from "./sqlite-dialect";

/** Accounts, their sign-ins, and how often a sign-in failed. */
export function definePeople(d: Dialect) {
  const users = d.table("users", {
    id: d.text("id").$type<UserId>().primaryKey(),
    /** Normalised: NFKC, trimmed, lower case. */
    email: d.text("email").notNull().unique(),
    name: d.text("name").notNull(),
    passwordHash: d.text("password_hash").notNull(),
    role: d.text("role").$type<Role>().notNull(),
    zone: d.text("zone").notNull(),
    locale: d.text("locale").$type<Locale>().notNull(),
    theme: d.text("theme").$type<Theme>().notNull(),
    rolloverHour: d.int("rollover_hour").notNull(),
    newPerDay: d.int("new_per_day").notNull(),
    reviewsPerDay: d.int("reviews_per_day").notNull(),
    /** What differs from the usual rules. */
    rules: d.json<Partial<StudyRules>>("rules").notNull().default({}),
    /** More cards asked for on one day, which end with it. */
    extra: d.json<ExtraToday | null>("extra"),
    weights: d.json<OwnWeights>("weights").notNull().default({}),
    /** Hash of the secret in the address of the calendar feed; null while there is none. */
    feedHash: d.text("feed_hash").unique(),
    /** Raised to end every session of the account at once. */
    sessionVersion: d.int("session_version").notNull(),
    createdAt: d.ms("created_at").notNull(),
  });

  const sessions = d.table(
    "sessions",
    {
      id: d.text("id").$type<SessionId>().primaryKey(),
      userId: d
        .text("user_id")
        .$type<UserId>()
        .notNull()
        .references(() => users.id, { onDelete: "cascade" }),
      sessionVersion: d.int("session_version").notNull(),
      createdAt: d.ms("created_at").notNull(),
      expiresAt: d.ms("expires_at").notNull(),
      revokedAt: d.ms("revoked_at"),
    },
    (t) => [d.index("sessions_user").on(t.userId)],
  );

  const throttles = d.table(
    "throttles",
    {
      /** "account:…" or "address:…", hashed: a list of failed sign-ins names nobody. */
      key: d.text("key").primaryKey(),
      failures: d.int("failures").notNull(),
      lastAt: d.ms("last_at").notNull(),
    },
    (t) => [d.index("throttles_last").on(t.lastAt)],
  );

  /** Keys to the HTTP API. Only a hash is kept: the key itself is shown once. */
  const tokens = d.table(
    "tokens",
    {
      id: d.text("id").$type<TokenId>().primaryKey(),
      userId: d
        .text("user_id")
        .$type<UserId>()
        .notNull()
        .references(() => users.id, { onDelete: "cascade" }),
      hash: d.text("hash").notNull().unique(),
      name: d.text("name").notNull(),
      scopes: d.json<TokenScope[]>("scopes").notNull(),
      createdAt: d.ms("created_at").notNull(),
      lastUsedAt: d.ms("last_used_at"),
      revokedAt: d.ms("revoked_at"),
    },
    (t) => [d.index("tokens_user").on(t.userId)],
  );

  return { users, sessions, throttles, tokens };
}
