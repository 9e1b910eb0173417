import { strToU8, zipSync } from "fflate";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { CourseId } from "@/lib/core/ids";
import type { Person } from "@/lib/core/people/person";
import { loadCourse } from "@/lib/db/courses";
import { theStore } from "../store";
import { addLearner, openCourse } from "../testing/open-course";
import { commitImport } from "./commit-import";
import { seePicture } from "./see-picture";

const now = Date.parse("2026-11-20T03:00:00Z");
let opened: Awaited<ReturnType<typeof openCourse>>;
let owner: Person;
let people = 0;

beforeAll(async () => {
  opened = await openCourse(now);
});
afterAll(() => opened.remove());
beforeEach(async () => {
  people += 1;
  owner = await addLearner(`owner-${people}@example.com`, now);
});

const notes = `# 빛
## 굴절 (Refraction)
- 정의
  - 빛이 다른 물질로 들어갈 때 방향이 꺾이는 현상이다.
- 종류
  - 프리즘 (Prism)
    - 빛을 색으로 나눈다.
  - 렌즈 (Lens)
    - 빛을 한곳에 모은다.
`;
const importing = (text: string, courseId: CourseId | null, base: string | null) =>
  commitImport(
    owner,
    { courseId, uploads: [{ name: "light.md", bytes: strToU8(text) }], base, takeNotes: [] },
    now,
  );
const stored = (id: CourseId) => loadCourse(theStore().read, id);

describe("pictures of the notes", () => {
  const png = Buffer.from("89504e470d0a1a0a0000000d49484452", "hex");
  const shown =
    "# 빛\n## 굴절 (Refraction)\n- 정의\n  - 빛이 꺾이는 현상이다. ![유리를 지나는 빛](img/bent.png)\n";
  const zip = (entries: Record<string, Uint8Array>) => [{ name: "light.zip", bytes: zipSync(entries) }];
  const take = (uploads: ReturnType<typeof zip>, courseId: CourseId | null, base: string | null) =>
    commitImport(owner, { courseId, uploads, base, takeNotes: [] }, now);
  const withPicture = zip({ "light.md": strToU8(shown), "img/bent.png": png, "img/unused.png": png });

  async function courseWithPicture(): Promise<CourseId> {
    const made = await take(withPicture, null, null);
    if (!made.ok) throw new Error(made.error.kind);
    return made.value.courseId;
  }
  const imagesOf = async (id: CourseId) => (await stored(id)).cards.flatMap(({ images }) => images);

  it("in a zip are kept with the cards of their lines, and only those that are shown", async () => {
    const id = await courseWithPicture();
    expect(await imagesOf(id)).toContainEqual({ path: "img/bent.png", alt: "유리를 지나는 빛" });
    expect(await seePicture(owner, id, "img/bent.png")).toMatchObject({
      ok: true,
      value: { type: "image/png", bytes: png },
    });
    expect(await seePicture(owner, id, "img/unused.png")).toMatchObject({ ok: false });
  });

  it("are seen only by those who see the course", async () => {
    const id = await courseWithPicture();
    const other = await addLearner(`picture-${people}@example.com`, now);
    expect(await seePicture(other, id, "img/bent.png")).toEqual({ ok: false, error: { kind: "not-found" } });
  });

  it("stay when only the notes are imported again, and go when no card shows them", async () => {
    const id = await courseWithPicture();
    const again = await importing(shown.replace("현상이다", "성질이다"), id, (await stored(id)).fingerprint);
    expect(again.ok).toBe(true);
    expect(await imagesOf(id)).not.toEqual([]);
    await importing(notes, id, (await stored(id)).fingerprint);
    expect(await imagesOf(id)).toEqual([]);
    expect(await seePicture(owner, id, "img/bent.png")).toMatchObject({ ok: false });
  });

  it("that are something else are refused as a whole", async () => {
    const faked = zip({ "light.md": strToU8(shown), "img/bent.png": strToU8("<svg onload=alert(1)>") });
    expect(await take(faked, null, null)).toMatchObject({
      ok: false,
      error: { kind: "bad-picture", file: "img/bent.png" },
    });
  });
});
