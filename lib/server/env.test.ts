import { resolve } from "node:path";
import { expect, it } from "vitest";
import { readEnv } from "./env";

const badPorts = ["abc", "0", "70000", "80.5"];
const refused: [source: Record<string, string>, sentence: RegExp][] = [
  ...badPorts.map((PORT): [Record<string, string>, RegExp] => [
    { PORT },
    new RegExp(`^PORT must be a whole number from 1 to 65535, but is "${PORT}"\\.$`),
  ]),
  [{ DATABASE_URL: "postgres://x" }, /^DATABASE_URL is set, but .* unset it\.$/],
  [{ AUTH_SECRET: "short" }, /^AUTH_SECRET must have at least 32 characters/],
  [{ HOST: "a host" }, /^HOST must be a host name or an address, but is "a host"\.$/],
  [{ EPOCH_URL: "epoch" }, /^EPOCH_URL must be an address like .* but is "epoch"\.$/],
  [{ EPOCH_URL: "https://a.example/epoch" }, /^EPOCH_URL must not have a path/],
];

it.each(refused)("refuses %j in one sentence", (source, sentence) => {
  const env = readEnv(source);
  expect(env.ok ? "taken" : env.error.message).toMatch(sentence);
});

it("takes what is set, and the usual where nothing is", () => {
  expect(readEnv({ PORT: "8080", EPOCH_DATA_DIR: "there", EPOCH_URL: "https://a.example/" })).toMatchObject({
    ok: true,
    value: { port: 8080, dataDir: resolve("there"), url: "https://a.example", authSecret: null },
  });
  expect(readEnv({ PORT: "", EPOCH_URL: "" })).toMatchObject({
    ok: true,
    value: { port: 3000, host: "127.0.0.1", dataDir: resolve("data"), url: "http://localhost:3000" },
  });
});
