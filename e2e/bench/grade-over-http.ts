/** How long a saved grade takes over HTTP, alone and with several learners at once. */

import { join } from "node:path";
import type { Browser } from "@playwright/test";
import Database from "better-sqlite3";
import type { QueueHead } from "@/lib/core/study/review-card";
import { registerByForm } from "../support/people";
import { openedQueue, someAnswer } from "../support/review";
import type { Server } from "../support/server";
import { type Load, timeLoad } from "./load";

/** Lets everybody on a server learn this many new cards today. */
export function allowNewCards(server: Server, newPerDay: number): void {
  const db = new Database(join(server.dataDir, "epoch.db"));
  db.prepare("update users set new_per_day = ?").run(newPerDay);
  db.close();
}

export async function measureGrades(
  browser: Browser,
  server: Server,
  many: number,
  each: number,
): Promise<{ alone: Load; together: Load }> {
  const senders = [];
  for (let learner = 0; learner < many; learner += 1) senders.push(await newSender(browser, server));
  const [first] = senders;
  if (!first) throw new Error("measureGrades: no learner");
  await timeLoad([first], each);
  return { alone: await timeLoad([first], each), together: await timeLoad(senders, each) };
}

/** A new learner, as a function that grades the card at the head of the queue. */
async function newSender(browser: Browser, server: Server): Promise<() => Promise<void>> {
  const context = await browser.newContext({ baseURL: server.url, locale: "en-US" });
  const page = await context.newPage();
  await registerByForm(page);
  allowNewCards(server, 200);
  let { head } = await openedQueue(page);
  const cookie = (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
  await context.close();
  return async () => {
    const card = head.cards[0];
    if (!card) throw new Error("a learner has no card left to grade");
    const answer =
      card.face.kind === "note"
        ? { kind: "grade", grade: "again" }
        : { kind: "given", given: someAnswer(card.face.ask.answer), browserVerdict: null };
    const body = {
      id: crypto.randomUUID(),
      cardId: card.cardId,
      revision: card.revision,
      answer,
      takenMs: 900,
    };
    const reply = await fetch(`${server.url}/api/study/answer`, {
      method: "POST",
      headers: { "content-type": "application/json", cookie },
      body: JSON.stringify(body),
    });
    if (!reply.ok) throw new Error(`a grade was refused: ${reply.status} ${await reply.text()}`);
    ({ head } = (await reply.json()) as { head: QueueHead });
  };
}
