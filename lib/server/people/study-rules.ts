import type { Person } from "@/lib/core/people/person";
import { ok, type Result } from "@/lib/core/result";
import { type ReadRules, readRules, type WrittenRules } from "@/lib/core/study/read-rules";
import { studyDayOf } from "@/lib/core/study-day";
import { changeAccount } from "@/lib/db/users";
import { theStore } from "../store";
import { calendarOf } from "../study/load-queue";

/** Changes how a person studies, all of it or nothing. What was graded already stays due when it is. */
export async function changeRules(
  person: Person,
  written: WrittenRules,
): Promise<Result<ReadRules, { kind: "unreadable"; field: keyof WrittenRules }>> {
  const read = readRules(written);
  if (!read.ok) return read;
  const { reviewsPerDay, rules } = read.value;
  const kept = { reviewsPerDay, rules: { ...person.rules, ...rules } };
  await theStore().tx((db) => changeAccount(db, person.id, kept));
  return ok(read.value);
}

/** Asks for more cards today; they are gone with the day. */
export async function askForMore(
  person: Person,
  more: { new: number; reviews: number },
  now: number,
): Promise<void> {
  const day = studyDayOf(now, calendarOf(person));
  const had = person.extra?.day === day ? person.extra : { new: 0, reviews: 0 };
  const extra = { day, new: had.new + more.new, reviews: had.reviews + more.reviews };
  await theStore().tx((db) => changeAccount(db, person.id, { extra }));
}

/** Takes the order of reviews that a backlog is best worked off in: what is still remembered first. */
export async function orderForBacklog(person: Person): Promise<void> {
  const rules = { ...person.rules, reviewOrder: "recall-down" as const };
  await theStore().tx((db) => changeAccount(db, person.id, { rules }));
}
