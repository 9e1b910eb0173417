/** What helps a training that went wrong? Three changes are trained as well, and the validation loss decides. */

import type { BatchProgram, Output } from "../../compute/program";
import { runReference } from "../../compute/reference";
import type { TrainOutput, TrainProgram } from "../../compute/training-program";
import { createRng } from "../../rng";
import type { Text } from "../../text";
import { drawPoints } from "../drawn-points";
import type { Mistake } from "../family";
import { byStep, panelOf, seriesOf } from "../panel";
import type { Panel } from "../scenes/lines";
import { takeBatch } from "../take-output";
import { choose, type FitDiagnosisCurves, trainingOf } from "./fit-diagnosis-curves-rules";

export const remedyIds = ["bigger", "data", "shorter"] as const;
type RemedyId = (typeof remedyIds)[number];
/** Units of the larger net, and points of the larger data set, over those of the training. */
const [moreUnits, morePoints] = [3, 2];

const programs = new WeakMap<FitDiagnosisCurves, BatchProgram>();
/** The training as it was, then with each change; the points kept for validation stay the same. */
export function remediesOf(params: FitDiagnosisCurves): BatchProgram {
  const known = programs.get(params);
  if (known) return known;
  const base = trainingOf(params);
  const rng = createRng(params.seed + 1);
  const added = (moreUnits - 1) * params.units;
  const around = (width: number) => Array.from({ length: added }, () => width * (2 * rng.real() - 1));
  const { first, train } = base;
  const { spread, points, frequency, noise } = params;
  const extra = drawPoints(rng, (morePoints - 1) * points, frequency, noise);
  const changed: Record<RemedyId, TrainProgram> = {
    bigger: {
      ...base,
      first: {
        ...first,
        input: [...first.input, ...around(spread)],
        bias: [...first.bias, ...around(spread / 2)],
        output: [...first.output, ...around(0.5)],
      },
    },
    data: { ...base, train: { x: [...train.x, ...extra.x], y: [...train.y, ...extra.y] } },
    shorter: { ...base, epochs: Math.floor(params.epochs / 2) },
  };
  const program: BatchProgram = { kind: "batch", programs: [base, ...remedyIds.map((id) => changed[id])] };
  programs.set(params, program);
  return program;
}

export function trainingsOf(output: Output): { base: TrainOutput; changed: TrainOutput[] } {
  const [base, ...changed] = takeBatch(output, "train").filter((run) => run !== null);
  if (!base || changed.length < remedyIds.length)
    throw new Error("fit-diagnosis-curves: a training of the variant cannot be run");
  return { base, changed };
}

const endOf = ({ validation }: TrainOutput): number => validation.at(-1) ?? Number.NaN;

/** The changes from the lowest validation loss at their end. */
export const rankedRemedies = (output: Output): { id: RemedyId; loss: number }[] =>
  trainingsOf(output)
    .changed.map((run, at) => ({ id: remedyIds[at] as RemedyId, loss: endOf(run) }))
    .sort((one, other) => one.loss - other.loss);

/** One change helps clearly more than the others, and it is one against what went wrong. */
export function isRemedyDecided(params: FitDiagnosisCurves, verdict: string): boolean {
  const run = runReference(remediesOf(params));
  if (!run.ok) return false;
  const [first, second] = rankedRemedies(run.value);
  const before = endOf(trainingsOf(run.value).base);
  return (
    first !== undefined &&
    first.loss < 0.75 * (second?.loss ?? 0) &&
    first.loss < 0.75 * before &&
    (first.id === "bigger") === (verdict === "under")
  );
}

export const remedyText = ({ units, points, epochs }: FitDiagnosisCurves): Record<RemedyId, Text> => ({
  bigger: {
    ko: `은닉 유닛을 ${units}개에서 ${moreUnits * units}개로`,
    en: `${moreUnits * units} hidden units in place of ${units}`,
  },
  data: {
    ko: `훈련 점을 ${points}개에서 ${morePoints * points}개로`,
    en: `${morePoints * points} training points in place of ${points}`,
  },
  shorter: {
    ko: `${epochs}에폭 대신 ${Math.floor(epochs / 2)}에폭에서 멈추기`,
    en: `Stop at epoch ${Math.floor(epochs / 2)} in place of ${epochs}`,
  },
});

export function remedyPanel(params: FitDiagnosisCurves, output: Output): Panel {
  const { base, changed } = trainingsOf(output);
  const texts = remedyText(params);
  const best = rankedRemedies(output)[0]?.id;
  const others = (["compared", "target"] as const).values();
  return panelOf({
    title: { ko: "바꾸어 학습했을 때의 검증 손실", en: "Validation loss of the changed trainings" },
    xLabel: { ko: "에폭", en: "Epoch" },
    yLabel: { ko: "검증 손실", en: "Validation loss" },
    series: [
      ...remedyIds.map((id, at) =>
        seriesOf(
          id,
          texts[id],
          id === best ? "asked" : (others.next().value ?? "faint"),
          byStep(changed[at]?.validation ?? []),
        ),
      ),
      seriesOf("before", { ko: "그대로", en: "Unchanged" }, "faint", byStep(base.validation)),
    ],
  });
}

export const remedyMistakes: Mistake<FitDiagnosisCurves>[] = [
  choose(
    "data-for-under",
    {
      ko: "배운 것이 모자라니 데이터를 늘린다고 보았다",
      en: "More data was prescribed for learning too little",
    },
    "remedy",
    (_, right) => (right === "bigger" ? "data" : null),
    {
      ko: "과소적합은 지금 있는 점도 따라가지 못하는 거예요. 점을 늘려도 모델은 그대로라서 더 큰 모델이 필요해요.",
      en: "An underfitting net does not follow even the points it has. More points leave it as it is; a larger one is needed.",
    },
  ),
  choose(
    "shorter-for-under",
    {
      ko: "배운 것이 모자란데 일찍 멈춘다고 보았다",
      en: "Less training was prescribed for learning too little",
    },
    "remedy",
    (_, right) => (right === "bigger" ? "shorter" : null),
    {
      ko: "일찍 멈추는 것은 검증 손실이 다시 오를 때의 처방이에요.",
      en: "Stopping early is for a validation loss that has turned up again.",
    },
  ),
  choose(
    "bigger-for-over",
    { ko: "잡음까지 외웠는데 모델을 키운다고 보았다", en: "A larger net was prescribed for learning noise" },
    "remedy",
    (_, right) => (right === "bigger" ? null : "bigger"),
    {
      ko: "훈련 손실은 이미 낮아요. 모델을 키우면 잡음을 더 외워요.",
      en: "The training loss is low already: a larger net learns even more of the noise.",
    },
  ),
  choose(
    "other-remedy",
    { ko: "덜 듣는 처방을 골랐다", en: "The remedy that helps less was chosen" },
    "remedy",
    (_, right) => (right === "data" ? "shorter" : right === "shorter" ? "data" : null),
    {
      ko: "둘 다 과대적합의 처방이지만, 실제로 학습해 보니 이 데이터에서는 다른 쪽이 검증 손실을 더 낮추었어요.",
      en: "Both are remedies for overfitting, but trained on these data the other one lowered the validation loss more.",
    },
  ),
];
