/**
 * The yardstick of a saved grade: the least Next route handler that makes the same durable commit (one log row, one
 * state row, synchronous=FULL), and the bare rate of better-sqlite3. Made in an ignored folder; never in the product.
 */
import { spawn, spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { freePort, newDataDir, projectRoot, removeDir } from "../support/server";
import { type Load, timeLoad } from "./load";

const folder = join(projectRoot, ".next-bare");
const statements = {
  tables: `create table if not exists log (id text primary key, card text, at integer, state text);
    create table if not exists state (card text primary key, revision integer, state text);`,
  log: "insert into log (id, card, at, state) values (?, ?, ?, ?)",
  state:
    "insert into state values (?, 1, ?) on conflict (card) do update set revision = revision + 1, state = excluded.state",
};
const state = JSON.stringify(Array.from({ length: 24 }, (_, at) => ({ field: at, value: at / 7 })));

const route = `import Database from "better-sqlite3";
const db = new Database(process.env.BARE_FILE);
db.pragma("journal_mode = WAL");
db.pragma("synchronous = FULL");
db.exec(${JSON.stringify(statements.tables)});
const log = db.prepare(${JSON.stringify(statements.log)});
const state = db.prepare(${JSON.stringify(statements.state)});
const save = db.transaction((id, card, text) => { log.run(id, card, Date.now(), text); state.run(card, text); });
export const dynamic = "force-dynamic";
export async function POST(request) {
  const { id, cardId, state } = await request.json();
  save.immediate(id, cardId, state);
  return Response.json({ id });
}
`;

/** Requests to the bare handler, with 1 and with `many` senders. */
export async function measureBareHandler(
  many: number,
  each: number,
): Promise<{ alone: Load; together: Load }> {
  mkdirSync(join(folder, "app", "save"), { recursive: true });
  writeFileSync(join(folder, "app", "save", "route.js"), route);
  const config = { serverExternalPackages: ["better-sqlite3"], turbopack: { root: projectRoot } };
  writeFileSync(join(folder, "next.config.mjs"), `export default ${JSON.stringify(config)};\n`);
  writeFileSync(join(folder, "package.json"), '{"private":true,"type":"module"}\n');
  const next = join(projectRoot, "node_modules", "next", "dist", "bin", "next");
  const env = { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" } as const;
  const built = spawnSync(process.execPath, [next, "build"], { cwd: folder, env, encoding: "utf8" });
  if (built.status !== 0) throw new Error(`The bare handler was not built: ${built.stdout}${built.stderr}`);

  const dataDir = newDataDir();
  const port = await freePort();
  const server = spawn(process.execPath, [next, "start", "-H", "127.0.0.1", "-p", String(port)], {
    cwd: folder,
    env: { ...env, BARE_FILE: join(dataDir, "bare.db") },
    stdio: "ignore",
  });
  const url = `http://127.0.0.1:${port}/save`;
  const send = async () => {
    const id = crypto.randomUUID();
    const body = JSON.stringify({ id, cardId: id.slice(0, 2), state });
    const answer = await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body,
    });
    await answer.json();
  };
  try {
    for (
      let tries = 0;
      tries < 100 &&
      !(await send().then(
        () => true,
        () => false,
      ));
      tries += 1
    ) {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    await timeLoad([send], each);
    return {
      alone: await timeLoad([send], each),
      together: await timeLoad(
        Array.from({ length: many }, () => send),
        each,
      ),
    };
  } finally {
    server.kill();
    removeDir(dataDir);
  }
}

/** Durable commits per second of better-sqlite3 without any server. */
export function measureRawCommits(count: number): number {
  const dataDir = newDataDir();
  const db = new Database(join(dataDir, "raw.db"));
  db.pragma("journal_mode = WAL");
  db.pragma("synchronous = FULL");
  db.exec(statements.tables);
  const log = db.prepare(statements.log);
  const keep = db.prepare(statements.state);
  const save = db.transaction((id: string) => {
    log.run(id, id.slice(0, 2), Date.now(), state);
    keep.run(id.slice(0, 2), state);
  });
  const began = performance.now();
  for (let done = 0; done < count; done += 1) save.immediate(crypto.randomUUID());
  const seconds = (performance.now() - began) / 1000;
  db.close();
  removeDir(dataDir);
  return Math.round(count / seconds);
}
