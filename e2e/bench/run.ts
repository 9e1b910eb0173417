/** Every number of the project on this machine: `npm run bench`, with `-- --json` as JSON. */
import { spawn } from "node:child_process";
import { cpus } from "node:os";
import { chromium } from "@playwright/test";
import { freePort, newDataDir, projectRoot, removeDir, shareServer, startServer } from "../support/server";
import { measureBareHandler, measureRawCommits } from "./bare-commit";
import { measureAutodiff, measureFamilies, measureRace } from "./compute-speed";
import { measureAgreement } from "./engines-agree";
import { measureGrades } from "./grade-over-http";
import { measureLab } from "./lab-speed";
import { measureDoubles, measureFold, measureProof } from "./log-speed";
import { measureNotes } from "./notes-speed";
import { measureQueue } from "./queue-speed";
import { measureChecks, measureWeight } from "./review-page";

const learners = 16;
const gradesEach = 100;
const checks = 21;
const noteSizes = [1_000, 10_000, 100_000];
const say = (line: string) => process.stderr.write(`${line}\n`);

/** Seconds from `npm start` to the line with the address, on a database that exists. */
async function measureSecondStart(): Promise<number> {
  const dataDir = newDataDir();
  const env = { ...process.env, EPOCH_DATA_DIR: dataDir, PORT: String(await freePort()) };
  let seconds = 0;
  for (let start = 0; start < 2; start += 1) {
    const began = performance.now();
    const child = spawn(process.execPath, ["lib/cli/launch/start.mjs"], { cwd: projectRoot, env });
    await new Promise<void>((resolve, reject) => {
      child.stdout.on("data", (chunk) => String(chunk).includes("Epoch is ready at") && resolve());
      child.on("exit", (code) => reject(new Error(`npm start ended with ${code}`)));
    });
    seconds = (performance.now() - began) / 1000;
    const gone = new Promise((resolve) => child.removeAllListeners("exit").on("exit", resolve));
    child.kill("SIGTERM");
    await gone;
  }
  removeDir(dataDir);
  return Math.round(seconds * 100) / 100;
}

say("Notes …");
const notes = measureNotes(noteSizes);
say("Computations …");
const races = [
  await measureRace("valley", 1000),
  await measureRace("rosenbrock", 1000),
  await measureRace("beale", 1000),
  await measureRace("valley", 10_000),
];
const autodiff = [
  measureAutodiff("valley", 1000),
  measureAutodiff("rosenbrock", 1000),
  measureAutodiff("beale", 1000),
];
const familySpeeds = await measureFamilies();
say("Both engines on fresh variants …");
const enginesAgree = await measureAgreement(3000, 1000);
say("The queue in 100,000 and in a million rows …");
const queue = [await measureQueue(10), await measureQueue(100)];
say("A million grades …");
const foldedMillionPerSecond = measureFold();
const log = await measureProof(1_000_000);
const doubledAnswers = await measureDoubles(10_000);
say("Second start …");
const secondStartSeconds = await measureSecondStart();
const executablePath = process.env.CHROMIUM_PATH;
const browser = await chromium.launch({
  ...(executablePath ? { executablePath } : {}),
  args: ["--no-sandbox", "--disable-gpu"],
});
const server = await startServer();
shareServer(server);
try {
  say("Weight of the review page …");
  const reviewPage = await measureWeight(browser, server, 1000);
  say("Check to verdict …");
  const checkToVerdictMs = await measureChecks(browser, server, checks);
  say("The race in the browser …");
  const lab = await measureLab(browser, server);
  say("Grades over HTTP …");
  const grade = await measureGrades(browser, server, learners, gradesEach);
  say("The bare handler …");
  const bareHandler = await measureBareHandler(learners, gradesEach);
  const report = {
    machine: { node: process.version, cpus: cpus().length, browser: browser.version() },
    notes,
    races,
    autodiff,
    lab,
    families: familySpeeds,
    enginesAgree,
    queue,
    foldedMillionPerSecond,
    log,
    doubledAnswers,
    secondStartSeconds,
    reviewPage,
    checkToVerdictMs,
    grade,
    bareHandler,
    shareOfBareAt16: Math.round((grade.together.perSecond / bareHandler.together.perSecond) * 100) / 100,
    rawCommitsPerSecond: measureRawCommits(2000),
  };
  if (process.argv.includes("--json")) process.stdout.write(`${JSON.stringify(report)}\n`);
  else
    for (const [name, value] of Object.entries(report))
      process.stdout.write(`${name}: ${JSON.stringify(value)}\n`);
} finally {
  await browser.close();
  await server.stop();
}
