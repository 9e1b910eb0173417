/** What the review page weighs with 1,000 cards due, and how soon a checked question shows its verdict. */
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { type Browser, expect, type Page } from "@playwright/test";
import Database from "better-sqlite3";
import type { QueueHead, ReviewCard } from "@/lib/core/study/review-card";
import { createAccount } from "../support/people";
import { answerRightly, gradeByKey, openedQueue } from "../support/review";
import type { Server } from "../support/server";
import { quantile } from "./load";

const dayMs = 86_400_000;

export interface PageWeight {
  scriptsGzip: number;
  html: number;
  htmlGzip: number;
}

/** Bytes of the first load; the worker's own files are not the page's. */
export async function measureWeight(browser: Browser, server: Server, due: number): Promise<PageWeight> {
  const context = await browser.newContext({ baseURL: server.url, locale: "en-US" });
  const page = await context.newPage();
  await createAccount(page);
  await openedQueue(page);
  makeDue(server, due);
  await page.goto("/today");
  await page.goto("/review", { waitUntil: "networkidle" });
  const scripts = await page.evaluate(() =>
    performance
      .getEntriesByType("resource")
      .map(({ name }) => name)
      .filter((name) => new URL(name).pathname.endsWith(".js")),
  );
  let scriptsGzip = 0;
  for (const script of new Set(scripts))
    scriptsGzip += gzipSync(await (await context.request.get(script)).body()).length;
  const html = await (await context.request.get("/review")).body();
  await context.close();
  return { scriptsGzip, html: html.length, htmlGzip: gzipSync(html).length };
}

/** Gives the one learner who has reviewed a card so many more cards, all of them due since yesterday. */
function makeDue(server: Server, count: number): void {
  const db = new Database(join(server.dataDir, "epoch.db"));
  db.pragma("foreign_keys = ON");
  const copy = (table: string, changed: Record<string, string>, where: string) => {
    const columns = db.prepare("select name from pragma_table_info(?)").pluck().all(table) as string[];
    const values = columns.map((column) => changed[column] ?? `"${column}"`);
    return db.prepare(
      `insert into ${table} ("${columns.join('", "')}") select ${values.join(", ")} from ${table} ${where} limit 1`,
    );
  };
  const card = copy("cards", { id: "?", sibling_group: "?", position: "?" }, "where family is null");
  const memory = copy(
    "memories",
    { card_id: "?", phase: "'review'", due_at: "?", due_day: "due_day - 60", last_reviewed_at: "?" },
    "where card_id not like 'due-%'",
  );
  db.transaction(() => {
    for (let made = 0; made < count; made += 1) {
      const id = `due-${made}`;
      card.run(id, id, 100_000 + made);
      memory.run(id, Date.now() - dayMs, Date.now() - 40 * dayMs);
    }
    db.exec("update users set reviews_per_day = 9999; update courses set fingerprint = fingerprint || '+'");
  }).immediate();
  db.close();
}

export interface CheckTimes {
  checks: number;
  p50: number;
  p95: number;
  longestTask: number;
}

declare global {
  interface Window {
    checkedAt: number;
    verdictAfter: number[];
    longTasks: { at: number; ms: number }[];
  }
}

/** Notes when Check is pressed and when the verdict has been drawn, and every main-thread task over 50 ms. */
function watch(): void {
  window.checkedAt = 0;
  window.verdictAfter = [];
  window.longTasks = [];
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries())
      window.longTasks.push({ at: startTime, ms: duration });
  }).observe({ type: "longtask", buffered: true });
  const press = () => {
    window.checkedAt = performance.now();
  };
  document.addEventListener(
    "keydown",
    (event) => event.key === "Enter" && document.querySelector("#verdict") === null && press(),
    true,
  );
  new MutationObserver(() => {
    if (window.checkedAt === 0 || document.querySelector("#verdict") === null) return;
    window.verdictAfter.push(performance.now() - window.checkedAt);
    window.checkedAt = 0;
  }).observe(document, { subtree: true, childList: true });
}

/** From pressing Check to the verdict, warm: a question is checked, undone and checked again with other numbers. */
export async function measureChecks(
  browser: Browser,
  server: Server,
  checks: number,
): Promise<Record<string, CheckTimes>> {
  const context = await browser.newContext({ baseURL: server.url, locale: "en-US" });
  const page = await context.newPage();
  // The compiler that runs this file marks functions with a helper that the page does not have.
  await page.addInitScript({ content: "globalThis.__name ??= (named) => named;" });
  await page.addInitScript(watch);
  await createAccount(page);
  const times: Record<string, CheckTimes> = {};
  let { head } = await openedQueue(page);
  for (let steps = 0; steps < 60 && Object.keys(times).length < 2; steps += 1) {
    const card = head.cards[0];
    if (card?.face.kind !== "question") {
      ({ head } = await gradeByKey(page, "4"));
      continue;
    }
    const from = await page.evaluate(() => performance.now());
    // Taken back, the question asks with other numbers.
    let asked: ReviewCard | undefined = card;
    for (let done = 0; done < checks; done += 1) {
      await page.getByRole("button", { name: "Check" }).waitFor();
      if (!asked) throw new Error("an undone question did not come back");
      ({ head } = await answerRightly(page, asked));
      await expect(page.getByRole("button", { name: /^Next/ })).toBeEnabled();
      if (done === checks - 1) break;
      // A press before the verdict has settled does nothing.
      await expect(async () => {
        const undone = page.waitForResponse("**/api/study/undo", { timeout: 2000 });
        await page.keyboard.press("u");
        const reply = (await (await undone).json()) as { head: QueueHead };
        [asked] = reply.head.cards;
      }).toPass({ timeout: 20_000 });
    }
    times[card.face.family] ??= await readTimes(page, from);
    await page.getByRole("button", { name: /^Next/ }).click();
  }
  await context.close();
  return times;
}

async function readTimes(page: Page, from: number): Promise<CheckTimes> {
  const { after, tasks } = await page.evaluate((start) => {
    const seen = { after: window.verdictAfter, tasks: window.longTasks.filter(({ at }) => at >= start) };
    window.verdictAfter = [];
    return seen;
  }, from);
  // The first one starts the worker.
  const warm = after.slice(1).sort((a, b) => a - b);
  return {
    checks: warm.length,
    p50: Math.round(quantile(warm, 0.5) * 10) / 10,
    p95: Math.round(quantile(warm, 0.95) * 10) / 10,
    longestTask: Math.round(Math.max(0, ...tasks.map(({ ms }) => ms))),
  };
}
