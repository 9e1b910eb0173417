import { expect, it } from "vitest";
import { asId, type CardId, type ConceptId, type CourseId } from "../../ids";
import type { StudyDay } from "../../study-day";
import { type Chart, charts, chartTable, forecastTable, tableAsCsv, workloadTable } from "./chart-table";
import type { Progress } from "./progress";
import { sumUpReliability } from "./reliability";
import { spreadDifficulty, spreadStability } from "./spread";
import { timeSpent } from "./time-spent";

const today = 20_777 as StudyDay;
const days = [
  { day: (today - 400) as StudyDay, reviews: 5, takenMs: 1_000 },
  { day: (today - 1) as StudyDay, reviews: 12, takenMs: 90_000 },
];
const courseId = asId<CourseId>("course");
const progress: Progress = {
  today,
  days,
  time: timeSpent(days, today, 3),
  retention: {
    notes: sumUpReliability([
      { chance: 0.92, isRecalled: true },
      { chance: 0.94, isRecalled: false },
    ]),
    computed: sumUpReliability([{ chance: 0.4, isRecalled: true }]),
  },
  stability: spreadStability([3, 300]),
  difficulty: spreadDifficulty([10, 5.5]),
  concepts: [
    {
      courseId,
      id: asId<ConceptId>("adam"),
      name: "Adam, 아담",
      mastery: 0.123456,
      recall: null,
      cards: 8,
      seen: 0,
      nextAt: null,
    },
  ],
  leeches: [
    {
      cardId: asId<CardId>("card-1"),
      courseId,
      conceptId: asId<ConceptId>("adam"),
      front: '=HYPERLINK("x")',
      language: "en",
      family: null,
      lapses: 9,
      isSuspended: true,
      mayEdit: false,
      maySplit: false,
    },
  ],
};

const chartAsCsv = (chart: Chart, of: Progress): string => tableAsCsv(chartTable(chart, of));

it("writes days as dates and leaves out rest and what is no longer drawn", () => {
  expect(chartAsCsv("days", progress)).toBe("day,reviews\r\n2026-11-19,12\r\n");
});

it("writes time with days of rest, which have no time for an answer", () => {
  expect(chartAsCsv("time", progress)).toBe(
    "day,minutes,reviews,seconds_per_review\r\n2026-11-18,0,0,\r\n2026-11-19,1.5,12,7.5\r\n2026-11-20,0,0,\r\n",
  );
});

it("writes promises of notes and computed cards apart", () => {
  expect(chartAsCsv("retention", progress)).toBe(
    "cards,from,to,promised,seen,low,high,reviews\r\n" +
      "notes,0.9,0.95,0.93,0.5,0.0945,0.9055,2\r\n" +
      "computed,0,0.5,0.4,1,0.2065,1,1\r\n",
  );
});

it("writes spreads with their edges, the last one open", () => {
  expect(chartTable("stability", progress).rows.slice(-2)).toEqual([
    [128, 256, 0],
    [256, null, 1],
  ]);
  expect(chartTable("difficulty", progress).rows.filter(([, cards]) => cards !== 0)).toEqual([
    [5, 1],
    [10, 1],
  ]);
});

it("writes names as words and never as a formula", () => {
  expect(chartAsCsv("mastery", progress)).toBe(
    'concept,course,mastery,recall,cards,seen\r\n"Adam, 아담",course,0.1235,,8,0\r\n',
  );
  expect(chartAsCsv("leeches", progress)).toBe(
    'card,front,lapses,state\r\ncard-1,"\'=HYPERLINK(""x"")",9,suspended\r\n',
  );
});

it("writes the days to come from today on, and what a desired recall costs", () => {
  expect(tableAsCsv(forecastTable(today, [12, 0, 3]))).toBe(
    "day,cards\r\n2026-11-20,12\r\n2026-11-21,0\r\n2026-11-22,3\r\n",
  );
  const points = [
    { retention: 0.7, minutesPerDay: 4.26, remembered: 0.81239 },
    { retention: 0.9, minutesPerDay: 0, remembered: null },
  ];
  expect(tableAsCsv(workloadTable(points))).toBe(
    "recall_wanted,minutes_per_day,remembered\r\n0.7,4.3,0.8124\r\n0.9,0,\r\n",
  );
});

it("gives every chart rows as wide as its heading", () => {
  for (const chart of charts) {
    const { columns, rows } = chartTable(chart, progress);
    expect(rows.length, chart).toBeGreaterThan(0);
    for (const row of rows) expect(row, chart).toHaveLength(columns.length);
  }
});
