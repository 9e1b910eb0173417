import { randomUUID } from "node:crypto";
import { strToU8 } from "fflate";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { asId, type CardId, type CourseId, type ReviewId } from "@/lib/core/ids";
import type { Person } from "@/lib/core/people/person";
import { findCard, findCourse, loadCourse } from "@/lib/db/courses";
import { findState } from "@/lib/db/memories";
import { deleteAccount } from "../people/delete-account";
import { theStore } from "../store";
import { openQueue } from "../study/open-queue";
import { recordAnswer } from "../study/record-answer";
import { addLearner, openCourse } from "../testing/open-course";
import { addCard } from "./add-card";
import { commitImport } from "./commit-import";
import { decideCorrection } from "./decide-correction";
import { editCard } from "./edit-card";
import { listCourses } from "./list-courses";
import { previewImport } from "./preview-import";
import { publishCourse } from "./publish-course";
import { listReports, reportCard, settleReport } from "./report-card";
import { studyCourse } from "./study-course";

const now = Date.parse("2026-11-20T03:00:00Z");
const defaultCourse = asId<CourseId>("deep-learning");
let opened: Awaited<ReturnType<typeof openCourse>>;
let admin: Person;
let owner: Person;
let people = 0;

beforeAll(async () => {
  opened = await openCourse(now);
  admin = await addLearner("admin@example.com", now);
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
const upload = (text: string, name = "light.md") => [{ name, bytes: strToU8(text) }];
const importing = (text: string, courseId: CourseId | null, base: string | null, takeNotes: CardId[] = []) =>
  commitImport(owner, { courseId, uploads: upload(text), base, takeNotes }, now);

async function newCourse(): Promise<CourseId> {
  const made = await importing(notes, null, null);
  if (!made.ok) throw new Error(made.error.kind);
  return made.value.courseId;
}
const stored = (id: CourseId) => loadCourse(theStore().read, id);
async function cardWith(id: CourseId, back: string) {
  const card = (await stored(id)).cards.find(({ sides }) => sides.ko?.back === back);
  if (!card) throw new Error(`no card answers "${back}"`);
  return card;
}
async function importAgain(id: CourseId, text: string, takeNotes: CardId[] = []) {
  const outcome = await importing(text, id, (await stored(id)).fingerprint, takeNotes);
  if (!outcome.ok) throw new Error(outcome.error.kind);
}
const previewed = async (text: string, courseId: CourseId | null, person = owner) =>
  previewImport(person, { courseId, uploads: upload(text) }, now);

describe("own notes", () => {
  it("are shown before anything is stored, and then are a course that only its owner sees", async () => {
    const before = await listCourses(owner);
    const preview = await previewed(notes, null);
    expect(preview).toMatchObject({
      ok: true,
      value: { title: "빛", locale: "ko", changes: null, base: null },
    });
    expect(await listCourses(owner)).toEqual(before);
    const id = await newCourse();
    expect((await listCourses(owner)).find((course) => course.id === id)).toMatchObject({
      title: "빛",
      isOwn: true,
      isPublished: false,
      isStudied: true,
    });
    const stranger = await addLearner(`stranger-${people}@example.com`, now);
    expect((await listCourses(stranger)).map((course) => course.id)).toEqual([defaultCourse]);
    const refused = { ok: false, error: { kind: "not-found" } };
    expect(await previewed(notes, id, stranger)).toEqual(refused);
    expect(await studyCourse(stranger, id, true, now)).toEqual(refused);
    expect(await previewed(notes, defaultCourse)).toEqual(refused);
  });

  it("of two people with the same words are two courses", async () => {
    const first = await newCourse();
    owner = await addLearner(`second-${people}@example.com`, now);
    const second = await newCourse();
    expect((await stored(first)).cards).toHaveLength((await stored(second)).cards.length);
  });

  it("that cannot be read change nothing", async () => {
    const id = await newCourse();
    const before = await stored(id);
    expect(await importing("\u0000", id, before.fingerprint)).toMatchObject({ ok: true });
    expect(await importing(" ", id, (await stored(id)).fingerprint)).toMatchObject({
      error: { kind: "empty" },
    });
  });
});

describe("importing again", () => {
  it("keeps the memory of a card whose words and place changed", async () => {
    const id = await newCourse();
    const card = await cardWith(id, "빛을 색으로 나눈다.");
    const answer = { kind: "grade", grade: "good" } as const;
    const input = { id: asId<ReviewId>(randomUUID()), cardId: card.id, revision: 0, answer, takenMs: 1_000 };
    expect((await recordAnswer(owner, input, now)).ok).toBe(true);
    const memory = await findState(theStore().read, owner.id, card.id);
    await importAgain(
      id,
      `${notes.replace("색으로", "여러 색으로").replace("## 굴절", "### 굴절")}\n## 반사 (Reflection)\n- 정의\n  - 빛이 되돌아오는 현상이다.\n`,
    );
    expect((await cardWith(id, "빛을 여러 색으로 나눈다.")).id).toBe(card.id);
    expect(await findState(theStore().read, owner.id, card.id)).toEqual(memory);
  });

  it("lists what would change before it does", async () => {
    const id = await newCourse();
    const changed = notes
      .replace("색으로", "여러 색으로")
      .replace("  - 렌즈 (Lens)\n    - 빛을 한곳에 모은다.\n", "");
    const preview = await previewed(changed, id);
    if (!preview.ok || !preview.value.changes) throw new Error("no changes");
    const { lists, kept } = preview.value.changes;
    expect(kept).toBeGreaterThan(0);
    expect(lists.edited.map(({ to }) => to[0]?.text)).toContain("- 빛을 여러 색으로 나눈다.");
    expect(lists.retired.map(({ from }) => from[0]?.text)).toContain("- 빛을 한곳에 모은다.");
    expect((await cardWith(id, "빛을 색으로 나눈다.")).retiredAt).toBeNull();
  });

  it("retires what is gone and gives it back with its identity", async () => {
    const id = await newCourse();
    const card = await cardWith(id, "빛을 한곳에 모은다.");
    await importAgain(id, notes.replace("  - 렌즈 (Lens)\n    - 빛을 한곳에 모은다.\n", ""));
    expect((await findCard(theStore().read, card.id))?.retiredAt).toBe(now);
    await importAgain(id, notes);
    expect(await findCard(theStore().read, card.id)).toEqual(card);
  });

  it("changes nothing when the notes are the same", async () => {
    const id = await newCourse();
    const before = await stored(id);
    await importAgain(id, notes);
    expect(await stored(id)).toEqual(before);
  });

  it("is refused when the course changed since it was compared", async () => {
    const id = await newCourse();
    const { fingerprint } = await stored(id);
    await importAgain(id, notes.replace("색으로", "여러 색으로"));
    expect(await importing(notes, id, fingerprint)).toEqual({ ok: false, error: { kind: "stale" } });
  });
});

describe("a card changed by hand", () => {
  const words = { front: "프리즘은 무엇을 하나요?", back: "빛을 무지개색으로 나눠요." };

  it("keeps the hand's words through imports and says so when the notes change as well", async () => {
    const id = await newCourse();
    const card = await cardWith(id, "빛을 색으로 나눈다.");
    expect((await editCard(owner, card.id, { kind: "rewrite", locale: "ko", words }, now)).ok).toBe(true);
    const faces = (await openQueue({ ...owner, newPerDay: 200 }, now, card.id)).cards.map(({ face }) => face);
    expect(faces[0]).toMatchObject({ sides: { ko: words } });
    await importAgain(id, `${notes}\n`);
    expect((await findCard(theStore().read, card.id))?.edit?.words.ko).toEqual(words);

    const changed = notes.replace("색으로", "여러 색으로");
    const preview = await previewed(changed, id);
    expect(preview.ok && preview.value.conflicts).toMatchObject([
      { locale: "ko", mine: words, notes: { back: "빛을 여러 색으로 나눈다." } },
    ]);
    await importAgain(id, changed);
    expect((await findCard(theStore().read, card.id))?.edit?.words.ko).toEqual(words);
    const settled = await previewed(changed, id);
    expect(settled.ok && settled.value.conflicts).toEqual([]);
  });

  it("takes the words of the notes when that is chosen", async () => {
    const id = await newCourse();
    const card = await cardWith(id, "빛을 색으로 나눈다.");
    await editCard(owner, card.id, { kind: "rewrite", locale: "ko", words }, now);
    const local = asId<CardId>(card.id.slice(id.length + 1));
    await importAgain(id, notes.replace("색으로", "여러 색으로"), [local]);
    expect((await findCard(theStore().read, card.id))?.edit).toBeNull();
  });

  it("stays out of the course once it was taken out", async () => {
    const id = await newCourse();
    const card = await cardWith(id, "빛을 색으로 나눈다.");
    await editCard(owner, card.id, { kind: "drop" }, now);
    await importAgain(id, `${notes}\n\n`);
    expect((await stored(id)).cards.map((each) => each.id)).not.toContain(card.id);
    await editCard(owner, card.id, { kind: "restore" }, now);
    expect((await stored(id)).cards.map((each) => each.id)).toContain(card.id);
  });

  it("is changed by its owner only, and never to nothing", async () => {
    const id = await newCourse();
    const card = await cardWith(id, "빛을 색으로 나눈다.");
    const empty = { kind: "rewrite", locale: "ko", words: { front: " ", back: "b" } } as const;
    expect(await editCard(owner, card.id, empty, now)).toEqual({ ok: false, error: { kind: "bad-request" } });
    const other = await addLearner(`other-${people}@example.com`, now);
    expect(await editCard(other, card.id, { kind: "drop" }, now)).toMatchObject({
      error: { kind: "not-found" },
    });
  });
});

describe("what stands beside the notes", () => {
  it("stays when only the notes are imported again", async () => {
    const corrections = [
      {
        id: "E1",
        kind: "err",
        anchor: "빛을 한곳에 모은다.",
        text: { ko: "볼록 렌즈만요.", en: "Convex ones." },
      },
    ];
    const uploads = [
      ...upload(notes),
      { name: "corrections.json", bytes: strToU8(JSON.stringify(corrections)) },
    ];
    const made = await commitImport(owner, { courseId: null, uploads, base: null, takeNotes: [] }, now);
    if (!made.ok) throw new Error(made.error.kind);
    const id = made.value.courseId;
    await importAgain(id, notes.replace("색으로", "여러 색으로"));
    expect((await stored(id)).corrections).toEqual(corrections);
    expect((await stored(id)).cards.find(({ correction }) => correction === "E1")?.sides.ko?.back).toBe(
      "볼록 렌즈만요.",
    );
  });

  it("may be a card of one's own, which stays as well", async () => {
    const id = await newCourse();
    const card = { concept: "prism", front: "프리즘은 무슨 모양인가요?", back: "삼각기둥" };
    expect(await addCard(owner, id, card, now)).toEqual({ ok: true, value: null });
    expect(await addCard(owner, id, { ...card, back: " " }, now)).toMatchObject({
      error: { kind: "bad-request" },
    });
    expect(await addCard(admin, id, card, now)).toMatchObject({ error: { kind: "not-found" } });
    expect(await addCard(admin, defaultCourse, card, now)).toMatchObject({ error: { kind: "not-found" } });
    const own = await cardWith(id, "삼각기둥");
    expect(own).toMatchObject({ concept: "prism", rule: "hand" });
    await importAgain(id, notes.replace("색으로", "여러 색으로"));
    expect((await cardWith(id, "삼각기둥")).id).toBe(own.id);
  });
});

describe("deleting an account", () => {
  const gone = async (id: CourseId) => (await findCourse(theStore().read, id)) === null;

  it("takes its own notes along, studied or not", async () => {
    const id = await newCourse();
    const card = await cardWith(id, "빛을 색으로 나눈다.");
    const answer = { kind: "grade", grade: "good" } as const;
    const input = { id: asId<ReviewId>(randomUUID()), cardId: card.id, revision: 0, answer, takenMs: 1_000 };
    expect((await recordAnswer(owner, input, now)).ok).toBe(true);
    expect((await deleteAccount(owner, "a long enough sentence", now)).ok).toBe(true);
    expect(await gone(id)).toBe(true);
    expect(await gone(defaultCourse)).toBe(false);
  });

  it("leaves a course that others study, without its owner", async () => {
    const id = await newCourse();
    await publishCourse({ ...owner, role: "instructor" }, id, true, now);
    const student = await addLearner(`heir-${people}@example.com`, now);
    await studyCourse(student, id, true, now);
    expect((await deleteAccount(owner, "a long enough sentence", now)).ok).toBe(true);
    expect(await findCourse(theStore().read, id)).toMatchObject({ ownerId: null });
    expect((await listCourses(student)).map((course) => course.id)).toContain(id);
  });
});

describe("opening a course to everybody", () => {
  it("is for teachers; whoever takes it up learns its cards", async () => {
    const id = await newCourse();
    expect(await publishCourse(owner, id, true, now)).toMatchObject({ error: { kind: "forbidden" } });
    const teacher = { ...owner, role: "instructor" as const };
    expect((await publishCourse(teacher, id, true, now)).ok).toBe(true);
    const student = await addLearner(`student-${people}@example.com`, now);
    expect((await studyCourse(student, id, true, now)).ok).toBe(true);
    const taken = (await listCourses(student)).find((course) => course.id === id);
    expect(taken).toMatchObject({ isOwn: false, isPublished: true, isStudied: true });
    const card = await cardWith(id, "빛을 색으로 나눈다.");
    expect(await reportCard(student, card.id, "오타가 있어요", now)).toMatchObject({ ok: true });
    expect(await reportCard(student, card.id, "  ", now)).toMatchObject({ error: { kind: "bad-request" } });
    expect(await listReports(student, id)).toMatchObject({ error: { kind: "not-found" } });
    const reports = await listReports(owner, id);
    expect(reports.ok && reports.value).toMatchObject([{ cardId: card.id, text: "오타가 있어요" }]);
    const report = reports.ok ? reports.value[0] : undefined;
    if (!report) throw new Error("no report");
    expect((await settleReport(owner, id, report.id, now)).ok).toBe(true);
    expect(await listReports(owner, id)).toEqual({ ok: true, value: [] });
    expect((await studyCourse(student, id, false, now)).ok).toBe(true);
    expect((await openQueue(student, now)).counts.new).toBe(20);
  });
});

describe("a correction", () => {
  const decide = (
    id: string,
    state: "edited" | "dismissed" | "accepted",
    text?: { ko: string; en: string },
  ) => decideCorrection(admin, defaultCourse, { id, state, ...(text && { text }) }, now);

  it("of the default course is decided by an administrator; its cards keep their identity and their computed ones", async () => {
    const before = await stored(defaultCourse);
    expect(
      await decideCorrection(owner, defaultCourse, { id: "E13", state: "dismissed" }, now),
    ).toMatchObject({
      error: { kind: "forbidden" },
    });
    expect((await decide("E13", "edited", { ko: "새 설명이에요.", en: "A new sentence." })).ok).toBe(true);
    const edited = await stored(defaultCourse);
    expect(edited.cards.map(({ id }) => id)).toEqual(before.cards.map(({ id }) => id));
    const card = edited.cards.find(({ correction }) => correction === "E13");
    const [shown] = (await openQueue({ ...owner, newPerDay: 200 }, now, card?.id)).cards;
    expect(shown?.face).toMatchObject({ correction: { id: "E13", text: { ko: "새 설명이에요." } } });
    expect((await decide("E13", "dismissed")).ok).toBe(true);
    expect((await stored(defaultCourse)).cards.some(({ correction }) => correction === "E13")).toBe(false);
    expect((await decide("E13", "accepted")).ok).toBe(true);
    expect((await stored(defaultCourse)).cards.map(({ correction }) => correction)).toEqual(
      before.cards.map(({ correction }) => correction),
    );
  });

  it("without words, or about nothing, is refused", async () => {
    expect(await decide("E13", "edited", { ko: " ", en: "x" })).toMatchObject({
      error: { kind: "bad-request" },
    });
    expect(await decide("E999", "dismissed")).toMatchObject({ error: { kind: "bad-request" } });
  });

  it("may be added to a line of one's own notes", async () => {
    const id = await newCourse();
    const correction = {
      id: "X1",
      kind: "err" as const,
      anchor: "빛을 한곳에 모은다.",
      text: { ko: "볼록 렌즈만 모아요.", en: "Only convex lenses do." },
    };
    const added = await decideCorrection(owner, id, { id: "X1", state: "added", correction }, now);
    expect(added).toEqual({ ok: true, value: null });
    expect((await stored(id)).cards.find((card) => card.correction === "X1")?.sides.ko?.back).toBe(
      "볼록 렌즈만 모아요.",
    );
  });
});
