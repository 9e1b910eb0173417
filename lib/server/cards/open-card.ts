import type { CardId, ReviewId } from "@/lib/core/ids";
import type { Person } from "@/lib/core/people/person";
import type { Verdict } from "@/lib/core/questions/family";
import { fail, ok, type Result } from "@/lib/core/result";
import { recallChance } from "@/lib/core/schedule/grade-card";
import type { Grade, Interval } from "@/lib/core/schedule/memory";
import type { Scheduling } from "@/lib/core/schedule/scheduling";
import type { NoteFace } from "@/lib/core/study/review-card";
import type { CardStateName } from "@/lib/core/study/search-cards";
import type { Calendar } from "@/lib/core/study-day";
import type { Text } from "@/lib/core/text";
import type { CardState } from "@/lib/db/card-state";
import { findState } from "@/lib/db/memories";
import { reviewsOfCard } from "@/lib/db/reviews";
import { tagsOf } from "@/lib/db/tags";
import { theStore } from "../store";
import { writtenFace } from "../study/build-card";
import { coursesOf, findCard } from "../study/course-index";
import { calendarOf } from "../study/load-queue";
import { schedulingFor } from "../study/scheduling-for";
import { stateName } from "./browse-cards";
import { exampleAsk } from "./example-ask";

/** A computed card shows its question with example numbers. */
interface SkillFace {
  kind: "skill";
  title: Text;
  prompt: Text;
}

export interface PastReview {
  id: ReviewId;
  at: number;
  grade: Grade;
  interval: Pick<Interval, "unit" | "amount">;
  takenMs: number;
  verdict: Verdict | null;
  isUndone: boolean;
  /** Given in a set that only practised. */
  isPractice: boolean;
}

export interface CardDetails {
  cardId: CardId;
  courseTitle: string;
  face: NoteFace | SkillFace;
  state: CardStateName;
  /** Null while new. */
  memory: CardState | null;
  /** Chance of recalling it now, 0 to 1. */
  recall: number;
  calendar: Calendar;
  /** By which its curve runs. */
  scheduling: Scheduling;
  tags: string[];
  /** Newest first. */
  history: PastReview[];
}

/** Everything there is to know about one card of a person's courses. */
export async function openCard(
  person: Person,
  cardId: CardId,
  now: number,
): Promise<Result<CardDetails, { kind: "not-found" }>> {
  const found = findCard(await coursesOf(person.id), cardId);
  if (!found) return fail({ kind: "not-found" });
  const { read } = theStore();
  const { course, card } = found;
  const ask = card.family === null ? null : exampleAsk(card.family);
  const stored = await findState(read, person.id, cardId);
  const memory = stored?.phase === "new" ? null : stored;
  const calendar = calendarOf(person);
  const scheduling = schedulingFor(person, found);
  return ok({
    cardId,
    courseTitle: course.title,
    face: ask ? { kind: "skill", title: ask.title, prompt: ask.prompt } : writtenFace(course, card),
    state: stateName(stored),
    memory,
    recall: memory ? recallChance(memory, now, calendar, scheduling) : 0,
    calendar,
    scheduling,
    tags: (await tagsOf(read, person.id)).filter((row) => row.cardId === cardId).map(({ tag }) => tag),
    history: (await reviewsOfCard(read, person.id, cardId)).map(
      ({ id, at, grade, kind, unit, amount, takenMs, verdict, undoneAt }) => ({
        id,
        at,
        grade,
        interval: { unit, amount },
        takenMs,
        verdict,
        isUndone: undoneAt !== null,
        isPractice: kind === "cram",
      }),
    ),
  });
}
