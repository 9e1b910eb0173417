/** The `test` of every spec: a server per worker, and a page on which an unexpected console message fails the test. */
import { test as base, expect, type Page } from "@playwright/test";
import { waitUntilAlive } from "./alive";
import { type Server, shareServer, startServer } from "./server";

interface Options {
  /** Console errors that a spec provokes on purpose, such as the browser's own line about a refused request. */
  provoked: RegExp | null;
}

interface PerWorker {
  server: Server;
  /** A name for a server that this file shares with no other file. */
  ownServer: string;
  /** When this file's own server believes it is, at its start; null is the truth. */
  clock: string | null;
}

export const test = base.extend<Options, PerWorker>({
  provoked: [null, { option: true }],
  ownServer: ["", { scope: "worker", option: true }],
  clock: [null, { scope: "worker", option: true }],
  server: [
    async ({ ownServer: _, clock }, use) => {
      const server = await startServer(clock === null ? {} : { clock: Date.parse(clock) });
      shareServer(server);
      await use(server);
      await server.stop();
    },
    { scope: "worker", timeout: 90_000 },
  ],
  baseURL: async ({ server }, use) => use(server.url),
  page: async ({ page, provoked, javaScriptEnabled }, use) => {
    if (javaScriptEnabled !== false) waitUntilAlive(page);
    const said = listen(page);
    await use(page);
    expect(said.filter((line) => !provoked?.test(line))).toEqual([]);
  },
});
export { expect };

/**
 * Chromium's remark on a style sheet that Next fetched for a link nobody has followed yet, a matter of timing and no fault,
 * and Playwright's where a spec wants no service worker.
 */
const hint =
  /was preloaded using link preload but not used|Service Worker registration blocked by Playwright/;

/** Collects errors, warnings and uncaught exceptions of a page, and the policy's refusals among them. */
export function listen(page: Page): string[] {
  const said: string[] = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type()) && !hint.test(message.text()))
      said.push(message.text());
  });
  page.on("pageerror", (error) => said.push(error.message));
  return said;
}
