/** The last part of `npm start` and `npm run dev`: checks, migrates and seeds, then runs the web server until told to stop. */
import { spawn } from "node:child_process";
import { setTimeout } from "node:timers/promises";
import { authSecretOf } from "@/lib/server/data-dir";
import type { Env } from "@/lib/server/env";
import { openDatabase } from "@/lib/server/open-database";
import { seedDefaultCourse } from "@/lib/server/seed-default-course";
import { checkAddress } from "./launch/check-address.mjs";

const isDevelopment = process.env.EPOCH_DEV === "1";
const patienceMs = 60_000;
const say = (line: string) => process.stdout.write(`${line}\n`);

function refuse(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

/** Does everything that must be done before the first request; ends the process with one sentence if it cannot. */
async function prepare(): Promise<Env> {
  const opened = await openDatabase(say);
  if (!opened.ok) refuse(opened.error.message);
  const { env, store } = opened.value;
  const seeded = await seedDefaultCourse(Date.now());
  if (!seeded.ok) refuse(`The default course cannot be read: ${seeded.error.file}: ${seeded.error.message}.`);
  const { isNew, cards, computed } = seeded.value;
  say(
    `Default course: ${cards} note cards, ${computed} computed questions (${isNew ? "stored" : "up to date"})`,
  );
  await store.close();
  return env;
}

function startServer(env: Env) {
  const secret = authSecretOf(env);
  const child = spawn(process.execPath, ["lib/cli/launch/serve-pages.mjs"], {
    stdio: ["ignore", isDevelopment ? "inherit" : "ignore", "inherit"],
    env: {
      ...process.env,
      NODE_ENV: isDevelopment ? "development" : "production",
      NEXT_TELEMETRY_DISABLED: "1",
      PORT: String(env.port),
      HOST: env.host,
      EPOCH_DATA_DIR: env.dataDir,
      EPOCH_URL: env.url,
      AUTH_SECRET: secret,
      NEXTAUTH_SECRET: secret,
      NEXTAUTH_URL: env.url,
    },
  });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => child.kill(signal));
  child.on("exit", (code, signal) => process.exit(code ?? (signal === "SIGKILL" ? 1 : 0)));
  return (signal: NodeJS.Signals) => child.kill(signal);
}

async function untilReady({ host, port }: Env, stop: (signal: NodeJS.Signals) => void): Promise<void> {
  const reachable =
    host === "0.0.0.0" ? "127.0.0.1" : host === "::" ? "[::1]" : host.includes(":") ? `[${host}]` : host;
  const until = performance.now() + patienceMs;
  while (performance.now() < until) {
    try {
      if ((await fetch(`http://${reachable}:${port}/api/health`)).ok) return;
    } catch {
      // Not listening yet.
    }
    await setTimeout(100);
  }
  stop("SIGTERM");
  refuse(`The server did not answer within ${patienceMs / 1000} seconds; its messages are above.`);
}

const env = await prepare();
await checkAddress();
await untilReady(env, startServer(env));
say(`Epoch is ready at ${env.url}`);
