/** What the operator may set. Each wrong value is one sentence that says what to do. */
import { resolve } from "node:path";
import { z } from "zod";
import { fail, ok, type Result } from "@/lib/core/result";

export interface Env {
  port: number;
  host: string;
  dataDir: string;
  /** Public address, without a trailing slash. */
  url: string;
  /** Null: made on first start and kept in the data directory. */
  authSecret: string | null;
}

export interface EnvFailure {
  kind: "bad-environment";
  message: string;
}

const port = z.coerce.number().int().min(1).max(65_535);
const url = z.url({ protocol: /^https?$/ });
const isSet = (text: string | undefined): text is string => text !== undefined && text !== "";
const wrong = (message: string) => fail<EnvFailure>({ kind: "bad-environment", message });

/** Reads the environment; the first value that cannot be used is the failure. */
export function readEnv(source: Record<string, string | undefined>): Result<Env, EnvFailure> {
  const { PORT, HOST, EPOCH_DATA_DIR, EPOCH_URL, AUTH_SECRET, DATABASE_URL } = source;
  const chosenPort = port.safeParse(isSet(PORT) ? PORT : "3000");
  if (!chosenPort.success) return wrong(`PORT must be a whole number from 1 to 65535, but is "${PORT}".`);
  if (isSet(DATABASE_URL)) {
    return wrong(
      "DATABASE_URL is set, but this version supports only the embedded SQLite database: unset it.",
    );
  }
  if (isSet(AUTH_SECRET) && AUTH_SECRET.length < 32) {
    return wrong(
      "AUTH_SECRET must have at least 32 characters; leave it unset and one is made on first start.",
    );
  }
  const host = isSet(HOST) ? HOST : "127.0.0.1";
  if (/[\s/]/.test(host)) return wrong(`HOST must be a host name or an address, but is "${host}".`);
  const address = url.safeParse(isSet(EPOCH_URL) ? EPOCH_URL : `http://localhost:${chosenPort.data}`);
  if (!address.success)
    return wrong(`EPOCH_URL must be an address like https://epoch.example, but is "${EPOCH_URL}".`);
  if (new URL(address.data).pathname !== "/")
    return wrong(`EPOCH_URL must not have a path, but is "${EPOCH_URL}".`);
  return ok({
    port: chosenPort.data,
    host,
    dataDir: resolve(isSet(EPOCH_DATA_DIR) ? EPOCH_DATA_DIR : "data"),
    url: new URL(address.data).origin,
    authSecret: isSet(AUTH_SECRET) ? AUTH_SECRET : null,
  });
}

/** The environment where `readEnv` has already been answered for, as in a started server. */
export function requireEnv(): Env {
  const env = readEnv(process.env);
  if (!env.ok) throw new Error(env.error.message);
  return env.value;
}
