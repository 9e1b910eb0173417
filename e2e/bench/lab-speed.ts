/** How fast the optimizer race is in the browser itself: its worker, warm, and the picture while its start is dragged. */
import type { Browser, Page } from "@playwright/test";
import { createAccount } from "../support/people";
import type { Server } from "../support/server";
import { quantile } from "./load";

export interface LabSpeed {
  /** Milliseconds of the worker for a race of 1,000 steps, warm; medians of the runs. */
  race1000Ms: { ground: string; runs: number; p50: number; p95: number }[];
  /** Pictures a second while the start of a race of 200 steps is dragged. */
  drag200: { perSecond: number; longestGapMs: number; pictures: number };
}

declare global {
  interface Window {
    raceMs: number[];
    picturesAt: number[];
  }
}

/** Listens to what the worker answers: the time that it says a race took. */
function listenToWorker(): void {
  window.raceMs = [];
  const Own = window.Worker;
  window.Worker = class extends Own {
    constructor(address: string | URL, options?: WorkerOptions) {
      super(address, options);
      this.addEventListener("message", ({ data }) => {
        const { output, ms } = data.result?.value ?? {};
        if (output?.kind === "race") window.raceMs.push(ms);
      });
    }
  };
}

const runs = 9;
const grounds = ["valley", "rosenbrock", "beale"];

async function measureRaces(page: Page): Promise<LabSpeed["race1000Ms"]> {
  const measured: LabSpeed["race1000Ms"] = [];
  for (const ground of grounds) {
    // The long race is as short as it can be, so that what is measured is the one of the map.
    await page.goto(`/lab/race?on=${ground}&n=1000&m=10`);
    await page.locator(".race[data-engine='tfjs']").waitFor();
    await page.getByRole("button", { name: /^Start x/ }).focus();
    const times: number[] = [];
    for (let run = 0; run <= runs; run += 1) {
      await page.evaluate(() => {
        window.raceMs = [];
      });
      // To and fro, so that it never comes to the edge, where nothing would change.
      await page.keyboard.press(run % 2 === 0 ? "ArrowRight" : "ArrowLeft");
      // The map's race and the one of ten steps.
      await page.waitForFunction(() => window.raceMs.length >= 2);
      const both = await page.evaluate(() => window.raceMs);
      times.push(Math.max(...both));
    }
    // The first one may still warm up.
    const warm = times.slice(1).sort((a, b) => a - b);
    const at = (share: number) => Math.round(quantile(warm, share) * 10) / 10;
    measured.push({ ground, runs: warm.length, p50: at(0.5), p95: at(0.95) });
  }
  return measured;
}

/** The way of the first optimizer is another at every new start: each of its changes that a frame shows is a picture. */
function watchPictures(): void {
  window.picturesAt = [];
  const way = document.querySelector(".race-ground svg path[stroke]");
  let last = way?.getAttribute("d");
  const look = (now: number) => {
    const d = way?.getAttribute("d");
    if (d !== last) window.picturesAt.push(now);
    last = d;
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

async function measureDrag(page: Page): Promise<LabSpeed["drag200"]> {
  await page.goto("/lab/race?on=valley&n=200&m=10");
  await page.locator(".race[data-engine='tfjs']").waitFor();
  await page.locator(".contour-map").scrollIntoViewIfNeeded();
  const start = await page.getByRole("button", { name: /^Start x/ }).boundingBox();
  if (!start) throw new Error("measureDrag: no start");
  const [x, y] = [start.x + start.width / 2, start.y + start.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.evaluate(watchPictures);
  for (let move = 1; move <= 240; move += 1) await page.mouse.move(x + move, y + 60 * Math.sin(move / 20));
  await page.mouse.up();
  const at = await page.evaluate(() => window.picturesAt);
  const gaps = at.slice(1).map((now, place) => now - (at[place] ?? now));
  const seconds = ((at.at(-1) ?? 0) - (at[0] ?? 0)) / 1000;
  return {
    perSecond: Math.round(gaps.length / seconds),
    longestGapMs: Math.round(Math.max(...gaps)),
    pictures: at.length,
  };
}

export async function measureLab(browser: Browser, server: Server): Promise<LabSpeed> {
  const context = await browser.newContext({ baseURL: server.url, locale: "en-US" });
  const page = await context.newPage();
  // The compiler that runs this file marks functions with a helper that the page does not have.
  await page.addInitScript({ content: "globalThis.__name ??= (named) => named;" });
  await page.addInitScript(listenToWorker);
  await createAccount(page);
  const race1000Ms = await measureRaces(page);
  const drag200 = await measureDrag(page);
  await context.close();
  return { race1000Ms, drag200 };
}
