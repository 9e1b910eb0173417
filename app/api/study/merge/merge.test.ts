/** Answers that waited in a browser, as it sends them. */
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openQueue } from "@/lib/server/study/open-queue";
import { addLearner, openCourse } from "@/lib/server/testing/open-course";
import { signedIn } from "@/lib/server/testing/signed-in";
import { POST as sendKept } from "./route";

let opened: Awaited<ReturnType<typeof openCourse>>;
beforeAll(async () => {
  opened = await openCourse(Date.now());
});
afterAll(() => opened.remove());

it("U4 one kept answer that cannot be read keeps no other back", async () => {
  const now = Date.now();
  const person = await addLearner("kept@example.com", now);
  const [card] = (await openQueue(person, now)).cards;
  const good = {
    id: randomUUID(),
    cardId: card?.cardId,
    revision: card?.revision,
    takenMs: 3_000,
    at: now - 60_000,
    answer: { kind: "grade", grade: "good" },
  };
  const unreadable = [{ ...good, id: "old form" }, { ...good, id: randomUUID(), takenMs: -1 }, 7];
  const reply = await sendKept(
    new Request("http://localhost:3000/api/study/merge", {
      method: "POST",
      headers: { cookie: await signedIn(person, now), "content-type": "application/json" },
      body: JSON.stringify({ sentAt: now, answers: [...unreadable, good] }),
    }),
  );
  expect(reply.status).toBe(200);
  const { merged, head } = await reply.json();
  expect(merged).toEqual([
    { id: "old form", failure: "bad-request" },
    { id: expect.any(String), failure: "bad-request" },
    { id: null, failure: "bad-request" },
    { id: good.id, failure: null },
  ]);
  expect(head.doneCount).toBe(1);
});
