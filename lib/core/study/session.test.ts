import { expect, test } from "vitest";
import { asId, type CardId } from "../ids";
import { newMemory, previewGrades } from "../schedule/grade-card";
import type { Grade } from "../schedule/memory";
import type { Graded, QueueHead, ReviewCard } from "./review-card";
import { lastAct, move, openSession, type Submission } from "./session";

const card = (name: string, revision = 0): ReviewCard => ({
  cardId: asId<CardId>(name),
  revision,
  phase: "new",
  isFlagged: false,
  daysLate: 0,
  memory: null,
  preview: previewGrades({
    memory: newMemory(),
    now: 0,
    calendar: { zone: "UTC", rolloverHour: 4 },
    cardId: name,
  }).preview,
  face: {
    kind: "note",
    rule: "R1",
    sides: {
      ko: {
        path: [],
        front: name,
        back: "",
        source: { file: "notes.md", lines: [1, 1], text: [] },
        outline: [],
      },
    },
    correction: null,
  },
});
const head = (...names: string[]): QueueHead => ({
  cards: names.map((name) => card(name)),
  counts: { new: names.length, learning: 0, review: 0 },
  done: [],
  doneCount: 0,
  againCount: 0,
  lastReviewId: null,
  nextLearningAt: null,
  asOf: 1,
  changesAt: 2,
});
const submission = (id: string, grade: Grade = "good"): Submission => ({
  id,
  cardId: asId<CardId>("a"),
  revision: 0,
  answer: { kind: "grade", grade },
  takenMs: 900,
});
const graded: Graded = {
  reviewId: "1",
  cardId: asId<CardId>("a"),
  grade: "good",
  dueAt: 600_000,
  amount: 600,
  unit: "seconds",
  verdict: null,
  slips: [],
  judged: null,
  isLeech: false,
};

test("a second press while the first is on its way changes nothing", () => {
  const sent = move(openSession(head("a", "b")), {
    kind: "submit",
    submission: submission("1"),
  });
  expect(move(sent, { kind: "submit", submission: submission("2") })).toBe(sent);
});

test("a failed answer is kept and can be sent again under its own id", () => {
  const sent = move(openSession(head("a", "b")), {
    kind: "submit",
    submission: submission("1"),
  });
  const failed = move(sent, {
    kind: "failed",
    error: { kind: "not-saved", message: "저장하지 못했어요." },
    keeps: true,
  });
  expect(failed.card?.cardId).toBe("a");
  expect(failed.submission?.id).toBe("1");
  expect(move(failed, { kind: "submit", submission: submission("1") }).error).toBeNull();
});

test("a flag that fails forgets no answer that could not be saved", () => {
  const error = { kind: "offline", message: "" };
  const sent = move(openSession(head("a", "b")), { kind: "submit", submission: submission("1") });
  const failed = move(sent, { kind: "failed", error: { kind: "not-saved", message: "" }, keeps: true });
  expect(move(failed, { kind: "hindered", error })).toMatchObject({ error, submission: { id: "1" } });
});

test("an unreadable answer is not kept as sent and the card stays", () => {
  const sent = move(openSession(head("a")), {
    kind: "submit",
    submission: submission("1"),
  });
  const refused = move(sent, {
    kind: "failed",
    error: { kind: "unreadable", message: "" },
    keeps: false,
  });
  expect(refused.submission).toBeNull();
  expect(refused.card?.cardId).toBe("a");
});

test("a note card gives way to the next, a question stays until the learner goes on", () => {
  const start = move(openSession(head("a", "b")), { kind: "reveal" });
  const gone = move(start, {
    kind: "recorded",
    graded,
    head: head("b"),
    stays: false,
  });
  expect(gone).toMatchObject({
    isRevealed: false,
    card: { cardId: "b" },
    graded: { reviewId: "1" },
  });
  const stays = move(start, {
    kind: "recorded",
    graded,
    head: head("b"),
    stays: true,
  });
  expect(stays.card?.cardId).toBe("a");
  expect(move(stays, { kind: "next" }).card?.cardId).toBe("b");
});

test("a card that moved on elsewhere is replaced by the fresh one, with the reason", () => {
  const error = { kind: "stale", message: "다른 기기에서 이미 답했어요." };
  const fresh = move(openSession(head("a")), {
    kind: "replaced",
    head: head("c"),
    error,
  });
  expect(fresh).toMatchObject({
    card: { cardId: "c" },
    error,
    isRevealed: false,
  });
});

test("the end of the queue leaves no card", () => {
  expect(
    move(openSession(head("a")), {
      kind: "recorded",
      graded,
      head: head(),
      stays: false,
    }).card,
  ).toBeNull();
});

const deferred = (session: ReturnType<typeof openSession>, next: string | null, id: string) =>
  move(move(session, { kind: "submit", submission: submission(id) }), {
    kind: "deferred",
    next: next === null ? null : card(next),
  });

test("without a server the next card comes, and the answer waits", () => {
  const session = deferred(openSession(head("a", "b")), "b", "1");
  expect(session).toMatchObject({
    card: { cardId: "b" },
    submission: null,
    head: { counts: { new: 1 }, done: ["good"], doneCount: 1 },
  });
  expect(session.waiting.map(({ submission: { id } }) => id)).toEqual(["1"]);
});

test("an answer that waits is taken back as if it had not been given", () => {
  const start = openSession(head("a", "b"));
  const back = move(deferred(start, "b", "1"), { kind: "recalled" });
  const left = { ...start.head, cards: [{}], asOf: null, changesAt: null };
  expect(back).toMatchObject({ card: { cardId: "a" }, waiting: [], head: left, acts: [] });
});

test("an Again that waits is counted, and no more when it is taken back", () => {
  const start = openSession(head("a", "b"));
  const sent = move(start, { kind: "submit", submission: submission("1", "again") });
  const away = move(sent, { kind: "deferred", next: card("b") });
  expect(away.head).toMatchObject({ doneCount: 1, againCount: 1 });
  expect(move(away, { kind: "recalled" }).head).toMatchObject({ doneCount: 0, againCount: 0 });
});

const synced = (told: QueueHead, taken: string[] = [], isHeld = false) =>
  ({ kind: "synced", head: told, taken, isHeld }) as const;

test("when all has arrived an untouched desk shows the head of the queue", () => {
  const away = deferred(openSession(head("a", "b")), "b", "1");
  expect(move(away, synced(head("c"), ["1"]))).toMatchObject({
    card: { cardId: "c" },
    waiting: [],
  });
});

test("when all has arrived a card in hand stays, and so does the one that is asked anyway", () => {
  const away = move(deferred(openSession(head("a", "b")), "b", "1"), { kind: "reveal" });
  const inHand = move(away, synced(head("c"), ["1"]));
  expect(inHand).toMatchObject({
    card: { cardId: "b" },
    isRevealed: true,
    head: { cards: [{ cardId: "c" }] },
  });
  const same = openSession(head("a"));
  expect(move(same, synced(head("a"))).turn).toBe(same.turn);
  expect(move(openSession(head("a")), synced(head("c"), [], true)).card?.cardId).toBe("a");
});

test("an answer given while what waited was sent goes on waiting", () => {
  const two = deferred(deferred(openSession(head("a", "b", "c")), "b", "1"), "c", "2");
  const partly = move(two, synced(head("b", "c"), ["1"]));
  expect(partly.waiting.map(({ submission: { id } }) => id)).toEqual(["2"]);
  expect(partly).toMatchObject({ card: { cardId: "c" }, head: { doneCount: 2 } });
});

test("a card whose answer waits is not asked again by a server that does not know it yet", () => {
  const away = move(deferred(openSession(head("a", "b")), "b", "1"), { kind: "reveal" });
  const recorded = { kind: "recorded", graded, head: head("a", "c"), stays: false } as const;
  expect(move(away, recorded).card?.cardId).toBe("c");
  // Where that card is all that the server tells, the page knows of no next one, and not that the day is done.
  const alone = move(away, { ...recorded, head: head("a"), stays: true });
  expect(move(alone, { kind: "next" })).toMatchObject({ card: null, head: { asOf: null } });
});

test("a slow reply about an earlier moment takes nothing back", () => {
  const now = move(openSession(head("a")), {
    kind: "recorded",
    graded,
    head: { ...head("b"), asOf: 9 },
    stays: false,
  });
  expect(move({ ...now, graded: null }, synced(head("a"))).card?.cardId).toBe("b");
});

test("the day turns: an untouched card takes on what the server says of it now", () => {
  const fresh = head("a");
  fresh.cards = fresh.cards.map((each) => ({ ...each, daysLate: 1 }));
  expect(move(openSession(head("a")), synced(fresh)).card?.daysLate).toBe(1);
});

test("U takes back what was done last, whether an answer or a card set aside", () => {
  const aside = { cardId: asId<CardId>("b"), back: "unbury" } as const;
  const answered = move(openSession(head("a", "b")), {
    kind: "recorded",
    graded,
    head: { ...head("b", "c"), lastReviewId: "1" },
    stays: false,
  });
  const buried = move(answered, { kind: "setAside", head: { ...head("c"), lastReviewId: "1" }, aside });
  expect(lastAct(buried)).toEqual({ kind: "aside", ...aside });
  const back = move(buried, {
    kind: "broughtBack",
    head: { ...head("b", "c"), lastReviewId: "1" },
    cardId: aside.cardId,
  });
  expect(lastAct(back)).toEqual({ kind: "review", reviewId: "1" });
  expect(lastAct(move(back, { kind: "undone", head: head("a") }))).toBeNull();
});

test("U takes back the answer given last, though an earlier one still waits", () => {
  const away = deferred(openSession(head("a", "b")), "b", "1");
  const told = { ...head("c"), lastReviewId: "2" };
  const later = { ...graded, reviewId: "2", cardId: asId<CardId>("b") };
  const recorded = move(away, { kind: "recorded", graded: later, head: told, stays: false });
  const revealed = move(recorded, { kind: "reveal" });
  expect(lastAct(revealed)).toEqual({ kind: "review", reviewId: "2" });
  const back = move(revealed, { kind: "undone", head: { ...head("b"), lastReviewId: null } });
  expect(lastAct(back)).toEqual({ kind: "waiting", id: "1" });
  expect(move(back, { kind: "recalled" })).toMatchObject({ card: { cardId: "a" }, acts: [] });
});

test("an answer that could not be saved is the first to be taken back", () => {
  const sent = move(openSession(head("a")), { kind: "submit", submission: submission("1") });
  const failed = move(sent, { kind: "failed", error: { kind: "offline", message: "" }, keeps: true });
  expect(lastAct(failed)).toEqual({ kind: "unsaved", id: "1" });
  const given = { kind: "given", given: "3", browserVerdict: "wrong" } as const;
  expect(lastAct({ ...failed, submission: { ...submission("1"), answer: given } })).toBeNull();
  expect(move(failed, { kind: "withdrawn" })).toMatchObject({ submission: null, error: null });
  expect(lastAct(deferred(openSession(head("a", "b")), "b", "2"))).toEqual({ kind: "waiting", id: "2" });
});

test("a flag changes nothing but itself", () => {
  const shown = move(openSession(head("a")), { kind: "reveal" });
  const flagged = { kind: "flagged", cardId: asId<CardId>("a"), isFlagged: true } as const;
  expect(move(shown, flagged)).toEqual({ ...shown, card: { ...shown.card, isFlagged: true } });
  // A card that left the desk meanwhile hands its flag to no other.
  const other = openSession(head("b"));
  expect(move(other, flagged)).toBe(other);
});

test("words written anew are shown on the card as it lies, and a form made of the old ones is gone", () => {
  const revealed = move(openSession(head("a", "b")), { kind: "reveal" });
  const { face } = card("written anew");
  if (face.kind !== "note") throw new Error("no note");
  const renewed = move(revealed, { kind: "rewritten", cardId: asId<CardId>("a"), face });
  expect(renewed).toMatchObject({
    isRevealed: true,
    turn: revealed.turn,
    card: { cardId: "a", revision: 0, face },
  });
  expect(renewed.head.cards.map(({ face }) => face.kind === "note" && face.sides.ko?.front)).toEqual([
    "written anew",
    "b",
  ]);
  const judged = { verdict: "right", credit: 1 } as unknown as NonNullable<Graded["judged"]>;
  const exercise = { kind: "typed" } as const;
  const old = card("a");
  if (old.face.kind === "note" && old.face.sides.ko) old.face.sides.ko.exercise = exercise;
  const answered = { ...revealed, graded: { ...graded, judged }, card: old };
  const after = move(answered, { kind: "rewritten", cardId: asId<CardId>("a"), face }).card?.face;
  if (after?.kind !== "note") throw new Error("no note");
  expect(after.sides.ko?.front).toBe("written anew");
  expect(after.sides.ko?.exercise).toEqual(exercise);
});
