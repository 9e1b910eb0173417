/** Finds a Chromium for the browser tests, or fetches one where that can be done without asking. */
import { existsSync } from "node:fs";
import { runStep } from "./run-step.mjs";

// The first is Chromium without a window, which needs a quarter less of the processor.
const usual = [
  "/usr/bin/chromium-headless-shell",
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/** @returns the path of the browser's program, or null after saying in one sentence what to do. */
export async function findChromium(out = process.stdout) {
  const chosen = process.env.CHROMIUM_PATH;
  if (chosen !== undefined && chosen !== "")
    return existsSync(chosen) ? chosen : notFound(`CHROMIUM_PATH is ${chosen}`);
  const present = (await playwrights()) ?? usual.find((path) => existsSync(path));
  if (present !== undefined) return present;
  const isRoot = process.getuid?.() === 0;
  if (isRoot && existsSync("/usr/bin/apt-get")) {
    const install = "apt-get install -y --no-install-recommends";
    const script = `apt-get update -qq && (${install} chromium-headless-shell || ${install} chromium)`;
    await runStep({
      title: "Installing Chromium",
      command: "sh",
      args: ["-c", script],
      out,
      doingOf: lastWords,
    });
  } else {
    const args = ["node_modules/playwright/cli.js", "install", "chromium"];
    await runStep({ title: "Installing Chromium", command: process.execPath, args, out, doingOf: lastWords });
  }
  return (await playwrights()) ?? usual.find((path) => existsSync(path)) ?? notFound("none was found");
}

async function playwrights() {
  const { chromium } = await import("playwright");
  const path = chromium.executablePath();
  return existsSync(path) ? path : undefined;
}

const lastWords = (line) => (line.trim() === "" ? undefined : line.trim().slice(0, 100));

function notFound(what) {
  process.stderr.write(
    `The browser tests need Chromium, but ${what}: install it (on Debian: apt-get install -y chromium) or set CHROMIUM_PATH to its program.\n`,
  );
  return null;
}
