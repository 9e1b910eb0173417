/** How fast memories are folded from grades, and the proofs about the log with as many grades as a class gives in years. */
import { execFileSync } from "node:child_process";
import { dirname } from "node:path";
import type { CardId } from "@/lib/core/ids";
import type { Person } from "@/lib/core/people/person";
import { createRng } from "@/lib/core/rng";
import { grades } from "@/lib/core/schedule/memory";
import { usualScheduling } from "@/lib/core/schedule/scheduling";
import { foldTrace } from "@/lib/core/schedule/trace";
import type { StudyDay } from "@/lib/core/study-day";
import { countedReviews } from "@/lib/db/reviews";
import { openProgress } from "@/lib/server/study/open-progress";
import { openRecord } from "@/lib/server/study/open-record";
import { openToday } from "@/lib/server/study/open-today";
import { proveLog } from "@/lib/server/testing/prove-log";
import { submitTwice } from "@/lib/server/testing/submit-twice";
import { projectRoot } from "../support/server";
import { cardsEach, openManyCards } from "./many-cards";

const stepsEach = 10;
const rounds = 5;
const hourMs = 3_600_000;
const from = Date.parse("2024-01-01T03:00:00Z");
const tenths = (value: number): number => Math.round(value * 10) / 10;

/** Millions of grades a second that are folded on one core, by processor time: the best of five runs. */
export function measureFold(): number {
  const rng = createRng(1);
  const logs = Array.from({ length: cardsEach }, () => {
    let day = 20_000;
    return Array.from({ length: stepsEach }, () => {
      day += rng.int(0, 30);
      return { grade: rng.pick(grades), studyDay: day as StudyDay };
    });
  });
  const rates = Array.from({ length: rounds }, () => {
    const began = process.cpuUsage();
    for (const log of logs) foldTrace(log, usualScheduling);
    const { user, system } = process.cpuUsage(began);
    return (cardsEach * stepsEach) / (user + system);
  });
  return Math.round(Math.max(...rates) * 100) / 100;
}

export interface LogProof {
  grades: number;
  /** Cards whose stored state, and whose replayed log, is not what folding in memory gave: both are 0. */
  storedOtherwise: number;
  replayedOtherwise: number;
  foldSeconds: number;
  storeSeconds: number;
  replaySeconds: number;
  /** One learner's pages at the end, in ms. */
  pagesMs: Record<"progress" | "record" | "today", number>;
  /** A fit of one learner's whole log in its own process. */
  fit: { reviews: number; seconds: number; peakMb: number };
}

/** So many random grades by ten learners, each of any card of 10,000. */
export async function measureProof(total: number): Promise<LogProof> {
  const many = await openManyCards(10);
  const each = total / many.people.length;
  const sum: LogProof = {
    grades: total,
    storedOtherwise: 0,
    replayedOtherwise: 0,
    foldSeconds: 0,
    storeSeconds: 0,
    replaySeconds: 0,
    pagesMs: { progress: 0, record: 0, today: 0 },
    fit: { reviews: 0, seconds: 0, peakMb: 0 },
  };
  try {
    for (const [seed, person] of many.people.entries()) {
      const study = {
        cardIds: many.cardIds,
        grades: each,
        seed,
        from,
        pauseMs: (2 * 1000 * 24 * hourMs) / each,
      };
      const { storedOtherwise, replayedOtherwise, seconds } = await proveLog(person, study);
      sum.storedOtherwise += storedOtherwise;
      sum.replayedOtherwise += replayedOtherwise;
      sum.foldSeconds = tenths(sum.foldSeconds + seconds.fold);
      sum.storeSeconds = tenths(sum.storeSeconds + seconds.store);
      sum.replaySeconds = tenths(sum.replaySeconds + seconds.replay);
    }
    const [person] = many.people;
    if (person) sum.pagesMs = await timePages(person, from + 1001 * 24 * hourMs);
    if (person) sum.fit = measureFit(person, dirname(many.file));
    return sum;
  } finally {
    await many.remove();
  }
}

function measureFit({ id }: Person, dataDir: string): LogProof["fit"] {
  const told = execFileSync(process.execPath, ["--import", "tsx", "e2e/bench/one-fit.ts", id], {
    cwd: projectRoot,
    env: { ...process.env, EPOCH_DATA_DIR: dataDir },
    encoding: "utf8",
  });
  const { reviews, seconds, peakMb } = JSON.parse(told) as LogProof["fit"];
  return { reviews, seconds: tenths(seconds), peakMb: Math.round(peakMb) };
}

async function timePages(person: Person, now: number): Promise<LogProof["pagesMs"]> {
  const best = async (open: () => Promise<unknown>) => {
    const took: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const began = performance.now();
      await open();
      took.push(performance.now() - began);
    }
    return tenths(Math.min(...took));
  };
  return {
    progress: await best(() => openProgress(person, "ko", now)),
    record: await best(() => openRecord(person, "ko", now)),
    today: await best(() => openToday(person, now)),
  };
}

/** So many answers, each sent twice at once; gives how many reviews too many or too few the log then has: 0. */
export async function measureDoubles(answers: number): Promise<{ answers: number; wrong: number }> {
  const many = await openManyCards(1);
  try {
    const [person] = many.people;
    if (!person) throw new Error("measureDoubles: no learner");
    const cardIds: CardId[] = many.cardIds.slice(0, 100);
    const { recorded, refused } = await submitTwice(person, cardIds, {
      rounds: answers / cardIds.length,
      from,
    });
    const log = await countedReviews(many.store.read, person.id);
    return { answers, wrong: Math.abs(log.length - answers) + Math.abs(recorded - answers) + refused };
  } finally {
    await many.remove();
  }
}
