import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { renderToString } from "react-dom/server";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { WordsProvider } from "@/app/_i18n/words-provider";
import { keepAhead, keptAnswers } from "@/lib/browser/kept";
import { asId, type CardId } from "@/lib/core/ids";
import type { QueueHead, ReviewCard } from "@/lib/core/study/review-card";
import { useReview } from "./use-review";

/** A server that is as the test says, and writes down what it was asked. */
let server: Server;
let status = 200;
let error = "";
let asked: string[] = [];
const browserFetch = globalThis.fetch;

beforeEach(async () => {
  asked = [];
  server = createServer(async (request, response) => {
    asked.push(request.url ?? "");
    let text = "";
    for await (const part of request) text += part;
    const { answers = [] } = JSON.parse(text) as { answers?: { id: string }[] };
    const merged = answers.map(({ id }) => ({ id, failure: null }));
    const body = status === 200 ? { head, merged, graded: {} } : { error: { kind: error, message: "" } };
    response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  // A page's paths are relative to its server.
  globalThis.fetch = (path, init) => browserFetch(`http://127.0.0.1:${port}${path}`, init);
});
afterEach(() => {
  vi.unstubAllGlobals();
  globalThis.fetch = browserFetch;
  server.close();
});

const card = {
  cardId: asId<CardId>("a"),
  revision: 0,
  phase: "new",
  face: { kind: "question", ask: { prompt: { ko: "", en: "" } } },
} as ReviewCard;
const head: QueueHead = {
  cards: [card],
  counts: { new: 1, learning: 0, review: 0 },
  done: [],
  doneCount: 0,
  againCount: 0,
  lastReviewId: "1",
  nextLearningAt: null,
  asOf: 1,
  changesAt: 2,
};

/** The acts of an open review page. */
function open(userId: string, first = head): ReturnType<typeof useReview> {
  let review: ReturnType<typeof useReview> | undefined;
  function Page() {
    review = useReview(userId, first);
    return null;
  }
  renderToString(
    <WordsProvider locale="en" messages={{}}>
      <Page />
    </WordsProvider>,
  );
  if (!review) throw new Error("not drawn");
  return review;
}

test("an answer that could not be saved is sent again under its own id after a flag failed", async () => {
  [status, error] = [503, "not-saved"];
  const review = open("flags");
  await review.answer({ kind: "given", given: "3", browserVerdict: null }, { turn: 0 });
  const [first] = await keptAnswers("flags");
  expect(await review.flag(card.cardId, true)).toBe(false);
  await review.answer({ kind: "given", given: "3", browserVerdict: null }, { turn: 0 });
  expect((await keptAnswers("flags")).map(({ id }) => id)).toEqual([first?.id]);
  expect(asked).toEqual(["/api/study/answer", "/api/study/card", "/api/study/answer"]);
});

test("an answer that waits is sent before the next one, and both are counted once", async () => {
  const note = (name: string): ReviewCard => ({
    ...card,
    cardId: asId<CardId>(name),
    face: { kind: "note", rule: "R1", sides: {}, correction: null },
  });
  await keepAhead("waits", [note("b")]);
  const review = open("waits", { ...head, cards: [note("a")] });
  // Nobody writes on this page.
  vi.stubGlobal("document", { querySelector: () => null, activeElement: null });
  [status, error] = [503, "not-saved"];
  await review.answer({ kind: "grade", grade: "good" }, { turn: 0 });
  status = 200;
  await review.answer({ kind: "grade", grade: "hard" }, { turn: 1 });
  expect(asked).toEqual(["/api/study/answer", "/api/study/merge", "/api/study/answer"]);
  expect(await keptAnswers("waits")).toEqual([]);
});

test("a key pressed on a card that is still drawn answers or sets aside nothing once the next one is on the desk", async () => {
  status = 200;
  const review = open("late");
  expect(await review.answer({ kind: "grade", grade: "good" }, { turn: 0 })).toMatchObject({ ok: true });
  expect(await review.answer({ kind: "grade", grade: "good" }, { turn: 0 })).toBeNull();
  expect(await review.setAside({ cardId: card.cardId, back: "unbury" }, 0)).toBe(false);
  expect(asked).toEqual(["/api/study/answer"]);
});

test("undo and redo claim nothing of a server that they could not reach", async () => {
  [status, error] = [503, "unexpected"];
  expect(await open("acts").undo()).toBe("failed");
  expect(await open("acts").redo()).toBe("failed");
  [status, error] = [409, "not-latest"];
  expect(await open("acts").redo()).toBe("none");
  expect(await open("acts", { ...head, lastReviewId: null }).undo()).toBe("none");
  status = 200;
  expect(await open("acts").undo()).toBe("done");
  expect(await open("acts").redo()).toBe("done");
});
