/** Rows for the tests of the store: two people, a course with cards, states and reviews. */
import { asId, type CardId, type ConceptId, type CourseId, type ReviewId, type UserId } from "@/lib/core/ids";
import { newMemory } from "@/lib/core/schedule/grade-card";
import type { StudyDay } from "@/lib/core/study-day";
import type { CardState } from "../card-state";
import { type CardRow, saveCourse } from "../courses";
import type { NewReview } from "../reviews";
import type { Store } from "../store";
import { type Account, addAccount } from "../users";

export const account: Account = {
  id: asId<UserId>("user-1"),
  email: "one@example.com",
  name: "학생 01",
  passwordHash: "not a hash",
  role: "student",
  zone: "Asia/Seoul",
  locale: "ko",
  theme: "system",
  rolloverHour: 4,
  newPerDay: 20,
  reviewsPerDay: 200,
  rules: {},
  extra: null,
  weights: {},
  feedHash: null,
  sessionVersion: 0,
  createdAt: 1,
};

export const courseId = asId<CourseId>("course-1");
export const cardId = (index: number): CardId => asId<CardId>(`card-${index}`);

const cardRow = (position: number): CardRow => ({
  id: cardId(position),
  courseId,
  concept: asId<ConceptId>("momentum"),
  rule: "R1",
  sides: {
    ko: { front: `front ${position}`, back: "back", file: "notes.md", lines: [1, 1], source: "back" },
  },
  edit: null,
  siblingGroup: cardId(position),
  correction: null,
  family: null,
  images: [],
  position,
  retiredAt: null,
});

export const stateOf = (change: Partial<CardState>): CardState => ({
  ...newMemory(),
  phase: "review",
  stability: 3,
  difficulty: 5,
  reps: 1,
  revision: 1,
  separating: null,
  suspendedAt: null,
  buriedUntil: null,
  flaggedAt: null,
  sinceSeq: 0,
  ...change,
});

export const reviewOf = (index: number): NewReview => ({
  id: asId<ReviewId>(`review-${index}`),
  userId: account.id,
  cardId: cardId(index),
  at: 1_000,
  studyDay: 20_000 as StudyDay,
  kind: "review",
  setId: null,
  leech: null,
  grade: "good",
  takenMs: 4_000,
  phase: "new",
  before: null,
  after: stateOf({}),
  unit: "seconds",
  amount: 600,
  family: null,
  version: null,
  seed: null,
  params: null,
  given: null,
  verdict: null,
  browserVerdict: null,
  slips: [],
  slip: null,
});

export const courseWith = (cards: number) => ({
  id: courseId,
  slug: "course",
  title: "Course",
  fingerprint: String(cards),
  corrections: [],
  decisions: [],
  conceptEdits: {},
  links: [],
  outline: null,
  wording: [],
  ownerId: null,
  publishedAt: 1,
  createdAt: 1,
  notes: [{ file: "notes.md", text: "# Course" }],
  concepts: [],
  cards: Array.from({ length: cards }, (_, position) => cardRow(position)),
});

export async function addPeopleAndCards(store: Store, cards = 5): Promise<void> {
  await store.tx(async (db) => {
    await addAccount(db, account);
    await saveCourse(db, courseWith(cards), 1);
  });
}
