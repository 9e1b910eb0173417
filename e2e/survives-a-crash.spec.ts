import { registerByForm, signIn } from "./support/people";
import { openedQueue, postAnswer } from "./support/review";
import { expect, test } from "./support/test";

test.use({ ownServer: "crashes", provoked: /ERR_CONNECTION_(REFUSED|RESET)/ });
const reviews = 200;
const killAfter = [35, 90, 150];

test(`U5 every acknowledged one of ${reviews} reviews is there after the server was killed`, async ({
  page,
  server,
}) => {
  test.setTimeout(240_000);
  const account = await registerByForm(page);
  await page.goto("/settings");
  await page.getByLabel("New cards a day").fill(String(reviews));
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Saved.")).toBeVisible();
  let { head } = await openedQueue(page);
  let stored = head.doneCount;
  for (let sent = 1; sent < reviews; sent += 1) {
    const card = head.cards[0];
    if (!card) throw new Error(`the queue was empty after ${sent} reviews`);
    const id = crypto.randomUUID();
    const reply = postAnswer(page.request, card, "easy", id);
    if (killAfter.includes(sent)) {
      const acknowledged = reply
        .then(async (each) => (each.ok() ? (await each.json()).graded : null))
        .catch(() => null);
      await new Promise((resolve) => setTimeout(resolve, sent / 10));
      await server.kill();
      const before = await acknowledged;
      await server.startAgain();
      const again = await postAnswer(page.request, card, "easy", id);
      expect(again.status(), "the retry after the crash").toBe(200);
      const answered = await again.json();
      if (before !== null) expect(answered.graded).toEqual(before);
      head = answered.head;
    } else {
      expect((await reply).status()).toBe(200);
      ({ head } = await (await reply).json());
    }
    stored += 1;
    expect(head.doneCount, "stored reviews").toBe(stored);
  }
  await server.kill();
  await server.startAgain();
  await page.context().clearCookies();
  await signIn(page, account);
  await expect(page).toHaveURL(/\/today$/);
  await expect(page.getByRole("img", { name: new RegExp(`^${reviews} cards done today`) })).toBeVisible();
});
