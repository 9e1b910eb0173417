/** The numbers behind each chart: one table for the page and for its CSV file. */
import { type Cell, rowsAsCsv } from "../../rows-as-csv";
import { addDays, dayMs, type StudyDay } from "../../study-day";
import { heatMap, shownWeeks } from "./heat-map";
import { cardKinds, type ForetoldWorkload, type Progress } from "./progress";

/** The charts of the progress page. */
export const charts = ["days", "time", "retention", "stability", "difficulty", "mastery", "leeches"] as const;
export type Chart = (typeof charts)[number];

/** How the numbers of a column are meant: a day counts study days, a share runs from 0 to 1. */
type Meaning = "day" | "share" | "number" | "words";

export interface Column {
  name: string;
  meaning: Meaning;
}
export interface ChartTable {
  columns: readonly Column[];
  rows: Cell[][];
}

const columns = (names: Record<string, Meaning>): Column[] =>
  Object.entries(names).map(([name, meaning]) => ({ name, meaning }));

const rounded = (value: number, digits: number): number => Number(value.toFixed(digits));
const minutes = (ms: number): number => rounded(ms / 60_000, 1);
const seconds = (ms: number): number => rounded(ms / 1_000, 1);

/** Days with a review, as the map of days draws them. */
export function daysTable({ days, today }: Pick<Progress, "days" | "today">): ChartTable {
  const { weeks } = heatMap(days, today, shownWeeks.wide);
  return {
    columns: columns({ day: "day", reviews: "number" }),
    rows: weeks.flat().flatMap(({ day, reviews }) => (reviews === 0 ? [] : [[day, reviews]])),
  };
}

/** Cards of the days to come, the first of them `today`. */
export const forecastTable = (today: StudyDay, forecast: readonly number[]): ChartTable => ({
  columns: columns({ day: "day", cards: "number" }),
  rows: forecast.map((cards, ahead) => [addDays(today, ahead), cards]),
});

/** What each desired recall of a course costs. */
export const workloadTable = (points: readonly ForetoldWorkload[]): ChartTable => ({
  columns: columns({ recall_wanted: "share", minutes_per_day: "number", remembered: "share" }),
  rows: points.map(({ retention, minutesPerDay, remembered }) => [
    retention,
    rounded(minutesPerDay, 1),
    remembered === null ? null : rounded(remembered, 4),
  ]),
});

const tableOf: Record<Chart, (progress: Progress) => ChartTable> = {
  days: daysTable,
  time: ({ time }) => ({
    columns: columns({ day: "day", minutes: "number", reviews: "number", seconds_per_review: "number" }),
    rows: time.days.map(({ day, reviews, takenMs }) => [
      day,
      minutes(takenMs),
      reviews,
      reviews === 0 ? null : seconds(takenMs / reviews),
    ]),
  }),
  retention: ({ retention }) => ({
    columns: columns({
      cards: "words",
      from: "share",
      to: "share",
      promised: "share",
      seen: "share",
      low: "share",
      high: "share",
      reviews: "number",
    }),
    rows: cardKinds.flatMap((kind) =>
      (retention[kind]?.bins ?? []).map(({ from, to, reviews, promised, seen, range }) => [
        kind,
        from,
        to,
        ...[promised, seen, range.low, range.high].map((share) => rounded(share, 4)),
        reviews,
      ]),
    ),
  }),
  stability: ({ stability }) => ({
    columns: columns({ from_days: "number", to_days: "number", cards: "number" }),
    rows: stability.bins.map(({ from, to, cards }) => [from, to, cards]),
  }),
  difficulty: ({ difficulty }) => ({
    columns: columns({ difficulty: "number", cards: "number" }),
    rows: difficulty.bins.map(({ from, cards }) => [from, cards]),
  }),
  mastery: ({ concepts }) => ({
    columns: columns({
      concept: "words",
      course: "words",
      mastery: "share",
      recall: "share",
      cards: "number",
      seen: "number",
    }),
    rows: concepts.map(({ name, courseId, mastery, recall, cards, seen }) => [
      name,
      courseId,
      rounded(mastery, 4),
      recall === null ? null : rounded(recall, 4),
      cards,
      seen,
    ]),
  }),
  leeches: ({ leeches }) => ({
    columns: columns({ card: "words", front: "words", lapses: "number", state: "words" }),
    rows: leeches.map(({ cardId, front, lapses, isSuspended }) => [
      cardId,
      front,
      lapses,
      isSuspended ? "suspended" : "studied",
    ]),
  }),
};

export const chartTable = (chart: Chart, progress: Progress): ChartTable => tableOf[chart](progress);

/** A table as a file, days as 2026-11-20. */
export function tableAsCsv({ columns: named, rows }: ChartTable): string {
  const asFile = (cell: Cell, at: number): Cell =>
    named[at]?.meaning === "day" && typeof cell === "number" ? isoDay(cell) : cell;
  return rowsAsCsv(
    named.map(({ name }) => name),
    rows.map((row) => row.map(asFile)),
  );
}

/** Study days are civil days: no zone moves them. */
const isoDay = (day: number): string => new Date(day * dayMs).toISOString().slice(0, 10);
