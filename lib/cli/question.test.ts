import { expect, test } from "vitest";
import { questionCommand } from "./question";

const example = { padding: 1, stride: 2, dilation: 1, channels: 1, filters: 1, repeat: 1, values: 5 };
const params = JSON.stringify({ input: [7, 7], kernel: [3, 3], ...example });
const check = (given: string) =>
  questionCommand(["check", "conv-output-size", "--params", params, "--given", given]);

test("list names every family with its answer and levels", async () => {
  const { exit, json } = await questionCommand(["list"]);
  expect(exit).toBe(0);
  expect(json).toContainEqual({
    id: "conv-output-size",
    version: 1,
    concepts: ["padding", "stride", "convolutional-layer"],
    answer: "shape",
    levels: [1, 2, 3],
  });
});

test("draw gives the same variant for the same seed, in the language asked for", async () => {
  const draw = (locale: string) =>
    questionCommand(["draw", "adagrad-decay-fix", "--seed", "7", "--locale", locale]);
  const korean = await draw("ko");
  expect(korean).toEqual(await draw("ko"));
  expect(JSON.stringify(korean.json)).toContain("모두 고르세요");
  const english = await draw("en");
  expect(english.json).toMatchObject({ family: "adagrad-decay-fix", seed: 7 });
  expect(JSON.stringify(english.json)).toContain("Choose all");
});

test("solve gives the same truth with both engines and leaves out mistakes that equal it", async () => {
  for (const engine of ["reference", "tfjs"]) {
    const { json } = await questionCommand([
      "solve",
      "conv-output-size",
      "--params",
      params,
      "--engine",
      engine,
    ]);
    const { truth, mistakes } = json as { truth: number[]; mistakes: { slip: string; value: number[] }[] };
    expect(truth).toEqual([4, 4]);
    expect(mistakes.map(({ value }) => value)).not.toContainEqual([4, 4]);
    expect(mistakes.find(({ slip }) => slip === "stride-ignored")?.value).toEqual([7, 7]);
  }
});

test("check tells right, wrong and unreadable apart", async () => {
  expect(await check("（４，４）")).toEqual({ exit: 0, json: { verdict: "right", credit: 1, slips: [] } });
  expect((await check("3×3")).json).toMatchObject({ verdict: "wrong", credit: 0 });
  for (const given of ["4", "4,5", "사", "", "4 x"]) {
    expect((await check(given)).json).toEqual({ verdict: "unreadable", credit: 0, slips: [] });
  }
});

test.each([
  [["draw", "conv-output-size"], 2, "usage"],
  [["draw", "conv-output-size", "--seed", "1", "--level", "4"], 2, "usage"],
  [["draw", "nothing", "--seed", "1"], 1, "unknown-family"],
  [["solve", "conv-output-size", "--params", "{}"], 1, "bad-params"],
  [["solve", "conv-output-size", "--params", "{"], 1, "bad-params"],
  [["solve", "conv-output-size", "--params", params, "--engine", "gpu"], 2, "usage"],
  [["erase"], 2, "usage"],
])("%j is refused with exit %i and kind %s", async (args, exit, kind) => {
  expect(await questionCommand(args)).toMatchObject({ exit, json: { error: { kind } } });
});
