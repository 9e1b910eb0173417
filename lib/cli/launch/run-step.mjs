/** Runs one long step of a command with a line every few seconds; its full output goes to a log, shown when it fails. */
import { spawn } from "node:child_process";
import { createWriteStream, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const tailLines = 40;
const patienceMs = 3000;

const seconds = (sinceMs) => `${Math.round((Date.now() - sinceMs) / 1000)} s`;

/**
 * @param step `title` ("Installing packages"), `command`, `args`, `env`, `out` (stream for progress) and `doingOf`, which
 *   turns a line of output into what is happening now, or undefined to keep the last.
 * @returns `{ ok, log }`: the text of the whole output.
 */
export async function runStep({
  title,
  command,
  args,
  env = {},
  out = process.stdout,
  doingOf = () => undefined,
}) {
  const started = Date.now();
  const file = join(tmpdir(), `epoch-${title.toLowerCase().replace(/[^a-z]+/g, "-")}-${process.pid}.log`);
  const log = createWriteStream(file);
  let doing = "starting";
  let rest = "";
  out.write(`${title} …\n`);

  const child = spawn(command, args, { env: { ...process.env, ...env }, stdio: ["ignore", "pipe", "pipe"] });
  const follow = (chunk) => {
    log.write(chunk);
    const lines = (rest + chunk).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) doing = doingOf(line) ?? doing;
  };
  child.stdout.setEncoding("utf8").on("data", follow);
  child.stderr.setEncoding("utf8").on("data", follow);
  const ticker = setInterval(() => out.write(`  ${seconds(started).padStart(5)}  ${doing}\n`), patienceMs);
  const stop = (signal) => {
    child.kill(signal);
    process.exit(1);
  };
  process.on("SIGINT", stop).on("SIGTERM", stop);

  const code = await new Promise((resolve) => {
    child.on("error", (error) => follow(`${error.message}\n`) ?? resolve(1)).on("close", resolve);
  });
  clearInterval(ticker);
  process.off("SIGINT", stop).off("SIGTERM", stop);
  await new Promise((resolve) => log.end(resolve));
  const text = readFileSync(file, "utf8");
  if (code === 0) out.write(`${title}: done in ${seconds(started)}\n`);
  else
    process.stderr.write(
      `${text.split("\n").slice(-tailLines).join("\n")}\n${title} failed. The whole log: ${file}\n`,
    );
  return { ok: code === 0, log: text };
}
