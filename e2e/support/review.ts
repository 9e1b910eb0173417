/** A review as the keyboard sees it, and as the page's own requests see it. */
import { execFileSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { type APIRequestContext, expect, type Page } from "@playwright/test";
import type { Grade } from "@/lib/core/schedule/memory";
import type { Graded, QueueHead, ReviewCard } from "@/lib/core/study/review-card";
import { projectRoot } from "./server";

export interface AnswerReply {
  graded: Graded;
  head: QueueHead;
}

/** Answers the note card on the page by keys and returns what the server acknowledged. */
export async function gradeByKey(page: Page, key: "1" | "2" | "3" | "4"): Promise<AnswerReply> {
  const show = page.getByRole("button", { name: "Show answer" });
  await expect(show).toBeVisible();
  // A key pressed before the page's script has loaded does nothing.
  await expect(async () => {
    if (await show.isVisible()) await page.keyboard.press("Space");
    await expect(page.getByRole("group", { name: "How well did you recall it?" })).toBeVisible({
      timeout: 1000,
    });
  }).toPass({ timeout: 15_000 });
  const reply = page.waitForResponse("**/api/study/answer");
  await page.keyboard.press(key);
  return (await reply).json();
}

/** What the question on a card accepts as right, from the command line's float64 reference. */
function truthOf({ face }: ReviewCard): string[] {
  if (face.kind !== "question") throw new Error("truthOf: a note card has no computed truth");
  const args = [
    "lib/cli/launch/epoch.mjs",
    "question",
    "solve",
    face.family,
    "--params",
    JSON.stringify(face.params),
  ];
  const { truth } = JSON.parse(execFileSync(process.execPath, args, { cwd: projectRoot, encoding: "utf8" }));
  return truth.map(String);
}

/** Types or chooses an answer to the computed question on the page, by keys, and presses Check with Enter. */
async function commitByKeys(page: Page, { face }: ReviewCard, given: string[]): Promise<AnswerReply> {
  if (face.kind !== "question") throw new Error("commitByKeys: a note card is not computed");
  if (face.ask.answer.kind === "shape") {
    for (const [at, size] of given.entries()) {
      await page.getByRole("textbox").nth(at).focus();
      await page.keyboard.type(size);
    }
  } else if (face.ask.answer.kind === "choices") {
    const ids = face.ask.answer.options.map(({ id }) => id);
    for (const id of given) await page.keyboard.press(String(ids.indexOf(id) + 1));
  }
  const reply = page.waitForResponse("**/api/study/answer");
  await page.keyboard.press("Enter");
  return (await reply).json();
}

export const answerRightly = (page: Page, card: ReviewCard) => commitByKeys(page, card, truthOf(card));

export function answerWrongly(page: Page, card: ReviewCard): Promise<AnswerReply> {
  const { face } = card;
  const isShape = face.kind === "question" && face.ask.answer.kind === "shape";
  return commitByKeys(
    page,
    card,
    isShape ? truthOf(card).map((size) => String(Number(size) + 40)) : [firstOption(card)],
  );
}

/** Leaves an answered question by Enter, once it is saved. */
export async function goOn(page: Page): Promise<void> {
  await expect(page.getByRole("button", { name: /^Next/ })).toBeEnabled();
  await page.keyboard.press("Enter");
}

/** One answer over HTTP, with the cookies of whoever owns `request`. */
export function postAnswer(
  request: APIRequestContext,
  card: ReviewCard,
  grade: Grade = "good",
  id: string = randomUUID(),
) {
  const answer =
    card.face.kind === "note"
      ? { kind: "grade", grade }
      : {
          kind: "given",
          given: card.face.ask.answer.kind === "shape" ? "3, 3" : firstOption(card),
          browserVerdict: null,
        };
  return request.post("/api/study/answer", {
    data: { id, cardId: card.cardId, revision: card.revision, answer, takenMs: 900 },
  });
}

function firstOption({ face }: ReviewCard): string {
  return face.kind === "question" && face.ask.answer.kind === "choices"
    ? (face.ask.answer.options[0]?.id ?? "")
    : "";
}

/** Reviews one card on the page, which is how a queue becomes known outside it. */
export async function openedQueue(page: Page): Promise<AnswerReply> {
  await page.goto("/review");
  return gradeByKey(page, "4");
}
