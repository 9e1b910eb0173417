import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { type Ended, freePort, newDataDir, removeDir, startInVain } from "./support/server";
import { expect, test } from "./support/test";

let dataDir: string;
test.beforeEach(() => {
  dataDir = newDataDir();
});
test.afterEach(() => removeDir(dataDir));

/** One sentence on the problem as the last line, no stack trace, and an exit code that says it failed. */
function expectRefusal({ code, output }: Ended, sentence: RegExp): void {
  expect(code).not.toBe(0);
  expect(output.trim().split("\n").at(-1)).toMatch(sentence);
  expect(output).not.toMatch(/\n\s+at /);
}

test("a wrong value of the environment is named", async () => {
  expectRefusal(
    await startInVain({ PORT: "80.5", EPOCH_DATA_DIR: dataDir }),
    /^PORT must be a whole number from 1 to 65535, but is "80\.5"\.$/,
  );
});

test("a port that another program has is named and left alone", async () => {
  const port = await freePort();
  const other = createServer().listen(port, "127.0.0.1");
  const ended = await startInVain({ PORT: String(port), EPOCH_DATA_DIR: dataDir });
  other.close();
  expectRefusal(ended, new RegExp(`^Port ${port} .* is taken by another program`));
});

test("a data directory that cannot be written is named", async () => {
  const file = join(dataDir, "a-file");
  writeFileSync(file, "mine");
  const ended = await startInVain({ PORT: String(await freePort()), EPOCH_DATA_DIR: join(file, "data") });
  expectRefusal(ended, /^EPOCH_DATA_DIR .* is not a directory that can be written/);
  expect(readFileSync(file, "utf8")).toBe("mine");
});

test("a corrupt database is named and nothing of it is overwritten", async () => {
  mkdirSync(dataDir, { recursive: true });
  const file = join(dataDir, "epoch.db");
  const damaged = Buffer.concat([Buffer.from("SQLite format 3\0"), Buffer.alloc(8192, 7)]);
  writeFileSync(file, damaged);
  const ended = await startInVain({ PORT: String(await freePort()), EPOCH_DATA_DIR: dataDir });
  expectRefusal(ended, /^The database .* is damaged or not an Epoch database; nothing was changed/);
  expect(readFileSync(file).equals(damaged)).toBe(true);
  expect(existsSync(`${file}-wal`)).toBe(false);
});
