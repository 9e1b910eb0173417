/** The HTTP API as a script sees it: real requests into the routes, a real database behind them. */
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { asId, type TokenId } from "@/lib/core/ids";
import type { Person } from "@/lib/core/people/person";
import type { TokenScope } from "@/lib/core/people/token-scope";
import { runSql } from "@/lib/db/contract/raw-file";
import { leaveCourse } from "@/lib/db/courses";
import { databaseFile } from "@/lib/server/data-dir";
import { burst, limitRate } from "@/lib/server/http/limit-rate";
import { endToken, makeToken } from "@/lib/server/people/tokens";
import { theStore } from "@/lib/server/store";
import type { ApiCard } from "@/lib/server/study/api-card";
import { coursesOf } from "@/lib/server/study/course-index";
import { addLearner, openCourse } from "@/lib/server/testing/open-course";
import * as openapiRoute from "./openapi.json/route";
import * as queueRoute from "./queue/route";
import * as reviewRoute from "./reviews/[id]/route";
import * as batchRoute from "./reviews/batch/route";
import * as reviewsRoute from "./reviews/route";

const { GET: describeApi } = openapiRoute;
const { GET: readQueue } = queueRoute;
const { DELETE: takeBack } = reviewRoute;
const { POST: postBatch } = batchRoute;
const { POST: postReview } = reviewsRoute;

const base = "http://localhost:3000/api/v1";
let opened: Awaited<ReturnType<typeof openCourse>>;
let person: Person;
let secret: string;
let tokenId: TokenId;
let people = 0;

beforeAll(async () => {
  opened = await openCourse(Date.now());
});
afterAll(() => opened.remove());
beforeEach(async () => {
  people += 1;
  person = await addLearner(`caller-${people}@example.com`, Date.now());
  ({ id: tokenId, token: secret } = await newToken(["read", "review"]));
});

async function newToken(scopes: TokenScope[]) {
  const made = await makeToken(person, { name: "script", scopes }, Date.now());
  if (!made.ok) throw new Error(made.error.kind);
  return made.value;
}

const headers = (key = secret) => ({ authorization: `Bearer ${key}`, "content-type": "application/json" });
const post = async (route: typeof postReview, body: unknown, key = secret) => {
  const reply = await route(
    new Request(`${base}/reviews`, { method: "POST", headers: headers(key), body: JSON.stringify(body) }),
  );
  return { status: reply.status, body: await reply.json() };
};
async function queue(search = "", key = secret) {
  const reply = await readQueue(new Request(`${base}/queue${search}`, { headers: headers(key) }));
  return { status: reply.status, body: await reply.json() };
}
async function firstNote(): Promise<ApiCard & { front: string }> {
  const { body } = await queue();
  return body.cards.find((card: object) => "front" in card);
}
const undo = async (id: string, key = secret) => {
  const reply = await takeBack(
    new Request(`${base}/reviews/${id}`, { method: "DELETE", headers: headers(key) }),
    {
      params: Promise.resolve({ id }),
    },
  );
  return { status: reply.status, body: await reply.json() };
};
const reviewOf = (card: ApiCard, more: object = {}) => ({
  id: randomUUID(),
  cardId: card.cardId,
  revision: card.revision,
  grade: "good",
  takenMs: 3_000,
  at: new Date().toISOString(),
  ...more,
});

describe("the queue", () => {
  it("gives the counts of all and as many cards as asked for, with what each grade would do", async () => {
    const { status, body } = await queue("?limit=3");
    expect(status).toBe(200);
    expect(body.counts).toEqual({ new: 20, learning: 0, review: 0 });
    expect(body.cards).toHaveLength(3);
    const [card] = body.cards;
    const minutes = (grade: string) => (Date.parse(card.preview[grade]) - Date.now()) / 60_000;
    expect(minutes("again")).toBeCloseTo(1, 0);
    expect(minutes("good")).toBeCloseTo(10, 0);
    expect(minutes("easy")).toBeGreaterThan(24 * 60);
    expect(Date.parse(card.dueAt)).toBeLessThanOrEqual(Date.now());
    expect(card.front).not.toBe("");
  });

  it("gives a computed card its question and never its truth", async () => {
    const { body } = await queue("?limit=20&locale=en");
    const asked = body.cards.find((card: object) => "family" in card);
    expect(Object.keys(asked).sort()).toEqual(
      ["ask", "cardId", "dueAt", "family", "params", "preview", "revision", "seed", "version"].sort(),
    );
  });

  it("refuses a limit that is no number of cards", async () => {
    expect((await queue("?limit=0")).body.error.kind).toBe("bad-request");
    expect((await queue("?limit=abc")).status).toBe(400);
  });
});

describe("a key", () => {
  it("is wanted, known, and not revoked", async () => {
    const bare = await readQueue(new Request(`${base}/queue`));
    expect([bare.status, (await bare.json()).error.kind]).toEqual([401, "bad-token"]);
    expect((await queue("", "epoch_wrong")).status).toBe(401);
    expect(await endToken(person, tokenId, Date.now())).toBe(true);
    expect((await queue()).status).toBe(401);
  });

  it("of another person is not mine to revoke", async () => {
    const other = await addLearner(`other-${people}@example.com`, Date.now());
    expect(await endToken(other, tokenId, Date.now())).toBe(false);
    expect((await queue()).status).toBe(200);
    expect(await endToken(person, asId<TokenId>("none"), Date.now())).toBe(false);
  });

  it("that only reads records nothing and takes nothing back", async () => {
    const { token } = await newToken(["read"]);
    const card = await firstNote();
    const refused = await post(postReview, reviewOf(card), token);
    expect([refused.status, refused.body.error.kind]).toEqual([403, "outside-scope"]);
    const review = reviewOf(card);
    await post(postReview, review);
    expect(await undo(review.id, token)).toMatchObject({
      status: 403,
      body: { error: { kind: "outside-scope" } },
    });
    expect((await queue()).body.counts.new).toBe(19);
  });

  it("that asks too often is told how long to wait, and a batch counts as its reviews", async () => {
    // Taken a minute from now: until then nothing is filled up again.
    expect(limitRate(tokenId, Date.now() + 60_000, burst - 400)).toBeNull();
    const reviews = Array.from({ length: 500 }, () => ({}));
    const reply = await postBatch(
      new Request(`${base}/reviews/batch`, {
        method: "POST",
        headers: headers(),
        body: JSON.stringify({ reviews }),
      }),
    );
    expect([reply.status, (await reply.json()).error.kind]).toEqual([429, "throttled"]);
    expect(Number(reply.headers.get("retry-after"))).toBeGreaterThanOrEqual(1);
    expect((await queue()).status).toBe(200);
  });
});

describe("a review", () => {
  it("does what its preview said, once, however often it is sent", async () => {
    const card = await firstNote();
    const review = reviewOf(card, { grade: "easy" });
    const first = await post(postReview, review);
    expect(first.status).toBe(201);
    expect(first.body).toMatchObject({ id: review.id, cardId: card.cardId, state: "review", revision: 1 });
    expect(first.body.dueAt).toBe(card.preview.easy);
    expect(first.body.stability).toBeCloseTo(8.2956, 4);
    const again = await post(postReview, { ...review, grade: "again" });
    expect(again).toEqual({ status: 200, body: first.body });
    expect((await queue()).body.counts.new).toBe(19);
  });

  it("U3 on an old revision is refused with the card as it stands", async () => {
    const card = await firstNote();
    await post(postReview, reviewOf(card));
    const stale = await post(postReview, reviewOf(card));
    expect(stale.status).toBe(409);
    expect(stale.body.error.kind).toBe("stale");
    expect(stale.body.card).toMatchObject({ cardId: card.cardId, revision: 1 });
    expect((await post(postReview, reviewOf(stale.body.card))).status).toBe(201);
  });

  it("of another's card, of no card and out of range is refused and recorded nowhere", async () => {
    const card = await firstNote();
    expect((await post(postReview, reviewOf({ ...card, cardId: asId("nobody's") }))).status).toBe(404);
    for (const wrong of [
      { grade: "perfect" },
      { revision: -1 },
      { at: "yesterday" },
      { given: "4" },
      { takenMs: undefined },
      { takenMs: -1 },
    ])
      expect((await post(postReview, reviewOf(card, wrong))).body.error.kind).toBe("bad-request");
    expect((await queue()).body.counts.new).toBe(20);
  });

  it("D7 of a clock that is a day ahead counts as made now", async () => {
    const at = new Date(Date.now() + 24 * 3_600_000).toISOString();
    const { body } = await post(postReview, reviewOf(await firstNote(), { at }));
    expect(Math.abs(Date.parse(body.dueAt) - Date.now() - 600_000)).toBeLessThan(30_000);
  });

  it("D7 of a clock that is a day behind counts as made now, and uses today's limit", async () => {
    const at = new Date(Date.now() - 24 * 3_600_000).toISOString();
    const { body } = await post(postReview, reviewOf(await firstNote(), { at }));
    expect(Math.abs(Date.parse(body.dueAt) - Date.now() - 600_000)).toBeLessThan(30_000);
    expect((await queue()).body.counts.new).toBe(19);
  });

  it("D7 is corrected by the clock of whoever sends it", async () => {
    const behind = (minutes: number) => new Date(Date.now() - (24 * 60 + minutes) * 60_000).toISOString();
    const told = { at: behind(5), sentAt: behind(0) };
    const { body } = await post(postReview, reviewOf(await firstNote(), told));
    expect(Math.abs(Date.parse(body.dueAt) - Date.now() - 300_000)).toBeLessThan(30_000);
  });

  it("of a computed card is judged here", async () => {
    const { body } = await queue();
    const asked = body.cards.find((card: object) => "family" in card);
    const { grade: _, ...rest } = reviewOf(asked);
    const unreadable = await post(postReview, { ...rest, given: "well" });
    expect([unreadable.status, unreadable.body.error.kind]).toEqual([422, "unreadable"]);
    const wrong = await post(postReview, { ...rest, given: "999999" });
    if (wrong.status === 201) expect(wrong.body.verdict).toBe("wrong");
    else expect(wrong.status).toBe(422);
  });

  it("U1 that is taken back leaves the card and the limits as they were", async () => {
    const before = await queue();
    const card = await firstNote();
    const review = reviewOf(card);
    await post(postReview, review);
    const undone = await undo(review.id);
    expect(undone.status).toBe(200);
    expect(undone.body).toMatchObject({ cardId: card.cardId, front: card.front, revision: 2 });
    expect((await queue()).body.counts).toEqual(before.body.counts);
    expect((await undo(randomUUID())).status).toBe(404);
  });

  it("that is taken back says so even after its course was left", async () => {
    const card = await firstNote();
    const review = reviewOf(card);
    await post(postReview, review);
    const [course] = await coursesOf(person.id);
    if (!course) throw new Error("no course");
    await theStore().tx((db) => leaveCourse(db, person.id, course.id));
    expect(await undo(review.id)).toEqual({ status: 200, body: { cardId: card.cardId } });
  });

  it("that is not the latest cannot be taken back", async () => {
    const review = reviewOf(await firstNote());
    await post(postReview, review);
    await post(postReview, reviewOf(await firstNote()));
    expect((await undo(review.id)).body.error.kind).toBe("not-latest");
  });
});

describe("a batch", () => {
  it("records what was made offline in the order of its times, each with its own status", async () => {
    const { body } = await queue("?limit=20");
    const [one, two] = body.cards.filter((card: object) => "front" in card);
    const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();
    const later = reviewOf(one, { revision: 1, at: minutesAgo(20) });
    const earlier = reviewOf(one, { at: minutesAgo(40) });
    const reply = await post(postBatch, {
      reviews: [later, earlier, reviewOf(two, { at: minutesAgo(30) }), { id: "broken" }, earlier],
    });
    expect(reply.status).toBe(200);
    expect(reply.body.reviews.map(({ status }: { status: number }) => status)).toEqual([
      201, 201, 201, 400, 200,
    ]);
    expect(reply.body.reviews[0].review).toMatchObject({ state: "review", revision: 2 });
  });

  it("of more reviews than it may hold, or of none, is refused as a whole", async () => {
    const review = reviewOf(await firstNote());
    for (const many of [0, 501]) {
      const reviews = Array.from({ length: many }, () => review);
      expect(await post(postBatch, { reviews })).toMatchObject({
        status: 400,
        body: { error: { kind: "bad-request" } },
      });
    }
    expect((await queue()).body.counts.new).toBe(20);
  });

  it("goes on when the server stumbles over one of it, which may be sent again", async () => {
    const { body } = await queue("?limit=20");
    const [one, two] = body.cards.filter((card: object) => "front" in card);
    const reviews = [reviewOf(one), reviewOf(two)];
    runSql(
      databaseFile(opened.dataDir),
      `create trigger stumble before insert on reviews when new.id = '${reviews[0]?.id}'
       begin select raise(abort, 'no'); end`,
    );
    const statuses = async () => {
      const reply = await post(postBatch, { reviews });
      return [reply.status, ...reply.body.reviews.map(({ status }: { status: number }) => status)];
    };
    const first = await statuses();
    runSql(databaseFile(opened.dataDir), "drop trigger stumble");
    expect(first).toEqual([200, 500, 201]);
    expect(await statuses()).toEqual([200, 201, 200]);
  });

  it("U4 unites two devices' logs of one card, whichever arrives first", async () => {
    const other = await addLearner(`device-${people}@example.com`, Date.now());
    const made = await makeToken(other, { name: "script", scopes: ["read", "review"] }, Date.now());
    if (!made.ok) throw new Error(made.error.kind);
    const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();
    const card = await firstNote();
    const phone = reviewOf(card, { grade: "again", at: minutesAgo(60) });
    const desk = reviewOf(card, { grade: "good", at: minutesAgo(30) });
    const send = (reviews: object[], key: string) => post(postBatch, { merge: true, reviews }, key);
    const copy = (review: object) => ({ ...review, id: randomUUID() });
    const inOrder = [await send([phone], secret), await send([desk], secret)];
    const reversed = [
      await send([copy(desk)], made.value.token),
      await send([copy(phone)], made.value.token),
    ];
    for (const { body } of [...inOrder, ...reversed]) expect(body.reviews[0].status).toBe(201);
    const stateOf = async (key: string) => (await post(postReview, reviewOf(card), key)).body.card;
    const [one, two] = [await stateOf(secret), await stateOf(made.value.token)];
    expect(one.dueAt).toBe(two.dueAt);
    expect(one.revision).toBe(2);
    expect(two.revision).toBe(2);
  });
});

it("describes itself", async () => {
  const described = await (await describeApi()).json();
  expect(described.openapi).toBe("3.1.0");
  expect(Object.keys(described.paths)).toEqual([
    "/api/health",
    "/api/v1/queue",
    "/api/v1/reviews",
    "/api/v1/reviews/batch",
    "/api/v1/reviews/{id}",
  ]);
  const { schema } = described.paths["/api/v1/reviews"].post.requestBody.content["application/json"];
  expect(schema.required).toEqual(["id", "cardId", "revision", "takenMs"]);
  const statusesOf = (path: string, method: string) => Object.keys(described.paths[path][method].responses);
  expect(statusesOf("/api/v1/reviews", "post")).toEqual(expect.arrayContaining(["413", "429", "500", "503"]));
  expect(statusesOf("/api/v1/queue", "get")).toEqual(expect.arrayContaining(["429", "500", "503"]));
});

describe("a method that an address does not have", () => {
  it.each([
    ["queue", "DELETE", queueRoute.DELETE, "GET, HEAD, OPTIONS"],
    ["reviews", "GET", reviewsRoute.GET, "POST, OPTIONS"],
    ["a batch", "PUT", batchRoute.PUT, "POST, OPTIONS"],
    ["one review", "POST", reviewRoute.POST, "DELETE, OPTIONS"],
    ["its description", "PATCH", openapiRoute.PATCH, "GET, HEAD, OPTIONS"],
  ])("is refused in JSON: of %s %s", async (_address, _method, handler, allow) => {
    const reply = handler();
    expect([reply.status, reply.headers.get("allow")]).toEqual([405, allow]);
    expect((await reply.json()).error.kind).toBe("wrong-method");
  });
});
