/** A past for one learner, written straight into the database of a server: what takes weeks to review by hand. */
import { join } from "node:path";
import Database from "better-sqlite3";
import { createRng } from "@/lib/core/rng";
import { gradeCard, newMemory, recallOn } from "@/lib/core/schedule/grade-card";
import type { Grade, Memory } from "@/lib/core/schedule/memory";
import { usualScheduling } from "@/lib/core/schedule/scheduling";
import { nextTrace, type Trace } from "@/lib/core/schedule/trace";
import { addDays, type Calendar, startOfStudyDay, studyDayOf } from "@/lib/core/study-day";
import type { Server } from "./server";

const calendar: Calendar = { zone: "Asia/Seoul", rolloverHour: 4 };

interface Wish {
  email: string;
  /** Cards met, the first of the course and every seventh computed one. */
  cards: number;
  /** Days back to the first review. */
  days: number;
  /** Days back to the last one; without it today's cards are reviewed too. */
  until?: number;
  /** Weights of the memory that they really have; without them the one that the scheduler assumes. */
  truth?: readonly number[];
}

/** Reviews cards for `days` days as somebody with such a memory would, with every fifth day a rest. @returns their id. */
export function givePast(server: Server, { email, cards, days, until = 0, truth }: Wish): string {
  const db = new Database(join(server.dataDir, "epoch.db"));
  db.pragma("foreign_keys = ON");
  const userId = db.prepare("select id from users where email = ?").pluck().get(email) as string;
  // Other specs on this server may have made courses of their own.
  const met = db
    .prepare(
      `select id, family from cards where retired_at is null
       and course_id in (select course_id from enrolments where user_id = ?) order by family is null, position`,
    )
    .all(userId) as { id: string; family: string | null }[];
  const computed = met.filter(({ family }) => family !== null);
  const notes = met.filter(({ family }) => family === null);
  const chosen = Array.from({ length: cards }, (_, at) =>
    at % 7 === 6 ? computed[(at - 6) / 7] : notes[at],
  ).flatMap((card) => card ?? []);
  const addReview = db.prepare(
    `insert into reviews (id, user_id, card_id, seq, at, study_day, grade, taken_ms, phase, before, after, unit, amount, family, slips)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'days', 1, ?, '[]')`,
  );
  const addMemory = db.prepare(
    `insert into memories (user_id, card_id, phase, stability, difficulty, step, due_at, due_day, reps, lapses, last_reviewed_at, last_day, revision)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const rng = createRng(7);
  const thisDay = studyDayOf(Date.now(), calendar);
  const memories = new Map<string, Memory>();
  const real = { ...usualScheduling, weights: truth ?? usualScheduling.weights };
  const traces = new Map<string, Trace>();
  let seq = 0;
  const review = (card: { id: string; family: string | null }, at: number, grade: Grade) => {
    const before = memories.get(card.id) ?? newMemory();
    const after = gradeCard({ memory: before, grade, now: at, calendar, cardId: card.id });
    memories.set(card.id, after);
    const elapsed = studyDayOf(at, calendar) - (before.lastDay ?? studyDayOf(at, calendar));
    traces.set(card.id, nextTrace(traces.get(card.id) ?? null, elapsed, grade, real));
    seq += 1;
    const states = [before.phase === "new" ? null : JSON.stringify(before), JSON.stringify(after)];
    addReview.run(
      `${userId} ${seq}`,
      userId,
      card.id,
      seq,
      at,
      studyDayOf(at, calendar),
      grade,
      Math.round(3_000 + rng.real() * 15_000),
      before.phase,
      ...states,
      card.family,
    );
  };
  db.transaction(() => {
    for (let ago = days; ago >= until; ago -= 1) {
      if (ago % 5 === 3) continue;
      // The first hour of a study day, whatever hour it is now: no day is split in two.
      let at = startOfStudyDay(addDays(thisDay, -ago), calendar);
      const today = studyDayOf(at, calendar);
      const fresh = Math.ceil(cards / days);
      const start = (days - ago) * fresh;
      for (const [place, card] of chosen.entries()) {
        const memory = memories.get(card.id);
        const isDue = memory !== undefined && memory.dueAt <= at;
        if (!isDue && (memory !== undefined || place >= start + fresh)) continue;
        at += 1_000;
        const chance = memory ? recallOn({ ...memory, ...traces.get(card.id) }, today, real) : 0.7;
        review(card, at, rng.real() < chance ? (rng.real() < 0.15 ? "easy" : "good") : "again");
      }
    }
    for (const [cardId, memory] of memories) {
      const { phase, stability, difficulty, step, dueAt, dueDay, reps, lapses, lastReviewedAt, lastDay } =
        memory;
      const state = [
        phase,
        stability,
        difficulty,
        step,
        dueAt,
        dueDay,
        reps,
        lapses,
        lastReviewedAt,
        lastDay,
      ];
      addMemory.run(userId, cardId, ...state, reps);
    }
    const leeches = [chosen[0], chosen.find(({ family }) => family !== null)].flatMap((card) => card ?? []);
    for (const { id } of leeches) {
      db.prepare("insert into tags (user_id, card_id, tag) values (?, ?, 'leech')").run(userId, id);
      db.prepare("update memories set lapses = 8 where user_id = ? and card_id = ?").run(userId, id);
    }
  }).immediate();
  db.close();
  return userId;
}
