/** Decides whether the packages of package-lock.json are in place for this Node, and installs them if not. */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { holdInstallLock } from "./install-lock.mjs";
import { runStep } from "./run-step.mjs";

const stamp = "node_modules/.epoch-install";
const native = "node_modules/better-sqlite3/build/Release/better_sqlite3.node";
const oldestNode = [20, 9];

/**
 * Installs what is missing; ends the process with one sentence when that cannot be done. `out` takes the progress.
 * Without `replaces`, packages that are there but of another version are refused: a server may be running on them.
 */
export async function ensureInstalled({ out = process.stdout, replaces = true } = {}) {
  refuseOldNode();
  const wanted = wantedStamp();
  if (isInstalled(wanted)) return;
  if (!replaces && existsSync(stamp)) {
    stop(
      "The packages are not those of package-lock.json: run npm start once to replace them, then try again.",
    );
  }
  const release = await holdInstallLock(out);
  if (isInstalled(wanted)) return release();
  const args = ["ci", "--include=dev", "--no-audit", "--no-fund", "--foreground-scripts", "--loglevel=http"];
  const step = await runStep({
    title: "Installing packages",
    command: npm(),
    args,
    // Of node-gyp: the two sources of better-sqlite3 compile side by side.
    env: { JOBS: process.env.JOBS ?? "max" },
    out,
    doingOf: progress(),
  });
  if (step.ok) writeFileSync(stamp, wanted);
  release();
  if (!step.ok) stop(reasonOf(step.log));
}

function refuseOldNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1])) return;
  stop(`Epoch needs Node ${oldestNode.join(".")} or newer, but this is Node ${process.versions.node}.`);
}

/** Changes with the lock file and with the kind of native modules that this Node loads. */
function wantedStamp() {
  const lock = createHash("sha256").update(readFileSync("package-lock.json")).digest("hex");
  return `${lock} ${process.platform}-${process.arch}-${process.versions.modules}\n`;
}

function isInstalled(wanted) {
  if (!existsSync(native)) return false;
  const known = existsSync(stamp) ? readFileSync(stamp, "utf8") : null;
  if (known === wanted) return true;
  const isOtherNode = known !== null && platformOf(known) !== platformOf(wanted);
  if (isOtherNode || !installedByHand()) return false;
  writeFileSync(stamp, wanted);
  return true;
}

const platformOf = (text) => text.split(" ")[1];

/** Whether an installation that was not ours left exactly what the lock file asks for. */
function installedByHand() {
  if (!existsSync("node_modules/.package-lock.json")) return false;
  const there = JSON.parse(readFileSync("node_modules/.package-lock.json", "utf8")).packages;
  const asked = Object.entries(JSON.parse(readFileSync("package-lock.json", "utf8")).packages);
  return asked.every(
    ([path, { version, optional }]) => path === "" || optional || there[path]?.version === version,
  );
}

const npm = () => (process.platform === "win32" ? "npm.cmd" : "npm");

/** What npm is doing, from its log. */
function progress() {
  let fetched = 0;
  return (line) => {
    if (/npm http (fetch|cache)/.test(line)) {
      fetched += 1;
      return `downloading and unpacking packages (${fetched} so far)`;
    }
    const script = line.match(/^> (.+)@\S+ (?:pre|post)?install$/);
    if (script !== null) return `preparing ${script[1]}`;
    if (/node-gyp|gyp info|^\s*(CC|CXX)\(/.test(line))
      return "compiling better-sqlite3 (takes a minute or two)";
    return undefined;
  };
}

function reasonOf(log) {
  const missing = ["python3", "make", "g++"].filter((tool) => spawnSync(tool, ["--version"]).status !== 0);
  if (/gyp ERR!|node-gyp: not found/.test(log) && missing.length > 0) {
    return `better-sqlite3 has no ready-made file for this system, and compiling it needs ${missing.join(", ")}: install that (on Debian: apt-get install -y python3 make g++) and start again.`;
  }
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT/.test(log)) {
    return "The npm registry could not be reached: the first start needs the network once.";
  }
  return "The packages could not be installed; the end of the log is above.";
}

function stop(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}
