import { formatDay } from "@/app/_i18n/format-day";
import { dayMs } from "@/lib/core/study-day";
import { createAccount } from "./support/people";
import { leaveOutQuestions } from "./support/reach";
import { gradeByKey, openedQueue, postAnswer } from "./support/review";
import { expect, test } from "./support/test";

/** Two minutes before the study day turns in Seoul. */
const beforeRollover = "2026-10-25T03:58:00+09:00";
test.use({ ownServer: "turns the day", clock: beforeRollover });

test("D6 and D1 the day turns in the middle of a session, and nothing graded is lost", async ({
  page,
  server,
}) => {
  await server.setClock(Date.parse(beforeRollover));
  await createAccount(page);
  await openedQueue(page);
  const before = await gradeByKey(page, "3");
  expect(before.head).toMatchObject({ doneCount: 2, counts: { new: 18, learning: 0 } });
  const shown = before.head.cards[0];
  await expect(page.getByRole("button", { name: "Show answer" })).toBeVisible();
  await page.keyboard.press("Space");
  await expect(page.getByRole("group", { name: "How well did you recall it?" })).toBeVisible();

  // The ten minutes of the card in learning reach into the new day: it is due on it, and new cards are counted afresh.
  await server.setClock(Date.parse("2026-10-25T04:01:00+09:00"));
  const reply = page.waitForResponse("**/api/study/answer");
  await page.keyboard.press("4");
  const { graded, head } = await (await reply).json();
  expect(graded.cardId).toBe(shown?.cardId);
  expect(head).toMatchObject({ doneCount: 1, counts: { new: 19, learning: 1, review: 0 } });

  await page.goto("/today");
  await expect(page.getByRole("heading", { name: "20 cards are due today" })).toBeVisible();
  await expect(page.getByText("Yesterday 2")).toBeVisible();
  await expect(page.getByRole("img", { name: "1 card done today, 0 of them marked again." })).toBeVisible();
});

test("D6 a review and Today that lie open turn with the day, by the server's clock and without a reload", async ({
  page,
  context,
  server,
}) => {
  await server.setClock(Date.parse(beforeRollover));
  await createAccount(page);
  await openedQueue(page);
  // Clocks of the browser, a day ahead of the server's: only how long it waits is taken from them.
  await page.clock.install({ time: new Date("2026-10-26T12:00:00+09:00") });
  const today = await context.newPage();
  await today.clock.install({ time: new Date("2026-10-26T12:00:00+09:00") });
  await page.goto("/review");
  await today.goto("/today");
  await expect(today.getByRole("heading", { name: "19 cards are due today" })).toBeVisible();
  await expect(page.locator(".prog")).toContainText("2/20");

  await server.setClock(Date.parse("2026-10-25T04:01:00+09:00"));
  await page.clock.fastForward("03:00");
  await expect(page.locator(".prog")).toContainText("1/20");
  await today.clock.fastForward("03:00");
  await expect(today.getByRole("heading", { name: "20 cards are due today" })).toBeVisible();
});

test("D7 a card comes back by the server's clock, and a browser a day ahead does not reload for ever", async ({
  page,
  server,
}) => {
  await server.setClock(Date.parse("2026-10-28T12:00:00+09:00"));
  await createAccount(page);
  await leaveOutQuestions(page);
  await page.goto("/settings");
  await page.getByLabel("New cards a day").fill("1");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Saved.")).toBeVisible();
  await page.goto("/settings/study");
  await page.getByLabel("Learning steps", { exact: true }).fill("30m");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Saved.")).toBeVisible();
  await page.clock.install({ time: new Date("2026-10-29T12:00:00+09:00") });
  await page.goto("/review");
  await gradeByKey(page, "1");
  // Half an hour, less the twenty minutes by which a card may come early.
  await expect(page.getByText("A card returns at 12:10 PM.")).toBeVisible();
  let loads = 0;
  page.on("request", (request) => {
    if (request.isNavigationRequest()) loads += 1;
  });
  await page.clock.runFor(5_000);
  await expect(page.getByText("A card returns at 12:10 PM.")).toBeVisible();
  await server.setClock(Date.parse("2026-10-28T12:10:01+09:00"));
  await page.clock.fastForward("10:00");
  await expect(page.getByRole("button", { name: "Show answer" })).toBeVisible();
  expect(loads).toBe(0);
});

test("D1 the day turns at the hour that its learner chose", async ({ page, server }) => {
  await server.setClock(Date.parse("2026-10-25T01:30:00+09:00"));
  await createAccount(page);
  await openedQueue(page);
  await server.setClock(Date.parse("2026-10-25T02:30:00+09:00"));
  await page.goto("/today");
  await expect(page.getByText("Yesterday 0")).toBeVisible();
  await page.goto("/settings");
  await page.getByLabel("The day changes at").selectOption("2:00");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Saved.", { exact: true })).toBeVisible();
  await page.goto("/today");
  await expect(page.getByText("Yesterday 1")).toBeVisible();
});

for (const [zone, evening, next] of [
  ["Europe/Berlin", "2026-10-24T23:50:00+02:00", "2026-10-25T23:50:00+01:00"],
  ["America/New_York", "2026-10-31T23:50:00-04:00", "2026-11-01T23:50:00-05:00"],
  ["Europe/Berlin", "2026-03-28T23:50:00+01:00", "2026-03-29T23:50:00+02:00"],
  ["America/New_York", "2026-03-07T23:50:00-05:00", "2026-03-08T23:50:00-04:00"],
] as const) {
  test.describe("when the clocks change", () => {
    test.use({ timezoneId: zone });
    test(`D2 and D3 the night of ${evening} in ${zone} is one day, whatever UTC says`, async ({
      page,
      server,
    }) => {
      const late = Date.parse(evening);
      await server.setClock(late);
      await createAccount(page);
      const { graded, head } = await openedQueue(page);
      const [card] = head.cards;
      if (!card) throw new Error("a new learner has more than one card");
      // Twenty minutes later UTC and the wall have turned, the study day has not.
      await server.setClock(late + 20 * 60_000);
      const same = await (await postAnswer(page.request, card, "easy")).json();
      expect(same.head.doneCount).toBe(2);
      await server.setClock(Date.parse(next));
      await page.goto("/today");
      await expect(page.getByText("Yesterday 2")).toBeVisible();
      await page.goto(`/cards/${encodeURIComponent(graded.cardId)}`);
      // Days of a calendar, of which one has 23 or 25 hours.
      const due = Date.parse(evening.slice(0, "2026-03-28".length)) + graded.amount * dayMs;
      await expect(page.getByText(formatDay(due, "en", "UTC")).first()).toBeVisible();
    });
  });
}

test("D4 and D7 neither a journey nor a wrong clock of the browser asks for a card twice", async ({
  page,
  server,
}) => {
  await server.setClock(Date.parse("2026-10-28T12:00:00+09:00"));
  await page.clock.install({ time: new Date("2026-10-27T12:00:00+09:00") });
  await createAccount(page);
  const { graded, head } = await openedQueue(page);
  expect(head.doneCount).toBe(1);
  await page.goto("/settings");
  await page.getByLabel("Time zone").selectOption("America/New_York");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Saved.")).toBeVisible();
  const journey = await openedQueue(page);
  expect(journey.graded.cardId).not.toBe(graded.cardId);
  const { cards } = journey.head;
  expect(cards.map(({ cardId }) => cardId)).not.toContain(graded.cardId);
});
