/** A database of many learners with 10,000 cards each, written past the store: only reading it is measured. */
import { join } from "node:path";
import Database from "better-sqlite3";
import { asId, type CardId, type UserId } from "@/lib/core/ids";
import type { Person } from "@/lib/core/people/person";
import { createRng } from "@/lib/core/rng";
import { openStore } from "@/lib/db/client";
import { account, courseWith } from "@/lib/db/contract/rows";
import { enrol, saveCourse } from "@/lib/db/courses";
import { migrate } from "@/lib/db/migrate";
import type { Store } from "@/lib/db/store";
import { addAccount } from "@/lib/db/users";
import { keepStore } from "@/lib/server/store";
import { newDataDir, removeDir } from "../support/server";

export const cardsEach = 10_000;
/** Noon in Seoul of study day 20777. */
export const now = Date.parse("2026-11-20T03:00:00Z");
export const today = 20_777;
/** Cards are due since so many days at most, or come back within so many. */
const dueDays = 60;

export interface ManyCards {
  store: Store;
  people: Person[];
  cardIds: CardId[];
  file: string;
  remove(): Promise<void>;
}

/** So many learners of one course with 10,000 cards, none of them reviewed. */
export async function openManyCards(learners: number): Promise<ManyCards> {
  const dataDir = newDataDir();
  const file = join(dataDir, "epoch.db");
  migrate(file);
  const store = openStore(file);
  keepStore(store);
  const course = courseWith(cardsEach);
  const people = Array.from({ length: learners }, (_, at) => ({
    ...account,
    id: asId<UserId>(`learner-${String(at).padStart(4, "0")}-0123456789abcdef`),
    email: `learner-${at}@example.com`,
  }));
  await store.tx(async (db) => {
    await saveCourse(db, course, now);
    for (const person of people) {
      await addAccount(db, person);
      await enrol(db, person.id, course.id, now);
    }
  });
  return {
    store,
    people,
    cardIds: course.cards.map(({ id }) => id),
    file,
    remove: async () => {
      await store.close();
      keepStore(null);
      removeDir(dataDir);
    },
  };
}

/** Every learner has every card in review: the first, third, … with all of them due, the others with a usual day. */
export async function makeSeenCards(learners: number): Promise<ManyCards> {
  const many = await openManyCards(learners);
  const writing = new Database(many.file);
  writing.pragma("synchronous = OFF");
  const add = writing.prepare(
    `insert into memories (user_id, card_id, phase, stability, difficulty, step, due_at, due_day, reps, lapses,
      last_reviewed_at, last_day, revision) values (?, ?, 'review', ?, ?, 0, ?, ?, 3, 0, ?, ?, 3)`,
  );
  const rng = createRng(1);
  writing.transaction(() => {
    for (const [place, { id }] of many.people.entries()) {
      for (const cardId of many.cardIds) {
        const late = place % 2 === 0 ? rng.int(0, dueDays - 1) : -rng.int(0, dueDays - 1);
        const interval = rng.int(1, 90) + Math.max(0, -late);
        const at = (days: number) => now - days * 86_400_000;
        add.run(
          id,
          cardId,
          interval,
          rng.real() * 9 + 1,
          at(late),
          today - late,
          at(late + interval),
          today - late - interval,
        );
      }
    }
  })();
  writing.close();
  return many;
}
