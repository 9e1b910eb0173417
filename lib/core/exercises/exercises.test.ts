/** Properties of every exercise of the default course, in both languages. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { compileNotes } from "../notes/compile-notes";
import type { Correction } from "../notes/course";
import { cardsFile, conceptsFile, correctionsFile } from "../notes/course-data";
import type { Exercise, ExerciseTruth } from "./exercise";
import { exerciseFor } from "./exercise-for";
import { judgeExercise } from "./judge-exercise";
import { makeMatching, proposeMatchingSets, writeMatching } from "./matching";
import { neighboursOf } from "./neighbours";
import { conceptForms } from "./terms";

const content = (name: string) => readFileSync(`content/deep-learning/${name}`, "utf8");
const outline = conceptsFile.parse(JSON.parse(content("concepts.json")));
const also = new Map<string, string[]>(outline.concepts.map((concept) => [concept.id, concept.also ?? []]));

function load(locale: "ko" | "en") {
  const english = { locale: "en" as const, files: [{ file: "notes.en.md", text: content("notes.en.md") }] };
  const course = compileNotes({
    files: [{ file: "notes.ko.md", text: content("notes.ko.md") }],
    corrections: correctionsFile.parse(JSON.parse(content("corrections.json"))) as Correction[],
    outline,
    cards: cardsFile.parse(JSON.parse(content("cards.json"))),
    ...(locale === "en" ? { translation: { ...english, isShown: true as const } } : {}),
  });
  const concepts = course.concepts.map((concept) => ({ ...concept, also: also.get(concept.id) ?? [] }));
  return neighboursOf({ ...course, concepts, spellings: outline.spellings }, locale);
}

type Shown<Kind> = Extract<Exercise, { kind: Kind }>;
type Kept<Kind> = Extract<ExerciseTruth, { kind: Kind }>;
const seeds = Array.from({ length: 200 }, (_, at) => at * 7919 + 1);
const decomposed = (text: string) => text.normalize("NFD");

describe.each(["ko", "en"] as const)("the default course in %s", (locale) => {
  const course = load(locale);
  const cards = course.cards;
  const made = cards.flatMap((card) =>
    (["new", "review"] as const).map((phase) => ({
      card,
      phase,
      ...exerciseFor(card, course, { phase, seed: 1 }),
    })),
  );
  const typed = made.flatMap(({ card, exercise, truth, phase }) =>
    truth.kind === "typed" && phase === "review" ? [{ card, exercise, truth }] : [],
  );
  const choices = cards.filter(
    (card) => exerciseFor(card, course, { phase: "new", seed: 1 }).exercise.kind === "choice",
  );
  const countOf = (phase: string, kind: string) =>
    made.filter((each) => each.phase === phase && each.exercise.kind === kind).length;

  test("a card comes as a choice in its first steps and is typed in review", () => {
    expect(choices.length).toBeGreaterThan(45);
    for (const card of choices)
      expect(exerciseFor(card, course, { phase: "review", seed: 1 }).exercise).toEqual({ kind: "typed" });
    expect(countOf("review", "choice")).toBe(0);
    expect(countOf("review", "list")).toBe(7);
    expect(countOf("review", "typed")).toBeGreaterThan(60);
  });

  test("the same seed makes the same exercise, and two seeds another order", () => {
    for (const card of cards.slice(0, 60)) {
      const [one, same] = [5, 5].map((seed) => exerciseFor(card, course, { phase: "new", seed }));
      expect(one).toEqual(same);
    }
    for (const card of choices) {
      const orders = seeds
        .slice(0, 20)
        .map((seed) => JSON.stringify(exerciseFor(card, course, { phase: "new", seed }).exercise));
      expect(new Set(orders).size, card.front).toBeGreaterThan(3);
    }
  });

  test("exactly one option is judged right, each wrong one says why, and ids tell nothing", () => {
    for (const card of choices) {
      const rightAt = new Map<string, number>();
      for (const seed of seeds) {
        const both = exerciseFor(card, course, { phase: "new", seed });
        const { options } = both.exercise as Shown<"choice">;
        const { id: truth } = both.truth as Kept<"choice">;
        expect(options.map(({ id }) => id).join("")).toBe("abcd".slice(0, options.length));
        expect(options.length).toBeGreaterThan(2);
        expect(new Set(options.map(({ text }) => text.toLowerCase())).size).toBe(options.length);
        rightAt.set(truth, (rightAt.get(truth) ?? 0) + 1);
        const judged = options.map(({ id }) => judgeExercise(both, { kind: "choice", id }));
        const verdicts = judged.map(({ verdict }) => verdict).sort();
        expect(verdicts).toEqual([...Array<string>(options.length - 1).fill("wrong"), "right"].sort());
        const told = judged[0]?.feedback ?? {};
        const wrong = options.filter(({ id }) => id !== truth);
        expect(Object.keys(told).sort()).toEqual(wrong.map(({ id }) => id));
        expect(wrong.filter(({ id, text }) => !told[id]?.startsWith(text))).toEqual([]);
      }
      const [fewest, most] = [Math.min(...rightAt.values()), Math.max(...rightAt.values())];
      expect(rightAt.size, card.front).toBeGreaterThanOrEqual(3);
      expect(most, card.front).toBeLessThan(2.5 * fewest);
    }
  });

  test("the right option is the answer that the typed form of the same card accepts, and no other option is", () => {
    for (const card of choices) {
      const asTyped = exerciseFor(card, course, { phase: "review", seed: 1 });
      for (const seed of seeds.slice(0, 40)) {
        const { exercise, truth } = exerciseFor(card, course, { phase: "new", seed });
        for (const { id, text } of (exercise as Shown<"choice">).options) {
          const { verdict } = judgeExercise(asTyped, { kind: "typed", texts: [text] });
          expect(verdict, `${card.front} ${text}`).toBe(
            id === (truth as Kept<"choice">).id ? "right" : "wrong",
          );
        }
      }
    }
  });

  test("an option is never kin of the answer or compared with it in one breath", () => {
    const banned: Record<string, string[]> = {
      "adagrad.r2": ["RMSprop", "Adam", "Adadelta"],
      "rmsprop.r2": ["Adagrad", "Adam", "Adadelta"],
      "adagrad.r6": ["RMSprop", "Adam"],
      "momentum.r2": ["NAG", "Adam", "경사하강법", "Gradient Descent"],
      "convolutional-layer.hand.which": ["풀링층", "pooling layer", "CNN"],
    };
    for (const [start, names] of Object.entries(banned)) {
      const asked = choices.filter(({ id }) => id.startsWith(start));
      if (locale === "ko") expect(asked.length, start).toBeGreaterThan(0);
      for (const card of asked)
        for (const seed of seeds) {
          const { exercise } = exerciseFor(card, course, { phase: "new", seed });
          const texts = (exercise as Shown<"choice">).options.map(({ text }) => text);
          expect(texts.filter((text) => names.includes(text))).toEqual([]);
        }
    }
  });

  test("what may be seen before the answer holds no truth, no concept and no card", () => {
    for (const { card, exercise } of made) {
      expect(
        Object.keys(exercise).filter((key) => !["kind", "options", "blanks", "count"].includes(key)),
      ).toEqual([]);
      const shown = JSON.stringify(exercise);
      expect(shown).not.toContain(card.id);
      if (exercise.kind === "typed") expect(exercise.blanks?.join("[ ? ]") ?? card.front).toBe(card.front);
    }
  });

  test("every answer is accepted as the card writes it, in capitals, unspaced and in decomposed Hangul", () => {
    for (const { card, exercise, truth } of typed)
      for (const target of truth.targets)
        for (const form of target.forms)
          for (const text of [
            form,
            form.toUpperCase(),
            form.replaceAll(" ", ""),
            decomposed(form),
            ` ${form}. `,
          ])
            expect(
              judgeExercise({ exercise, truth }, { kind: "typed", texts: [text] }).verdict,
              `${card.id} ${text}`,
            ).toBe("right");
  });

  test("a concept's names are accepted where it is the answer and refused everywhere else", () => {
    let accepted = 0;
    for (const { card, exercise, truth } of typed) {
      const answer = course.terms.named(truth.targets[0]?.canonical.replace(/ \(.*|,.*/, "") ?? "");
      for (const concept of course.concepts)
        for (const name of [...Object.values(concept.names), ...conceptForms(concept)]) {
          const { verdict } = judgeExercise({ exercise, truth }, { kind: "typed", texts: [name] });
          if (concept.id !== answer?.concept) expect(verdict, `${card.front} ${name}`).toBe("wrong");
          else if (verdict === "right") accepted += 1;
        }
    }
    expect(accepted).toBeGreaterThan(250);
  });

  test("a description accepts every name of its concept: Korean, English, short and the author's spellings", () => {
    const described = typed.filter(
      ({ card }) => ["R2", "R5"].includes(card.rule) && card.concept !== "pooling-kinds",
    );
    expect(described.length).toBeGreaterThan(10);
    for (const { card, exercise, truth } of described) {
      const concept = course.conceptOf(card.concept);
      for (const name of concept ? conceptForms(concept) : [])
        expect(judgeExercise({ exercise, truth }, { kind: "typed", texts: [name] }).verdict, name).toBe(
          "right",
        );
    }
  });

  test("a name shown on the front is no answer to it", () => {
    const naming = typed.filter(
      ({ card }) => card.rule === "R3" && /영어로|우리말|English name|Korean name/.test(card.front),
    );
    expect(naming.length).toBeGreaterThan(15);
    for (const { card, exercise, truth } of naming) {
      const shown = /[‘“]([^’”]+)[’”]/.exec(card.front)?.[1] ?? "CNN";
      expect(judgeExercise({ exercise, truth }, { kind: "typed", texts: [shown] }).verdict, card.front).toBe(
        "wrong",
      );
    }
  });

  test("matching sets pair each term with its own meaning and no meaning names its term", () => {
    const sets = proposeMatchingSets(course);
    expect(sets.map(({ id, members }) => [id, members])).toEqual([
      ["cnn.parts", ["receptive-field", "feature-map", "pooling-layer"]],
      ["convolutional-layer.parts", ["filter", "padding", "stride"]],
      ["gradient-descent.parts", ["learning-rate", "batch-size", "iteration", "epoch"]],
    ]);
    const made = (set: (typeof sets)[number], seed: number) => {
      const [card] = cards;
      const words = writeMatching(set, course);
      const both = card && words && makeMatching({ ...card, rule: "match", ...words }, seed);
      if (!both) throw new Error(`no pairs of ${set.id}`);
      return both;
    };
    for (const set of sets)
      for (const seed of seeds) {
        const both = made(set, seed);
        const { terms, meanings } = both.exercise as Shown<"matching">;
        const truth = both.truth as Kept<"matching">;
        expect(terms.map(({ id }) => id)).toEqual(meanings.map(({ id }) => id));
        expect(judgeExercise(both, { kind: "matching", meanings: truth.meanings }).credit).toBe(1);
        for (const { id, text } of terms) {
          const meaning = meanings.find((each) => each.id === truth.meanings[id])?.text ?? text;
          expect(meaning.toLowerCase()).not.toContain(text.toLowerCase());
        }
      }
    const first = sets[0];
    if (!first) throw new Error("no set");
    const spread = new Set(
      seeds.map((seed) => JSON.stringify((made(first, seed).truth as Kept<"matching">).meanings)),
    );
    expect(spread.size).toBe(6);
  });
});
