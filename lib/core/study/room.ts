import type { CourseId } from "../ids";
import type { CourseRules } from "./study-rules";

/** Cards of each kind on one day. */
export interface Limit {
  new: number;
  reviews: number;
}
type Kind = keyof Limit;

const none: Limit = { new: 0, reviews: 0 };

/** What one course takes on a day: of the day's limits and its own the lower. */
export const lowestLimits = (day: Limit, course: CourseRules): Limit => ({
  new: Math.min(day.new, course.newPerDay ?? day.new),
  reviews: Math.min(day.reviews, course.reviewsPerDay ?? day.reviews),
});

/** What is left of a day's limits: of the day itself and of each course, whichever is lower. */
export class Room {
  readonly #limits: Limit;
  readonly #courseLimits: ReadonlyMap<CourseId, Partial<Limit>>;
  readonly #before: Limit;
  readonly #taken: Limit;
  readonly #byCourse: Map<CourseId, Limit>;

  constructor(
    limits: Limit,
    courseLimits: ReadonlyMap<CourseId, Partial<Limit>>,
    used: ReadonlyMap<CourseId, Limit>,
  ) {
    this.#limits = limits;
    this.#courseLimits = courseLimits;
    this.#byCourse = new Map([...used].map(([course, counts]) => [course, { ...counts }]));
    this.#before = [...used.values()].reduce(
      (sum, each) => ({ new: sum.new + each.new, reviews: sum.reviews + each.reviews }),
      none,
    );
    this.#taken = { ...this.#before };
  }

  /** What today's grades had used before anything was taken. */
  usedBefore(): Limit {
    return this.#before;
  }

  /** Takes a place for one card and says whether there was one. New cards stop at the limit of reviews too, unless told. */
  take(kind: Kind, course: CourseId, beyondReviews = false): boolean {
    if (!this.isLeftIn(course, kind, beyondReviews)) return false;
    const own = this.#byCourse.get(course) ?? none;
    this.#byCourse.set(course, { ...own, [kind]: own[kind] + 1 });
    this.#taken[kind] += 1;
    return true;
  }

  /** Whether some course would still get a place. */
  isLeft(kind: Kind, beyondReviews = false): boolean {
    const courses = [...this.#courseLimits.keys()];
    return courses.length === 0
      ? hasRoom(this.#taken, this.#limits, kind, beyondReviews)
      : courses.some((course) => this.isLeftIn(course, kind, beyondReviews));
  }

  /** Whether this course would. */
  isLeftIn(course: CourseId, kind: Kind, beyondReviews = false): boolean {
    const own = { ...this.#limits, ...this.#courseLimits.get(course) };
    return (
      hasRoom(this.#taken, this.#limits, kind, beyondReviews) &&
      hasRoom(this.#byCourse.get(course) ?? none, own, kind, beyondReviews)
    );
  }
}

const hasRoom = (taken: Limit, limit: Limit, kind: Kind, beyondReviews: boolean): boolean =>
  taken[kind] < limit[kind] &&
  (kind === "reviews" || beyondReviews || taken.reviews + taken.new < limit.reviews);
