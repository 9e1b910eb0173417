/** Brings the review page to a wanted card at once, by suspending those before it in the server's own database. */
import type { Page } from "@playwright/test";
import type { ReviewCard } from "@/lib/core/study/review-card";
import { suspendCards } from "@/lib/server/cards/suspend-cards";
import { openAhead } from "@/lib/server/study/open-ahead";
import { actAs } from "./people";

/** Opens the review of whoever is signed in on the first card of the day that is wanted. */
export async function reach(page: Page, isWanted: (card: ReviewCard) => boolean): Promise<ReviewCard> {
  const card = await actAs(page, async (person) => {
    for (;;) {
      const ahead = await openAhead(person, Date.now());
      const cards = ahead.ok ? ahead.value.cards : [];
      const [first] = cards;
      if (!first) throw new Error("reach: the wanted card did not come up");
      if (isWanted(first)) return first;
      const at = cards.findIndex(isWanted);
      const before = cards.slice(0, at === -1 ? undefined : at).map(({ cardId }) => cardId);
      // Who is left takes other places in the day, so the queue is looked at anew.
      await suspendCards(person, before, true, Date.now());
    }
  });
  await page.goto("/review");
  return card;
}

export const reachQuestion = (page: Page, family: string): Promise<ReviewCard> =>
  reach(page, ({ face }) => face.kind === "question" && face.family === family);

/** Leaves computed questions out of the day, so that it holds note cards only. */
export const leaveOutQuestions = (page: Page): Promise<void> =>
  actAs(page, async (person) => {
    for (;;) {
      const ahead = await openAhead(person, Date.now());
      const cards = ahead.ok ? ahead.value.cards : [];
      const questions = cards.filter(({ face }) => face.kind === "question").map(({ cardId }) => cardId);
      if (questions.length === 0) return;
      await suspendCards(person, questions, true, Date.now());
    }
  });
