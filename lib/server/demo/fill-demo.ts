/** Fills an empty database with a class and a term of its reviews, all of it drawn from a seed. */
import { randomBytes } from "node:crypto";
import { asId, type UserId } from "@/lib/core/ids";
import type { Person } from "@/lib/core/people/person";
import { fail, ok, type Result } from "@/lib/core/result";
import { createRng, seedOf } from "@/lib/core/rng";
import { addDays, startOfStudyDay, studyDayOf } from "@/lib/core/study-day";
import { courseBySlug, enrol, loadCourse } from "@/lib/db/courses";
import { replaceState } from "@/lib/db/memories";
import { appendReview } from "@/lib/db/reviews";
import type { Db } from "@/lib/db/store";
import { addTag } from "@/lib/db/tags";
import { type Account, addAccount, hasAccounts } from "@/lib/db/users";
import { defaultCourseSlug } from "../default-course";
import { hashPassword } from "../people/hash-password";
import { personOf } from "../people/person-of";
import { theStore } from "../store";
import { indexCourse } from "../study/course-index";
import { leechTag } from "../study/leech-tag";
import { madeUpId } from "./made-up-id";
import { type StudiedTerm, studyTerm } from "./study-term";

export interface DemoClass {
  /** The same seed on the same day gives the same people and the same log. */
  seed: number;
  students: number;
  weeks: number;
}

export const usualClass: DemoClass = { seed: 20_261_123, students: 30, weeks: 15 };

export interface Filled {
  people: number;
  reviews: number;
  /** Study days on which anybody reviewed. */
  days: number;
  /** Of every account; only its hash is stored. */
  password: string;
}

const calendar = { zone: "Asia/Seoul", rolloverHour: 4 };
/** One learner in so many reads English. */
const everyEnglish = 6;

/**
 * The term ends with the study day before `now`, so that today's cards are waiting. All or nothing is stored. Refuses
 * a database that holds people; the default course has to be in it.
 */
export async function fillDemo(
  { seed, students, weeks }: DemoClass,
  now: number,
  tell: (step: string) => void,
): Promise<Result<Filled, { kind: "not-empty" | "no-course" }>> {
  const { read } = theStore();
  if (await hasAccounts(read)) return fail({ kind: "not-empty" });
  const slot = await courseBySlug(read, defaultCourseSlug);
  if (!slot) return fail({ kind: "no-course" });
  const course = { ...indexCourse(await loadCourse(read, slot.id)), rules: {} };

  const days = weeks * 7;
  const first = addDays(studyDayOf(now, calendar), -days);
  const password = randomBytes(12).toString("base64url");
  const common = { passwordHash: await hashPassword(password), createdAt: startOfStudyDay(first, calendar) };
  const instructor = account(seed, 0, { ...common, role: "instructor" });
  const learners = Array.from({ length: students }, (_, at) =>
    account(seed, at + 1, { ...common, role: "student" }),
  );
  const terms = learners.map((learner, at) => {
    tell(`Studying: ${at + 1} of ${students}`);
    return {
      learner,
      term: studyTerm(`${seed}:${learner.email}`, personOf(learner), course, { first, days }),
    };
  });

  tell("Storing");
  const isStored = await theStore().tx(async (db) => {
    if (await hasAccounts(db)) return false;
    for (const each of [instructor, ...learners]) {
      await addAccount(db, each);
      await enrol(db, each.id, slot.id, each.createdAt);
    }
    for (const { learner, term } of terms) await storeTerm(db, personOf(learner), term);
    return true;
  });
  if (!isStored) return fail({ kind: "not-empty" });
  const reviews = terms.flatMap(({ term }) => term.reviews);
  const studied = new Set(reviews.map(({ studyDay }) => studyDay));
  return ok({ people: students + 1, reviews: reviews.length, days: studied.size, password });
}

/** The instructor is number 0. */
function account(
  seed: number,
  number: number,
  given: Pick<Account, "passwordHash" | "createdAt" | "role">,
): Account {
  const two = String(number).padStart(2, "0");
  const isInstructor = number === 0;
  return {
    id: asId<UserId>(madeUpId(createRng(seedOf(`${seed}:person:${number}`)))),
    email: isInstructor ? "instructor@example.com" : `student${two}@example.com`,
    name: isInstructor ? "강사 / Instructor" : `학생 ${two} / Student ${two}`,
    zone: calendar.zone,
    rolloverHour: calendar.rolloverHour,
    locale: !isInstructor && number % everyEnglish === 0 ? "en" : "ko",
    theme: "system",
    newPerDay: 10,
    reviewsPerDay: 200,
    rules: {},
    extra: null,
    weights: {},
    feedHash: null,
    sessionVersion: 0,
    ...given,
  };
}

async function storeTerm(db: Db, { id: userId }: Person, term: StudiedTerm): Promise<void> {
  for (const [cardId, state] of term.states) await replaceState(db, { userId, cardId }, null, state);
  await addTag(db, userId, [...term.leeches], leechTag);
  for (const review of term.reviews) await appendReview(db, review);
}
