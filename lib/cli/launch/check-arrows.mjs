/**
 * Refuses an import that goes against the arrows of the README: a file may import its own layer and the layers below.
 * Cycles are Biome's task. A file of `app` that a "use client" file can reach is client code and gets the browser's rules.
 */
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

const purePackages = ["ts-fsrs", "zod", "d3-scale", "d3-shape"];
const layersBelow = {
  "lib/core": ["lib/core"],
  "lib/db": ["lib/db", "lib/core"],
  "lib/server": ["lib/server", "lib/db", "lib/core"],
  "lib/browser": ["lib/browser", "lib/core"],
  "lib/cli": ["lib/cli", "lib/server", "lib/browser", "lib/core"],
  "app server": ["app", "lib/server", "lib/core"],
  "app client": ["app", "lib/browser", "lib/core"],
};
const imports =
  /(?:^|\n)\s*(import|export)(\s+type)?\b(?:[^"';]*?\bfrom)?\s*"([^"]+)"|\bimport\(\s*"([^"]+)"/g;

/** @returns one sentence for each import under `root` that breaks an arrow. */
export function checkArrows(root) {
  const files = new Map(listSources(root).map((path) => [path, importsOf(root, path)]));
  const client = reachableFromClient(root, files);
  return [...files].flatMap(([path, found]) =>
    found.flatMap((each) => breach(path, each, client, files) ?? []),
  );
}

function listSources(root) {
  const visit = (path) =>
    statSync(join(root, path)).isDirectory()
      ? readdirSync(join(root, path)).flatMap((name) => visit(join(path, name)))
      : path;
  return ["app", "lib", "proxy.ts", "instrumentation.ts"]
    .filter((path) => existsSync(join(root, path)))
    .flatMap(visit)
    .filter((path) => /\.tsx?$/.test(path));
}

/** `to` is a path of the project, or a package's name where `local` is false. */
function importsOf(root, path) {
  return [...readFileSync(join(root, path), "utf8").matchAll(imports)].map(([, , type, plain, dynamic]) => {
    const name = plain ?? dynamic;
    const local = /^(\.|@\/)/.test(name);
    const bare = name.startsWith("@/") ? name.slice(2) : join(dirname(path), name);
    const ends = ["", ".ts", ".tsx", "/index.ts"];
    const end = ends.find(
      (each) => existsSync(join(root, bare + each)) && statSync(join(root, bare + each)).isFile(),
    );
    return { to: local ? bare + (end ?? "") : name, local, isType: type !== undefined };
  });
}

function reachableFromClient(root, files) {
  const starts = (path, words) =>
    new RegExp(`^\\s*(/\\*[^]*?\\*/\\s*)?"${words}"`).test(readFileSync(join(root, path), "utf8"));
  const reached = new Set();
  const visit = (path) => {
    if (reached.has(path) || !files.has(path) || starts(path, "use server")) return;
    reached.add(path);
    for (const { to, local, isType } of files.get(path)) if (local && !isType) visit(to);
  };
  for (const path of files.keys()) if (starts(path, "use client")) visit(path);
  return reached;
}

function layerOf(path, client) {
  if (path.startsWith("lib/")) return path.split("/").slice(0, 2).join("/");
  return client.has(path) ? "app client" : "app server";
}

function breach(path, { to, local, isType }, client, files) {
  const from = layerOf(path, client);
  const allowed = layersBelow[from];
  if (allowed === undefined) return undefined;
  const isTest = /\.test\.tsx?$/.test(path);
  const no = (why) => `${path} imports ${to}: ${why}`;
  if (!local) {
    if (from === "lib/core" && !isTest && !purePackages.includes(to))
      return no("core knows only small pure libraries");
    if (/^drizzle|^better-sqlite3/.test(to) && from !== "lib/db")
      return no("only lib/db knows the database's packages");
    return undefined;
  }
  const layer = to.startsWith("lib/") ? to.split("/").slice(0, 2).join("/") : to.split("/")[0];
  const isTypeOfServer = isType && from === "app client" && layer === "lib/server";
  if (!allowed.includes(layer) && !isTest && !isTypeOfServer && /^(app|lib)\//.test(to))
    return no(`${from} may import only ${allowed.join(", ")}`);
  const family = /lib\/core\/questions\/families\//;
  const isOtherFamily = familyOf(path, files) !== familyOf(to, files);
  if (family.test(path) && family.test(to) && !isTest && isOtherFamily)
    return no("a family never imports another family");
  const [one, other] = [routeOf(path), routeOf(to)];
  if (one !== null && other !== null && !inside(one, other)) return no("two routes never import each other");
  return undefined;
}

/** The file that a part of a family belongs to: its own name without its last words ("lens" of "lens-scene"). */
function familyOf(path, files) {
  const words = path.replace(/\.ts$/, "").split("-");
  const names = words.map((_, at) => `${words.slice(0, at + 1).join("-")}.ts`);
  return names.find((name) => files.has(name)) ?? path;
}

/** The folder of the visited address a file belongs to; null for parts shared by all (`_ui`, `_shell`, …). */
function routeOf(path) {
  const folders = dirname(path).split("/");
  if (folders[0] !== "app" || folders[1] === undefined || folders[1].startsWith("_")) return null;
  const until = folders.findIndex((name) => name.startsWith("_"));
  return folders.slice(0, until === -1 ? undefined : until).join("/");
}

const inside = (one, other) =>
  !relative(other, one).startsWith("..") || !relative(one, other).startsWith("..");

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const found = checkArrows(process.cwd());
  for (const sentence of found) process.stderr.write(`${sentence}\n`);
  process.exitCode = found.length > 0 ? 1 : 0;
}
