/** Batches, iterations and epochs: counted by really cutting a data set into batches. */
import type { Output } from "../../compute/program";
import type { BatchingProgram } from "../../compute/training-program";
import { plural } from "../../english";
import { joined } from "../../korean";
import type { Rng } from "../../rng";
import type { Text } from "../../text";
import type { Truth } from "../answer-form";
import { drawTelling } from "../draw-telling";
import type { Ask, Explanation, Family, Level } from "../family";
import { panelOf, seriesOf } from "../panel";
import { fieldsOf, isWhole } from "../params";
import { takeOutput } from "../take-output";
import { type IterationsAndUpdates, integer, mistakes } from "./iterations-and-updates-rules";

const asksAt: Record<Level, IterationsAndUpdates["asks"][]> = {
  1: ["iterations"],
  2: ["iterations", "updates"],
  3: ["iterations", "updates", "last"],
};
const asksFor: Record<string, IterationsAndUpdates["asks"]> = {
  "full-last-batch": "last",
  "last-batch-empty": "last",
  "missing-to-full": "last",
  "epochs-forgotten": "updates",
  "one-per-epoch": "updates",
  "one-per-sample": "updates",
  "epochs-counted-in": "iterations",
};

function propose(rng: Rng, level: Level, separating = ""): IterationsAndUpdates {
  const asks = asksFor[separating] ?? rng.pick(asksAt[level]);
  const batch = rng.pick([10, 20, 25, 32, 50, 64, 100, 128, 300]);
  const isEven =
    separating === "last-batch-empty" || (separating === "" && level === 1 && rng.int(0, 1) === 0);
  const rest = isEven ? 0 : rng.int(1, batch - 1);
  return {
    samples: batch * rng.int(3, 12) + rest,
    batch,
    epochs: rng.pick([2, 3, 5, 10]),
    dropLast:
      asks !== "last" &&
      (separating === "last-kept" || (separating === "" && level === 3 && rng.int(0, 1) === 0)),
    asks,
  };
}

function legal(params: unknown): params is IterationsAndUpdates {
  const { samples, batch, epochs, dropLast, asks } = fieldsOf(params) ?? {};
  return (
    isWhole(samples, 1, 10_000) &&
    isWhole(batch, 1, 1000) &&
    Number(samples) >= Number(batch) &&
    isWhole(epochs, 1, 100) &&
    typeof dropLast === "boolean" &&
    (asks === "iterations" || asks === "updates" || (asks === "last" && !dropLast))
  );
}

const solve = ({ samples, batch, epochs, dropLast }: IterationsAndUpdates): BatchingProgram => ({
  kind: "batching",
  samples,
  batch,
  epochs,
  dropLast,
});
function read(output: Output, { asks }: IterationsAndUpdates): Truth {
  const { sizes, updates } = takeOutput(output, "batching");
  return integer({ iterations: sizes.length, updates, last: sizes.at(-1) ?? 0 }[asks]);
}

function ask({ samples, batch, epochs, dropLast, asks }: IterationsAndUpdates): Ask {
  const prompts: Record<IterationsAndUpdates["asks"], Text> = {
    iterations: {
      ko: "한 에폭의 iteration은 몇 번인가요?",
      en: "How many iterations are there in one epoch?",
    },
    updates: {
      ko: `${epochs}에폭 동안 파라미터는 모두 몇 번 업데이트되나요?`,
      en: `How many times are the parameters updated in ${epochs} epochs?`,
    },
    last: {
      ko: "한 에폭의 마지막 배치에는 표본이 몇 개 있나요?",
      en: "How many samples has the last batch of an epoch?",
    },
  };
  return {
    prompt: {
      ko: `표본 ${samples}개를 배치 크기 ${joined(batch, "으로로")} ${epochs}에폭 학습해요. ${prompts[asks].ko}`,
      en: `${samples} samples are trained on with batch size ${batch} for ${epochs} epochs. ${prompts[asks].en}`,
    },
    given: [
      dropLast
        ? { ko: "꽉 차지 않은 마지막 배치는 버려요.", en: "A last batch that is not full is dropped." }
        : { ko: "꽉 차지 않은 마지막 배치도 써요.", en: "A last batch that is not full is used as well." },
    ],
    figures: [],
    answer: {
      kind: "integer",
      label: asks === "last" ? { ko: "표본", en: "Samples" } : { ko: "번", en: "Times" },
    },
  };
}

function explain(params: IterationsAndUpdates, output: Output): Explanation {
  const { samples, batch, epochs, dropLast, asks } = params;
  const { sizes, updates } = takeOutput(output, "batching");
  const rest = samples % batch;
  const division = `${samples} = ${batch} × ${Math.floor(samples / batch)} + ${rest}`;
  const count = sizes.length;
  return {
    steps: [
      { ko: division, en: division },
      rest === 0
        ? { ko: `남는 것이 없어 한 에폭에 ${count}번이에요.`, en: `Nothing is left over: ${count} an epoch.` }
        : dropLast
          ? {
              ko: `남은 ${rest}개는 버려서 한 에폭에 ${count}번이에요.`,
              en: `The ${rest} left over are dropped: ${count} an epoch.`,
            }
          : {
              ko: `남은 ${rest}개도 한 배치라 한 에폭에 ${count}번이에요.`,
              en: `The ${rest} left over are one more batch: ${count} an epoch.`,
            },
      ...(asks === "updates"
        ? [{ ko: `${count} × ${epochs} = ${updates}`, en: `${count} × ${epochs} = ${updates}` }]
        : []),
    ],
    scene: {
      kind: "lines",
      stops: sizes.length <= 20 ? sizes.map((_, at) => at + 1) : [],
      panels: [
        panelOf({
          title: { ko: "한 에폭의 배치마다 표본 수", en: "Samples in each batch of one epoch" },
          xLabel: { ko: "배치", en: "Batch" },
          yLabel: { ko: "표본", en: "Samples" },
          series: [
            seriesOf(
              "size",
              { ko: "표본", en: "Samples" },
              "asked",
              sizes.map((size, at) => [at + 1, size]),
              "dots",
            ),
            seriesOf("zero", { ko: "0", en: "0" }, "faint", [
              [1, 0],
              [Math.max(2, sizes.length), 0],
            ]),
          ],
          segments: sizes.map((size, at) => ({
            from: [at + 1, 0] as [number, number],
            to: [at + 1, size] as [number, number],
            pen: "pine" as const,
          })),
        }),
      ],
      finding: {
        ko: `한 에폭에 배치 ${count}개, ${epochs}에폭에 업데이트 ${updates}번이고 마지막 배치는 ${sizes.at(-1) ?? 0}개예요.`,
        en: `One epoch has ${plural(count, "batch", "batches")}, ${plural(epochs, "epoch")} ${plural(updates, "update")}; the last batch has ${plural(sizes.at(-1) ?? 0, "sample")}.`,
      },
    },
  };
}

const judging = { id: "iterations-and-updates", solve, read, mistakes, legal };

export const iterationsAndUpdates: Family<IterationsAndUpdates> = {
  ...judging,
  version: 1,
  title: { ko: "배치, iteration, 에폭", en: "Batches, iterations, epochs" },
  concepts: ["iteration", "epoch", "batch-size"],
  answer: "integer",
  levels: [1, 2, 3],
  // The size of the last batch is mistaken in two ways at most.
  draw: (rng, level, separating) =>
    drawTelling(judging, rng, (drawing) => propose(drawing, level, separating), { separating, least: 1 }),
  ask,
  explain,
  knobs: [
    {
      id: "batch",
      label: { ko: "배치 크기", en: "Batch size" },
      values: () => [1, 2, 5, 10, 20, 25, 32, 50, 64, 100, 128, 300, 500, 1000],
      get: ({ batch }) => batch,
      set: (params, batch) => ({ ...params, batch }),
    },
  ],
};
