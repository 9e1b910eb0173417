/** Real servers for the browser tests: the production build, each on a free port and a data directory under /tmp. */
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const projectRoot = fileURLToPath(new URL("../..", import.meta.url));
const startWithinMs = 60_000;

export interface Server {
  url: string;
  dataDir: string;
  /** Ends it as an operator would. */
  stop(): Promise<void>;
  /** Ends it as a power cut would. */
  kill(): Promise<void>;
  /** Starts it on the same data and port. */
  startAgain(): Promise<void>;
}

export interface Ended {
  code: number | null;
  output: string;
}

export const newDataDir = (): string => mkdtempSync(join(tmpdir(), "epoch-e2e-"));
export const removeDir = (dir: string): void => rmSync(dir, { recursive: true, force: true });

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().on("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
}

let running: Server | null = null;

/** The server of this worker. */
export function runningServer(): Server {
  if (!running) throw new Error("runningServer: none was started");
  return running;
}

/** Starts a server on an empty data directory and waits until it answers; throws with its output if it does not. */
export async function startServer(): Promise<Server> {
  const dataDir = newDataDir();
  const port = await freePort();
  let end = await started(dataDir, port);
  running = {
    url: `http://localhost:${port}`,
    dataDir,
    stop: async () => {
      await end("SIGTERM");
      removeDir(dataDir);
    },
    kill: async () => void (await end("SIGKILL")),
    startAgain: async () => {
      end = await started(dataDir, port);
    },
  };
  return running;
}

/** @returns what ends the server by a signal and waits until it has. */
async function started(dataDir: string, port: number): Promise<(signal: NodeJS.Signals) => Promise<Ended>> {
  const { child, ended } = run({ PORT: String(port), EPOCH_DATA_DIR: dataDir });
  let isOver = false;
  void ended.then(() => {
    isOver = true;
  });
  const end = (signal: NodeJS.Signals): Promise<Ended> => {
    if (child.pid !== undefined && !isOver) process.kill(-child.pid, signal);
    return ended;
  };
  const isUp = () =>
    fetch(`http://localhost:${port}/api/health`).then(
      ({ ok }) => ok,
      () => false,
    );
  for (const until = Date.now() + startWithinMs; !(await isUp()); await pause(100)) {
    if (isOver || Date.now() > until)
      throw new Error(`The server did not start: ${(await end("SIGKILL")).output}`);
  }
  return end;
}

/** Runs the server's program until it ends by itself, as it does when it cannot start. */
export async function startInVain(env: Record<string, string>): Promise<Ended> {
  const { child, ended } = run(env);
  const tooLong = setTimeout(() => process.kill(-(child.pid ?? 0), "SIGKILL"), startWithinMs);
  const end = await ended;
  clearTimeout(tooLong);
  return end;
}

function run(env: Record<string, string>): { child: ChildProcess; ended: Promise<Ended> } {
  const child = spawn(process.execPath, ["--import", "tsx", "lib/cli/serve.ts"], {
    cwd: projectRoot,
    env: { ...process.env, NODE_ENV: "production", ...env },
    stdio: ["ignore", "pipe", "pipe"],
    // A group of its own, so that a kill reaches the web server that the program runs.
    detached: true,
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk) => {
      output += chunk;
    });
  }
  const ended = new Promise<Ended>((resolve) => child.on("close", (code) => resolve({ code, output })));
  return { child, ended };
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
