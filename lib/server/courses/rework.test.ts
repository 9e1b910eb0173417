import { strToU8 } from "fflate";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { CourseId } from "@/lib/core/ids";
import type { Person } from "@/lib/core/people/person";
import { findCard, loadCourse } from "@/lib/db/courses";
import { theStore } from "../store";
import { openQueue } from "../study/open-queue";
import { addLearner, openCourse } from "../testing/open-course";
import { commitImport } from "./commit-import";
import { editConcept } from "./edit-concept";
import { mergeCards, splitCard } from "./split-card";

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

async function newCourse(): Promise<CourseId> {
  const made = await importing(notes, null, null);
  if (!made.ok) throw new Error(made.error.kind);
  return made.value.courseId;
}

describe("the concept tree by hand", () => {
  const conceptsOf = async (id: CourseId) =>
    Object.fromEntries((await stored(id)).concepts.map((each) => [each.id, each]));
  const named = async (id: CourseId, name: string) =>
    Object.values(await conceptsOf(id)).find(({ names }) => names.en === name) ?? expect.fail(`no ${name}`);

  it("is renamed and moved, and stays so through an import, cards and all", async () => {
    const id = await newCourse();
    const [prism, lens] = [await named(id, "Prism"), await named(id, "Lens")];
    const ids = (await stored(id)).cards.map((card) => card.id);
    const names = { ko: "삼각 유리", en: "Glass prism" };
    const moved = await editConcept(owner, id, { concept: prism.id, names, parent: lens.id }, now);
    expect(moved).toEqual({ ok: true, value: null });
    await importing(`${notes}- 특징\n  - 유리에서 잘 보인다.\n`, id, (await stored(id)).fingerprint);
    const after = await stored(id);
    expect(after.concepts.find((each) => each.id === prism.id)).toMatchObject({ names, parent: lens.id });
    expect(after.links).toContainEqual(
      expect.objectContaining({ from: prism.id, to: lens.id, kind: "part-of" }),
    );
    expect(after.cards.map((card) => card.id)).toEqual(expect.arrayContaining(ids));
  });

  it("refuses a circle, a concept without a name, and anybody but the owner", async () => {
    const id = await newCourse();
    const [refraction, lens] = [await named(id, "Refraction"), await named(id, "Lens")];
    const names = { en: "Refraction" };
    const edit = (person: Person, change: Partial<Parameters<typeof editConcept>[2]>) =>
      editConcept(person, id, { concept: refraction.id, names, parent: null, ...change }, now);
    expect(await edit(owner, { parent: lens.id })).toMatchObject({ error: { kind: "circle" } });
    expect(await edit(owner, { names: { en: " ", abbr: "R" } })).toMatchObject({
      error: { kind: "bad-request" },
    });
    const stranger = await addLearner(`tree-${people}@example.com`, now);
    expect(await edit(stranger, {})).toMatchObject({ error: { kind: "not-found" } });
  });
});

describe("reworking cards by hand", () => {
  const frontsOf = async (id: CourseId) =>
    (await stored(id)).cards.map(({ edit, sides }) => (edit?.words.ko ?? sides.ko)?.front);
  const cardOf = async (id: CourseId) => {
    const card = (await stored(id)).cards.find(({ rule }) => rule === "R1");
    if (!card) throw new Error("no card");
    return card;
  };
  const first = { front: "굴절이란?", back: "방향이 꺾이는 것" };
  const second = { front: "굴절은 언제 생기나요?", back: "다른 물질로 들어갈 때" };

  it("splits one: the first keeps its identity, the second is new, and an import keeps both", async () => {
    const id = await newCourse();
    const card = await cardOf(id);
    const before = (await stored(id)).cards.length;
    expect(await splitCard(owner, card.id, { locale: "ko", first, second }, now)).toEqual({
      ok: true,
      value: null,
    });
    expect((await stored(id)).cards).toHaveLength(before + 1);
    expect((await stored(id)).cards.find((each) => each.id === card.id)?.edit?.words.ko).toEqual(first);
    await importing(`${notes}- 특징\n  - 유리에서 잘 보인다.\n`, id, (await stored(id)).fingerprint);
    const fronts = await frontsOf(id);
    expect(fronts).toContain(first.front);
    expect(fronts).toContain(second.front);
  });

  it("merges two: one keeps its identity, the other is gone for good with its row kept", async () => {
    const id = await newCourse();
    const card = await cardOf(id);
    const other = (await stored(id)).cards.find(
      (each) => each.concept === card.concept && each.id !== card.id,
    );
    if (!other) throw new Error("no other card");
    expect(
      await mergeCards(owner, card.id, { other: other.id, locale: "ko", words: first }, now),
    ).toMatchObject({ ok: true });
    const ids = async () => (await stored(id)).cards.map((each) => each.id);
    expect(await ids()).toContain(card.id);
    expect(await ids()).not.toContain(other.id);
    await importing(`${notes}- 특징\n  - 유리에서 잘 보인다.\n`, id, (await stored(id)).fingerprint);
    expect(await ids()).not.toContain(other.id);
    expect(await findCard(theStore().read, other.id)).toMatchObject({ retiredAt: now });
  });

  it("refuses empty words, a card with itself, and anybody but the owner", async () => {
    const id = await newCourse();
    const card = await cardOf(id);
    const empty = { front: " ", back: "x" };
    expect(await splitCard(owner, card.id, { locale: "ko", first, second: empty }, now)).toMatchObject({
      error: { kind: "bad-request" },
    });
    expect(
      await mergeCards(owner, card.id, { other: card.id, locale: "ko", words: first }, now),
    ).toMatchObject({ error: { kind: "bad-request" } });
    const stranger = await addLearner(`rework-${people}@example.com`, now);
    expect(await splitCard(stranger, card.id, { locale: "ko", first, second }, now)).toMatchObject({
      error: { kind: "not-found" },
    });
  });
});

describe("a family that the author names for a worked example", () => {
  const text = "## Size\nThe sides of what comes out. For example, 7 and 3 with padding 1 give 7.\n";
  const outline = (family: string) => ({
    plain: [],
    spellings: {},
    concepts: [{ id: "size", names: { en: "Size" }, parent: null, at: ["Size"], family }],
    links: [],
  });
  const take = (family: string) =>
    commitImport(
      owner,
      {
        courseId: null,
        uploads: [
          { name: "size.md", bytes: strToU8(text) },
          { name: "concepts.json", bytes: strToU8(JSON.stringify(outline(family))) },
        ],
        base: null,
        takeNotes: [],
      },
      now,
    );

  it("joins the course as a computed skill behind its example", async () => {
    const made = await take("conv-output-size");
    if (!made.ok) throw new Error(made.error.kind);
    const { cards } = await stored(made.value.courseId);
    const at = cards.findIndex(({ family }) => family === "conv-output-size");
    expect(cards[at]).toMatchObject({ concept: "size", id: `${made.value.courseId}/skill:conv-output-size` });
    expect(cards[at - 1]?.rule).toBe("R9");
    const queue = await openQueue({ ...owner, newPerDay: 200 }, now, cards[at]?.id);
    expect(queue.cards[0]?.face).toMatchObject({ kind: "question", family: "conv-output-size" });
  });

  it("that does not exist adds nothing", async () => {
    const made = await take("no-such-family");
    if (!made.ok) throw new Error(made.error.kind);
    expect((await stored(made.value.courseId)).cards.every(({ family }) => family === null)).toBe(true);
  });
});
