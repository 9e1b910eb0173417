/** Reads what a person wrote into the study settings; nothing is changed unless all of it can be read. */

import { fail, ok, type Result } from "../result";
import { type DayLoad, dayLoads } from "../schedule/load-balance";
import { type CourseRules, mixes, newOrders, reviewOrders, type StudyRules } from "./study-rules";

const unitSeconds = { s: 1, m: 60, h: 3_600, d: 86_400 } as const;
const units: Record<string, keyof typeof unitSeconds> = {
  s: "s",
  m: "m",
  h: "h",
  d: "d",
  초: "s",
  분: "m",
  시간: "h",
  일: "d",
};
const mostSteps = 10;
const longestStep = 30 * unitSeconds.d;
/** What one asks of oneself in a day has a bound, so that a slip of the finger does not bring ten thousand cards. */
export const mostNewPerDay = 200;
export const mostReviewsPerDay = 9_999;
export const longestInterval = 36_500;
export const mostLapses = 99;

/** "1m 10m 1d", or "1분 10분 1일", as seconds; "" is no steps; null for what cannot be read or a step above 30 days. */
export function readSteps(text: string): number[] | null {
  const words = text
    .normalize("NFKC")
    .trim()
    .toLowerCase()
    .split(/[\s,]+/)
    .filter(Boolean);
  const steps = words.map((word) => {
    const [, amount, name = ""] = /^(\d{1,4}(?:\.\d{1,2})?)(\D+)$/.exec(word) ?? [];
    const unit = units[name];
    return amount === undefined || !unit ? Number.NaN : Math.round(Number(amount) * unitSeconds[unit]);
  });
  const areSteps = steps.length <= mostSteps && steps.every((step) => step >= 1 && step <= longestStep);
  return areSteps ? steps : null;
}

/** Seconds as `readSteps` reads them, in the largest unit that leaves no rest. */
export const writeSteps = (steps: readonly number[]): string =>
  steps
    .map((step) => {
      const unit = (["d", "h", "m"] as const).find((each) => step % unitSeconds[each] === 0) ?? "s";
      return `${step / unitSeconds[unit]}${unit}`;
    })
    .join(" ");

/** The settings as text and switches, as a form has them. */
export interface WrittenRules {
  reviewsPerDay: string;
  learningSteps: string;
  relearningSteps: string;
  maximumDays: string;
  leechAt: string;
  leechAction: string;
  newOrder: string;
  reviewOrder: string;
  newMix: string;
  learningMix: string;
  newBeyondReviews: boolean;
  buryNew: boolean;
  buryReviews: boolean;
  buryLearning: boolean;
  balancesLoad: boolean;
  easyDays: readonly string[];
  showsTimer: boolean;
}

export interface ReadRules {
  reviewsPerDay: number;
  rules: Omit<StudyRules, "retention">;
}

const wholeIn = (written: string, least: number, most: number): number | null => {
  const text = written.normalize("NFKC").trim();
  const value = /^\d{1,6}$/.test(text) ? Number(text) : Number.NaN;
  return value >= least && value <= most ? value : null;
};
const oneOf = <Value extends string>(text: string, values: readonly Value[]): Value | null =>
  values.find((value) => value === text) ?? null;

/** The settings, or the first field that cannot be read. */
export function readRules(
  written: WrittenRules,
): Result<ReadRules, { kind: "unreadable"; field: keyof WrittenRules }> {
  const { newBeyondReviews, buryNew, buryReviews, buryLearning, balancesLoad, showsTimer } = written;
  const easyDays = written.easyDays.map((load) => oneOf<DayLoad>(load, dayLoads));
  const read = {
    reviewsPerDay: wholeIn(written.reviewsPerDay, 0, mostReviewsPerDay),
    learningSteps: readSteps(written.learningSteps),
    relearningSteps: readSteps(written.relearningSteps),
    maximumDays: wholeIn(written.maximumDays, 1, longestInterval),
    leechAt: wholeIn(written.leechAt, 0, mostLapses),
    leechAction: oneOf(written.leechAction, ["tag", "suspend"] as const),
    newOrder: oneOf(written.newOrder, newOrders),
    reviewOrder: oneOf(written.reviewOrder, reviewOrders),
    newMix: oneOf(written.newMix, mixes),
    learningMix: oneOf(written.learningMix, mixes),
    easyDays: easyDays.length === 7 && easyDays.every((load) => load !== null) ? easyDays : null,
  };
  const wrong = (Object.keys(read) as (keyof typeof read)[]).find((field) => read[field] === null);
  if (wrong) return fail({ kind: "unreadable", field: wrong });
  const { reviewsPerDay, ...rules } = read as {
    [Field in keyof typeof read]: NonNullable<(typeof read)[Field]>;
  };
  return ok({
    reviewsPerDay,
    rules: {
      ...rules,
      easyDays: rules.easyDays as DayLoad[],
      newBeyondReviews,
      buryNew,
      buryReviews,
      buryLearning,
      balancesLoad,
      showsTimer,
    },
  });
}

/** The limits of one course as a form has them; empty is none of its own. */
export interface WrittenLimits {
  courseId: string;
  newPerDay: string;
  reviewsPerDay: string;
}
type CourseLimits = Pick<CourseRules, "newPerDay" | "reviewsPerDay">;

const mostOf = { newPerDay: mostNewPerDay, reviewsPerDay: mostReviewsPerDay } as const;

/** The limits of a course, or the one that cannot be read. */
export function readLimits(
  written: WrittenLimits,
): Result<CourseLimits, { kind: "unreadable"; field: keyof typeof mostOf }> {
  const limits: CourseLimits = {};
  for (const field of ["newPerDay", "reviewsPerDay"] as const) {
    if (written[field].trim() === "") continue;
    const value = wholeIn(written[field], 0, mostOf[field]);
    if (value === null) return fail({ kind: "unreadable", field });
    limits[field] = value;
  }
  return ok(limits);
}
