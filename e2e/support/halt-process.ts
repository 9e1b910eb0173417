/** Processes that a server starts: found by their command line, on Linux from /proc, elsewhere from ps. */
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { expect } from "./test";

function commandOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
  } catch {
    return ""; // It ended meanwhile.
  }
}

function commands(): [pid: number, command: string][] {
  if (existsSync("/proc/self/cmdline"))
    return readdirSync("/proc")
      .filter((name) => /^\d+$/.test(name))
      .map((pid) => [Number(pid), commandOf(pid)]);
  const lines = execFileSync("ps", ["-axo", "pid=,command="], { encoding: "utf8" }).split("\n");
  return lines.map((line) => [Number.parseInt(line, 10), line]);
}

/** Waits for the process with `words` in its command line and halts it, so that it is still there when a test ends it. */
export async function haltProcess(words: string): Promise<void> {
  const find = () => commands().find(([, command]) => command.includes(words))?.[0];
  await expect.poll(find, { intervals: [20] }).toBeDefined();
  process.kill(find() ?? Number.NaN, "SIGSTOP");
}
