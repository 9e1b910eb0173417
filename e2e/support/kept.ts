/** What a browser keeps of the review, and a connection that fails in its different ways. */
import { expect, type Page, type Route } from "@playwright/test";

/** What is kept in the page's database, by name. */
const keptIn = (page: Page): Promise<Record<string, unknown>> =>
  page.evaluate(
    () =>
      new Promise<Record<string, unknown>>((resolve) => {
        const open = indexedDB.open("epoch");
        open.onupgradeneeded = () => open.result.createObjectStore("kept");
        open.onsuccess = () => {
          const store = open.result.transaction("kept").objectStore("kept");
          const [names, values] = [store.getAllKeys(), store.getAll()];
          values.onsuccess = () => {
            open.result.close();
            resolve(Object.fromEntries(names.result.map((name, at) => [String(name), values.result[at]])));
          };
        };
      }),
  );

export const keptKeys = async (page: Page): Promise<string[]> => Object.keys(await keptIn(page));

/** Answers and takings back of which the server has not heard yet. */
export const keptAnswerCount = async (page: Page): Promise<number> =>
  Object.entries(await keptIn(page))
    .filter(([name]) => name.startsWith("answers"))
    .flatMap(([, answers]) => answers as unknown[]).length;

/** Opens the review and waits until the cards ahead are kept. */
export async function openReview(page: Page): Promise<void> {
  await page.goto("/review");
  await aheadIsKept(page);
}

export const aheadIsKept = (page: Page): Promise<void> =>
  expect.poll(async () => (await keptKeys(page)).some((key) => key.startsWith("ahead"))).toBe(true);

/** The server takes what was sent, and its reply is lost on the way back. */
export const loseReply = async (route: Route): Promise<void> => {
  await route.fetch();
  await route.abort();
};

/** How many answers the page says are still to be saved. */
export const waiting = (page: Page, count: number): Promise<void> =>
  expect(page.locator(".waiting")).toHaveText(count === 0 ? "" : `${count} to save`);
