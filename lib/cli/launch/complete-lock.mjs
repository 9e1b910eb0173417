/**
 * Adds to package-lock.json the optional packages of other platforms that the registry of the machine which wrote it did
 * not offer; `npm ci` refuses a lock without them. Run after every change of the lock: `node lib/cli/launch/complete-lock.mjs`.
 */
import { readFileSync, writeFileSync } from "node:fs";

const lock = JSON.parse(readFileSync("package-lock.json", "utf8"));
const systems = ["android", "darwin", "freebsd", "linux", "openharmony", "win32"];
const processors = ["arm64", "x64", "arm", "ia32", "ppc64", "s390x", "riscv64", "wasm32"];

/** The lock's key of the copy of `name` that a package at `from` would load, or undefined. */
function resolved(from, name) {
  for (let base = from; ; base = base.slice(0, Math.max(0, base.lastIndexOf("/node_modules/")))) {
    const key = `${base === "" ? "" : `${base}/`}node_modules/${name}`;
    if (lock.packages[key] !== undefined) return key;
    if (base === "") return undefined;
  }
}

function stub(name, version) {
  const words = name.split(/[/-]/);
  const one = (field, known) => {
    const word = known.find((each) => words.includes(each));
    return word === undefined ? {} : { [field]: [word] };
  };
  const libc = words.includes("musl") ? { libc: ["musl"] } : {};
  // A range is served by its lowest version.
  return {
    version: version.replace(/^[^~]/, ""),
    ...one("cpu", processors),
    ...libc,
    optional: true,
    ...one("os", systems),
  };
}

let added = 0;
for (const [path, entry] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    const found = resolved(path, name);
    if (found !== undefined && (lock.packages[found].version === version || !/^\d/.test(version))) continue;
    lock.packages[found === undefined ? `node_modules/${name}` : `${path}/node_modules/${name}`] = stub(
      name,
      version,
    );
    added += 1;
  }
}
const packages = Object.fromEntries(
  Object.entries(lock.packages).sort(([a], [b]) => a.localeCompare(b, "en")),
);
writeFileSync("package-lock.json", `${JSON.stringify({ ...lock, packages }, null, 2)}\n`);
process.stdout.write(`${added} entries added\n`);
