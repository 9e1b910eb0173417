import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { createRng } from "../../rng";
import { compileNotes, type NotesInput } from "../compile-notes";
import type { Course } from "../course";
import { cardsFile, conceptsFile, correctionsFile } from "../course-data";
import { adoptIds } from "./adopt-ids";
import { type KnownCard, knownCards } from "./known-card";
import { type Differences, matchCards } from "./match-cards";

const seed = readFileSync("content/deep-learning/notes.ko.md", "utf8");
type Files = { file: string; text: string }[];
const data = (name: string) => JSON.parse(readFileSync(`content/deep-learning/${name}`, "utf8"));
const authored = {
  corrections: correctionsFile.parse(data("corrections.json")) as NonNullable<NotesInput["corrections"]>,
  outline: conceptsFile.parse(data("concepts.json")),
  cards: cardsFile.parse(data("cards.json")),
};

interface Version {
  course: Course;
  known: KnownCard[];
}
const version = (files: Files, beside: Omit<NotesInput, "files"> = {}): Version => {
  const course = compileNotes({ files, ...beside });
  return { course, known: knownCards(course, files) };
};
const one = (text: string, file = "notes.md"): Files => [{ file, text }];
const compare = (old: Version, next: Version) => matchCards(old.known, next.known);
const texts = (changes: Differences["kept"], side: "from" | "to") =>
  changes.flatMap((change) => change[side].map(({ text }) => text));
const counts = (made: Differences) =>
  Object.fromEntries(Object.entries(made).map(([kind, list]) => [kind, list.length]));

const plain = version(one(seed));
const all = plain.known.length;
const edited = (edit: (text: string) => string): ReturnType<typeof compare> => {
  const text = edit(seed);
  expect(text).not.toBe(seed);
  return compare(plain, version(one(text)));
};
const lines = (edit: (lines: string[]) => void) => (text: string) => {
  const list = text.split("\n");
  edit(list);
  return list.join("\n");
};

describe("edits that leave every card what it was", () => {
  it.each<[string, (text: string) => string]>([
    ["nothing at all", (text) => `${text}\n`],
    ["headings one level deeper", (text) => text.replaceAll(/^(#{2,3}) /gm, "$1# ")],
    ["a stray control character in every line", (text) => text.replaceAll("의", "\u0008의")],
    ["Windows line ends and blank lines", (text) => `\n\n${text.replaceAll("\n", "\r\n")}`],
    ["decomposed Hangul", (text) => text.normalize("NFD")],
    ["another list mark", (text) => text.replaceAll(/^( *)- /gm, "$1* ")],
  ])("%s", (_, edit) => {
    const { differences } = edited(edit);
    expect(counts(differences)).toMatchObject({ kept: all, added: 0, retired: 0, edited: 0, moved: 0 });
  });

  it("are none for the same course read again, with the author's words", () => {
    const authoredNow = version(one(seed, "notes.ko.md"), authored);
    const { differences } = compare(authoredNow, version(one(seed, "notes.ko.md"), authored));
    expect(counts(differences)).toMatchObject({ kept: authoredNow.known.length, added: 0, retired: 0 });
  });
});

describe("one edit at a time", () => {
  it("a renamed heading keeps its cards", () => {
    const { differences } = edited((text) => text.replace("### Momentum", "### 모멘텀 (Momentum)"));
    expect(differences.retired).toEqual([]);
    expect(differences.moved).toEqual([]);
    expect(differences.kept.length).toBeGreaterThan(all - 8);
  });

  it("a file cut in two keeps its cards, and those of the second are moved", () => {
    const cut = seed.indexOf("## 최적화");
    expect(cut).toBeGreaterThan(0);
    const parts = [
      { file: "a.md", text: seed.slice(0, cut) },
      { file: "b.md", text: seed.slice(cut) },
    ];
    const before = version([{ file: "a.md", text: seed }]);
    const { differences } = compare(before, version(parts));
    expect(counts(differences)).toMatchObject({ added: 0, retired: 0 });
    expect(differences.moved.length).toBeGreaterThan(30);
    const turned = compare(before, version([...parts].reverse()));
    expect(new Set(turned.previous.values())).toEqual(
      new Set(compare(before, version(parts)).previous.values()),
    );
  });

  it("an empty label that receives text makes new cards and changes no other", () => {
    const { differences } = edited((text) =>
      text.replace(
        /^(\s*)(- 지수 기반 스케줄링.*)$/m,
        "$1$2\n$1  - 일정한 스텝마다 학습률이 10배씩 줄어든다.",
      ),
    );
    expect(differences.retired).toEqual([]);
    expect(differences.edited).toEqual([]);
    expect(differences.added.length).toBeGreaterThan(0);
    expect(new Set(texts(differences.added, "to"))).toEqual(
      new Set(["- 일정한 스텝마다 학습률이 10배씩 줄어든다."]),
    );
  });

  it("a corrected word is an edit", () => {
    const { differences } = edited((text) => text.replace("점점 더 속도가", "점차 속도가"));
    expect(differences.added).toEqual([]);
    expect(differences.retired).toEqual([]);
    expect(differences.edited.length).toBeGreaterThan(0);
  });

  it("a list under another heading is moved with its cards", () => {
    const old = version(
      one(
        "# 책\n## 가나 (Gana)\n- 정의\n  - 처음 나오는 개념이다.\n  - 소리가 작다.\n## 다라 (Dara)\n- 정의\n  - 나중에 나오는 개념이다.\n",
      ),
    );
    const next = version(
      one(
        "# 책\n## 가나 (Gana)\n- 정의\n  - 처음 나오는 개념이다.\n## 다라 (Dara)\n- 정의\n  - 나중에 나오는 개념이다.\n  - 소리가 작다.\n",
      ),
    );
    const { differences } = compare(old, next);
    expect(counts(differences)).toMatchObject({ retired: 0, added: 0 });
    expect(new Set(texts(differences.moved, "to"))).toEqual(new Set(["- 소리가 작다."]));
  });

  it("an item that becomes a heading keeps its card", () => {
    const old = version(
      one("# 책\n## 신호\n- 종류\n  - 빛 신호 (Light signal)\n    - 멀리서도 보이는 신호이다.\n"),
    );
    const next = version(one("# 책\n## 신호\n### 빛 신호 (Light signal)\n- 멀리서도 보이는 신호이다.\n"));
    const { differences, previous } = compare(old, next);
    expect(differences.retired.length).toBeLessThanOrEqual(1);
    expect([...previous.values()].map(({ back }) => back)).toContain("멀리서도 보이는 신호이다.");
  });

  const item =
    "이전에 이동하던 방향을 기억해서 다음 이동에 더해 주는 방법이며, 안장점에서도 속도를 잃지 않고 빠져나온다.";
  const cutItem = [
    "이전에 이동하던 방향을 기억해서 다음 이동에 더해 주는 방법이다.",
    "안장점에서도 속도를 잃지 않고 빠져나온다.",
  ];
  const whole = version(one(`# 책\n## 가속 (Gasok)\n- 설명\n  - ${item}\n  - 둘째 문장은 그대로이다.\n`));
  const halves = version(
    one(`# 책\n## 가속 (Gasok)\n- 설명\n  - ${cutItem.join("\n  - ")}\n  - 둘째 문장은 그대로이다.\n`),
  );

  it("an item cut in two goes on as its larger half; the other half is new", () => {
    const { differences, previous } = compare(whole, halves);
    expect(differences.retired).toEqual([]);
    expect(differences.split).toHaveLength(1);
    expect(differences.split[0]?.to.map(({ text }) => text)).toEqual(cutItem.map((text) => `- ${text}`));
    const heir = halves.known.find(({ back }) => back === cutItem[0]);
    expect(previous.get(heir?.id ?? (whole.known[0]?.id as never))?.back).toBe(item);
  });

  it("two items made one go on as the larger one; the other is retired", () => {
    const { differences } = compare(halves, whole);
    expect(differences.added).toEqual([]);
    expect(differences.merged).toHaveLength(1);
    expect(differences.merged[0]?.from.map(({ text }) => text)).toEqual(cutItem.map((text) => `- ${text}`));
    expect(new Set(texts(differences.retired, "from"))).toEqual(new Set([`- ${cutItem[1]}`]));
  });

  it("an answer replaced by an unrelated sentence is another card", () => {
    const old = version(one("# 책\n## 가나 (Gana)\n- 정의\n  - 처음 나오는 개념이다.\n"));
    const next = version(one("# 책\n## 가나 (Gana)\n- 정의\n  - 바다에 사는 커다란 물고기 이름.\n"));
    const { differences } = compare(old, next);
    expect(texts(differences.retired, "from")).toContain("- 처음 나오는 개념이다.");
    expect(texts(differences.added, "to")).toContain("- 바다에 사는 커다란 물고기 이름.");
  });

  it("the same words under two concepts never trade places", () => {
    const text = (first: string, second: string) =>
      one(
        `# 책\n## ${first}\n- 정의\n  - 아주 빠른 방법이다.\n## ${second}\n- 정의\n  - 아주 빠른 방법이다.\n`,
      );
    const old = version(text("가나 (Gana)", "다라 (Dara)"));
    const next = version(text("다라 (Dara)", "가나 (Gana)"));
    for (const [id, twin] of compare(old, next).previous)
      expect(next.known.find((card) => card.id === id)?.concept).toBe(twin.concept);
  });
});

it("a deleted card that comes back has its identity again", () => {
  const shorter = version(one(lines((list) => list.splice(119, 1))(seed)));
  const { differences } = compare(plain, shorter);
  expect(differences.retired.length).toBeGreaterThan(0);
  const gone = new Set(differences.retired.map(({ id }) => id));
  const stored = plain.known.map((card) => ({ ...card, isRetired: gone.has(card.id) }));
  const { previous } = matchCards(stored, plain.known);
  for (const card of plain.known) expect(previous.get(card.id)?.id).toBe(card.id);
});

it("several edits at once keep what each alone keeps", () => {
  const { differences } = edited((text) =>
    lines((list) => list.splice(40, 0, "", ""))(
      text
        .replaceAll(/^(#{2,3}) /gm, "$1# ")
        .replace("점점 더 속도가", "점차 속도가")
        .replace("Momentum", "Mo\u0008mentum")
        .replaceAll("learing", "learning"),
    ),
  );
  expect(counts(differences)).toMatchObject({ added: 0, retired: 0, moved: 0 });
  expect(differences.edited.length).toBeGreaterThan(0);
});

it("identities are carried on, and a new card takes none that was ever used", () => {
  const grown = version(one(`${seed}\n## 새 개념 (New idea)\n- 정의\n  - 새로 더한 문장이다.\n`));
  const { previous } = compare(plain, grown);
  const clash = grown.course.cards.find((card) => !previous.has(card.id));
  if (!clash) throw new Error("nothing was added");
  const stored = [...plain.known.map(({ id }) => id), clash.id];
  const adopted = adoptIds(grown.course, previous, stored);
  const ids = adopted.cards.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids).not.toContain(clash.id);
  for (const card of adopted.cards) for (const sibling of card.siblings) expect(ids).toContain(sibling);
});

describe("random notes with random small edits", () => {
  const words =
    "빛 소리 물결 속도 방향 기울기 필터 뉴런 손실 평균 분산 행렬 벡터 경로 신호 잡음 표본 오차 학습 검증".split(
      " ",
    );
  const endings = ["이다.", "한다.", "줄어든다.", "커진다.", "모은다."];

  it.each(Array.from({ length: 60 }, (_, at) => at + 1))(
    "never give a card to another line (seed %i)",
    (from) => {
      const { int, pick } = createRng(from);
      const sentence = (mark: number) =>
        `${Array.from({ length: int(5, 9) }, () => pick(words)).join(" ")} ${mark}번째로 ${pick(words)}${pick(endings)}`;
      let mark = 0;
      const sections = Array.from({ length: 6 }, (_, at) => ({
        head: `## 개념${at} (Concept ${String.fromCharCode(65 + at)})`,
        items: Array.from({ length: int(2, 6) }, () => {
          mark += 1;
          return { mark, text: sentence(mark) };
        }),
      }));
      const write = () =>
        `# 책\n${sections.map(({ head, items }) => `${head}\n- 정의\n${items.map(({ text }) => `  - ${text}`).join("\n")}`).join("\n")}\n`;
      const markOf = (card: KnownCard) => /(\d+)번째로/.exec(card.source)?.[1];
      const old = version(one(write()));
      for (let edits = 0; edits < 4; edits += 1) {
        const section = pick(sections);
        const item = pick(section.items);
        const kind = int(0, 3);
        if (kind === 0 && item) item.text = item.text.replace(pick(words), pick(words));
        else if (kind === 1 && section.items.length > 1) section.items.splice(section.items.indexOf(item), 1);
        else if (kind === 2) {
          mark += 1;
          section.items.push({ mark, text: sentence(mark) });
        } else if (section.items.length > 1) {
          section.items.splice(section.items.indexOf(item), 1);
          pick(sections).items.unshift(item);
        }
      }
      const next = version(one(write()));
      const { previous } = compare(old, next);
      for (const card of next.known) {
        const twin = previous.get(card.id);
        if (twin && card.lines[0] === card.lines[1]) expect(markOf(twin)).toBe(markOf(card));
      }
      // The reversed card is made of the first sentence of a list only, so it may end with a move.
      const left = new Set(next.known.map(markOf));
      const carried = [...previous.values()].map(({ id }) => id);
      for (const card of old.known)
        if (card.rule === "R1" && left.has(markOf(card))) expect(carried).toContain(card.id);
    },
  );
});
