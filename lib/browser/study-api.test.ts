import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, expect, test } from "vitest";
import { asId, type CardId } from "@/lib/core/ids";
import { keepAnswer, keptAnswers, keptRefused, withdrawAnswer } from "./kept";
import { sendAnswer, sendKept } from "./study-api";

interface Sent {
  sentAt: number;
  answers: { id: string }[];
}

/** A server that takes, refuses or is too busy for an answer as the answer's id says, and writes down what it was asked. */
let server: Server;
let asked: { path: string; body: unknown; learner: unknown }[] = [];
const browserFetch = globalThis.fetch;

beforeEach(async () => {
  asked = [];
  server = createServer(async (request, response) => {
    let text = "";
    for await (const part of request) text += part;
    const body = JSON.parse(text);
    asked.push({ path: request.url ?? "", body, learner: request.headers["epoch-learner"] });
    const head = { doneCount: 7 };
    const reply = (status: number, content: object) =>
      response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(content));
    if (request.url === "/api/study/undo")
      return body.reviewId.startsWith("arrived")
        ? reply(200, { head })
        : reply(404, { error: { kind: "not-found" } });
    if (request.url === "/api/study/answer") return reply(200, { graded: {}, head });
    const failureOf = (id: string) =>
      id.startsWith("gone") ? "not-found" : id.startsWith("busy") ? "not-saved" : null;
    const merged = (body as Sent).answers.map(({ id }) => ({ id, failure: failureOf(id) }));
    return reply(200, { merged, head });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  // A page's paths are relative to its server.
  globalThis.fetch = (path, init) => browserFetch(`http://127.0.0.1:${port}${path}`, init);
});
afterEach(() => {
  globalThis.fetch = browserFetch;
  server.close();
});

const given = (id: string) => ({
  id,
  cardId: asId<CardId>(`card of ${id}`),
  revision: 0,
  answer: { kind: "grade", grade: "good" } as const,
  takenMs: 1,
});
const keep = (userId: string, id: string) =>
  keepAnswer(userId, { ...given(id), shown: `question of ${id}`, at: 1 });
const mergedIds = () =>
  asked.flatMap(({ path, body }) =>
    path === "/api/study/merge" ? [(body as Sent).answers.map(({ id }) => id)] : [],
  );

test("more answers than the server takes at once are all sent, and none is kept", async () => {
  for (let at = 0; at < 101; at += 1) await keep("many", `a${at}`);
  expect(await sendKept("many")).toMatchObject({ saved: 101, refused: 0, head: { doneCount: 7 } });
  expect(mergedIds().map(({ length }) => length)).toEqual([100, 1]);
  expect(await keptAnswers("many")).toEqual([]);
});

test("an answer that the server refuses is named to the learner, one that it could not save waits", async () => {
  for (const id of ["fine", "gone", "busy"]) await keep("mixed", id);
  expect(await sendKept("mixed")).toMatchObject({ saved: 1, refused: 1 });
  expect((await keptAnswers("mixed")).map(({ id }) => id)).toEqual(["busy"]);
  expect(await keptRefused("mixed")).toEqual([
    { id: "gone", shown: "question of gone", grade: "good", failure: "not-found" },
  ]);
  expect(mergedIds()).toHaveLength(1);
});

test("an answer taken back before its reply came is taken back on the server, the last one first", async () => {
  for (const id of ["arrived 1", "arrived 2", "lost", "kept"]) await keep("undone", id);
  for (const id of ["arrived 1", "arrived 2", "lost"]) await withdrawAnswer("undone", id);
  expect(await sendKept("undone")).toMatchObject({ saved: 1, refused: 0 });
  expect(asked.map(({ path, body }) => [path, (body as { reviewId?: string }).reviewId])).toEqual([
    ["/api/study/undo", "lost"],
    ["/api/study/undo", "arrived 2"],
    ["/api/study/undo", "arrived 1"],
    ["/api/study/merge", undefined],
  ]);
  expect(mergedIds()).toEqual([["kept"]]);
  expect(new Set(asked.map(({ learner }) => learner))).toEqual(new Set(["undone"]));
  expect(await keptAnswers("undone")).toEqual([]);
});

test("the answer on a page's desk is left to that page", async () => {
  await keep("desk", "mine");
  expect(await sendKept("desk", { except: "mine" })).toMatchObject({ saved: 0, head: null });
  expect(asked).toEqual([]);
});

test("an answer given while others wait is sent after them", async () => {
  await keep("turns", "first");
  const isAwayBefore = async () => (await sendKept("turns", { except: "second" })).isAway;
  expect(await sendAnswer("turns", given("second"), { shown: "", isAwayBefore })).toMatchObject({ ok: true });
  expect(asked.map(({ path }) => path)).toEqual(["/api/study/merge", "/api/study/answer"]);
  expect(mergedIds()).toEqual([["first"]]);
  expect(await keptAnswers("turns")).toEqual([]);
});

test("an answer given while others cannot be sent waits behind them", async () => {
  const behind = { shown: "", isAwayBefore: async () => true };
  expect(await sendAnswer("behind", given("third"), behind)).toMatchObject({ ok: false, status: 0 });
  expect(asked).toEqual([]);
  expect(await keptAnswers("behind")).toMatchObject([{ id: "third" }]);
});

test("without a server an answer stays in the browser", async () => {
  server.close();
  server.closeAllConnections();
  const later = { shown: "a question", isAwayBefore: async () => false };
  expect(await sendAnswer("away", given("later"), later)).toMatchObject({ ok: false, status: 0 });
  expect(await keptAnswers("away")).toMatchObject([{ id: "later", shown: "a question" }]);
  expect(await sendKept("away")).toMatchObject({ saved: 0, head: null, isAway: true });
  expect(await keptAnswers("away")).toHaveLength(1);
});
