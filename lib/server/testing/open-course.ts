import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Person } from "@/lib/core/people/person";
import { openStore } from "@/lib/db/client";
import { migrate } from "@/lib/db/migrate";
import type { Store } from "@/lib/db/store";
import { databaseFile } from "../data-dir";
import { register } from "../people/register";
import { seedDefaultCourse } from "../seed-default-course";
import { keepStore } from "../store";

/** For tests: a data directory of its own with the default course, as the store of this process. */
export async function openCourse(
  now: number,
): Promise<{ store: Store; dataDir: string; remove(): Promise<void> }> {
  const dataDir = mkdtempSync(join(tmpdir(), "epoch-test-"));
  const file = databaseFile(dataDir);
  migrate(file);
  const store = openStore(file);
  keepStore(store);
  const seeded = await seedDefaultCourse(now);
  if (!seeded.ok) throw new Error(seeded.error.message);
  const remove = async () => {
    await store.close();
    rmSync(dataDir, { recursive: true });
  };
  return { store, dataDir, remove };
}

/** For tests: a new learner in Seoul. */
export async function addLearner(email: string, now: number): Promise<Person> {
  const made = await register(
    { email, name: "학생", password: "a long enough sentence", locale: "ko", zone: "Asia/Seoul" },
    now,
  );
  if (!made.ok) throw new Error(made.error.kind);
  return made.value;
}
