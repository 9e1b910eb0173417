/** The numbers behind one chart of Today, Progress or the settings. */
import type { Person } from "@/lib/core/people/person";
import {
  type Chart,
  type ChartTable,
  charts,
  chartTable,
  forecastTable,
  workloadTable,
} from "@/lib/core/study/progress/chart-table";
import { totalOf } from "@/lib/core/study/review-card";
import { openMemory } from "../fit/open-memory";
import { forecastFor } from "./forecast";
import { loadQueue } from "./load-queue";
import { openProgress } from "./open-progress";

const isOfProgress = (name: string): name is Chart => charts.some((chart) => chart === name);

/** Null for a chart that there is not; `course` says whose workload is meant. */
export async function openChart(
  person: Person,
  { chart, course }: { chart: string; course: string | null },
  now: number,
): Promise<ChartTable | null> {
  if (isOfProgress(chart)) return chartTable(chart, await openProgress(person, person.locale, now));
  if (chart === "forecast") {
    const { today, arranged } = await loadQueue(person, now);
    return forecastTable(today, await forecastFor(person, now, totalOf(arranged.counts)));
  }
  if (chart !== "workload") return null;
  const found = (await openMemory(person, now)).courses.find(({ id }) => id === course);
  return found ? workloadTable(found.workload) : null;
}
