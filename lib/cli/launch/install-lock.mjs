/** Lets one process at a time install packages in this folder. */
import { createHash } from "node:crypto";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";

const pollMs = 500;
const file = join(
  tmpdir(),
  `epoch-install-${createHash("sha256").update(process.cwd()).digest("hex").slice(0, 16)}`,
);

/**
 * Waits while another process installs here, then holds the lock until the returned function is called. A lock whose
 * holder is gone is taken over.
 */
export async function holdInstallLock(out) {
  for (let waits = 0; !take(); waits += 1) {
    if (waits === 0) out.write("Another process is installing the packages; waiting for it\n");
    if (!isAlive(holder())) rmSync(file, { force: true });
    else await setTimeout(pollMs);
  }
  return () => rmSync(file, { force: true });
}

function take() {
  try {
    writeFileSync(file, String(process.pid), { flag: "wx" });
    return true;
  } catch (error) {
    if (error.code === "EEXIST") return false;
    throw error;
  }
}

function holder() {
  try {
    return Number(readFileSync(file, "utf8"));
  } catch {
    return 0;
  }
}

function isAlive(pid) {
  if (pid === 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}
