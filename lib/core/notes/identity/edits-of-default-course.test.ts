/** Every kind of edit that real notes go through, on the default course with its data files, alone and together. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { compileNotes, type NotesInput } from "../compile-notes";
import { cardsFile, conceptsFile, correctionsFile } from "../course-data";
import { adoptIds } from "./adopt-ids";
import { type KnownCard, knownCards } from "./known-card";
import { matchCards } from "./match-cards";

const read = (name: string) => readFileSync(`content/deep-learning/${name}`, "utf8");
const seed = read("notes.ko.md");
const authored = {
  corrections: correctionsFile.parse(JSON.parse(read("corrections.json"))) as NonNullable<
    NotesInput["corrections"]
  >,
  outline: conceptsFile.parse(JSON.parse(read("concepts.json"))),
  cards: cardsFile.parse(JSON.parse(read("cards.json"))),
};
type Files = { file: string; text: string }[];
const one = (text: string): Files => [{ file: "notes.md", text }];
const version = (files: Files, beside: Omit<NotesInput, "files">) => {
  const course = compileNotes({ files, ...beside });
  return { course, known: knownCards(course, files) };
};
type Edit = (text: string) => string;
/** An edit that finds nothing to change fails its test. */
const swap =
  (from: string, to: string): Edit =>
  (text) => {
    expect(text).toContain(from);
    return text.replace(from, () => to);
  };

const list = "- 문제점\n  - 매개변수의 폭발적인 증가";
const reasons = seed.slice(seed.indexOf("- 사용하는 이유"), seed.indexOf("- 문제점\n  - 적절한"));
const filled: Edit = swap(
  "(Exponential Scheduling)\n",
  "(Exponential Scheduling)\n    - 정해진 걸음마다 학습률을 같은 비율로 줄인다.\n",
);
const sameCards: [string, Edit][] = [
  ["a heading changes level", swap("### Momentum", "## Momentum")],
  ["a heading is renamed", swap("## 학습률 스케줄링", "## 학습률 조절하기")],
  ["a word is corrected", swap("너무 훈련이 느리다.", "훈련이 너무 느리다.")],
  ["a typo is corrected", swap("learing rate 조절을", "learning rate 조절을")],
  ["a control character appears", swap("기울기 0인", "기울\u0008기 0인")],
  [
    "a list goes under another heading",
    (text) => swap("### Adagrad\n", `### Adagrad\n${reasons}`)(swap(reasons, "")(text)),
  ],
  [
    "a list item becomes a heading",
    swap(
      "  - 학습률을 자동적으로 결정 (Adagrad)\n    - 드물게",
      "### 학습률을 자동적으로 결정 (Adagrad)\n- 드물게",
    ),
  ],
  ["a label is worded otherwise in place", swap(list, list.replace("폭발적인 증가", "폭발적 증가"))],
];

describe.each([
  ["with its data files", authored],
  ["from its notes alone", {}],
] as [string, Omit<NotesInput, "files">][])("the default course %s", (_, beside) => {
  const old = version(one(seed), beside);
  const idsAfter = (files: Files, stored: readonly KnownCard[] = old.known) => {
    const next = version(files, beside);
    const { previous, differences } = matchCards(stored, next.known);
    const course = adoptIds(
      next.course,
      previous,
      stored.map(({ id }) => id),
    );
    return { course, differences, ids: new Set(course.cards.map(({ id }) => id)) };
  };
  const lost = (ids: ReadonlySet<string>) => old.known.map(({ id }) => id).filter((id) => !ids.has(id));

  it.each(sameCards)("%s: every card stays, none is new", (_name, edit) => {
    const { ids, differences } = idsAfter(one(edit(seed)));
    expect(lost(ids)).toEqual([]);
    expect(differences.added.map(({ to }) => to[0]?.text)).toEqual([]);
  });

  it("all of these at once: every card stays, none is new", () => {
    const { ids, differences } = idsAfter(one(sameCards.reduce((text, [, edit]) => edit(text), seed)));
    expect(lost(ids)).toEqual([]);
    expect(differences.added.map(({ to }) => to[0]?.text)).toEqual([]);
  });

  it("a list that keeps one item only ends its list card; no card but of lists goes with it", () => {
    const edit = swap("  - local minimum\n    - 우리는", "#### local minimum\n- 우리는");
    const { differences } = idsAfter(one(edit(seed)));
    const gone = differences.retired.map(({ id }) => id);
    expect(gone.filter((id) => id.includes(".r4.all.")).map((id) => id.split(".")[0])).toEqual([
      "gradient-descent",
    ]);
    expect(gone.filter((id) => !id.includes(".r4."))).toEqual([]);
  });

  it("the notes in two files, named in either order, keep every card", () => {
    const cut = seed.indexOf("## 최적화 기법");
    const parts = [
      { file: "a.md", text: seed.slice(0, cut) },
      { file: "b.md", text: seed.slice(cut) },
    ];
    expect(lost(idsAfter(parts).ids)).toEqual([]);
    expect(idsAfter([...parts].reverse()).ids).toEqual(idsAfter(parts).ids);
  });

  it("a filled label makes new cards and touches no other", () => {
    const { ids, differences } = idsAfter(one(filled(seed)));
    expect(lost(ids)).toEqual([]);
    expect(differences.edited).toEqual([]);
    expect(new Set(differences.added.map(({ to }) => to[0]?.text))).toEqual(
      new Set(["- 정해진 걸음마다 학습률을 같은 비율로 줄인다."]),
    );
  });

  it("a deleted item is retired; back again, also after other edits, it has its own ids", () => {
    const gone = swap("  - 과거의 그래디언트와 과거의 squared gradient를 모두 이용한다.\n", "");
    const first = idsAfter(one(gone(seed)));
    const retired = new Set(first.differences.retired.map(({ id }) => id));
    expect(retired.size).toBeGreaterThan(0);
    const stored = old.known.map((card) => ({ ...card, isRetired: retired.has(card.id) }));
    expect(lost(idsAfter(one(filled(seed)), stored).ids)).toEqual([]);
  });

  it("an answer replaced by an unrelated sentence retires its cards and adds others", () => {
    const edit = swap(
      "  - 과거의 그래디언트와 과거의 squared gradient를 모두 이용한다.",
      "  - 바다 밑에는 커다란 고래와 조개가 살고 있다.",
    );
    const { ids, differences } = idsAfter(one(edit(seed)));
    expect(new Set(differences.retired.map(({ from }) => from[0]?.text))).toEqual(
      new Set(["- 과거의 그래디언트와 과거의 squared gradient를 모두 이용한다."]),
    );
    for (const { id } of differences.added) expect(old.known.map((card) => card.id)).not.toContain(id);
    for (const { id } of differences.retired) expect(ids).not.toContain(id);
  });

  it("read again under its stored ids, an edited course changes nothing", () => {
    const files = one(filled(sameCards.reduce((text, [, edit]) => edit(text), seed)));
    const { course } = idsAfter(files);
    const again = idsAfter(files, knownCards(course, files));
    expect(again.course).toEqual(course);
    expect(again.differences).toMatchObject({
      edited: [],
      moved: [],
      split: [],
      merged: [],
      added: [],
      retired: [],
    });
  });
});
