/** The named kernels, and how a learner may take one for another. */
import type { Text } from "../../text";
import type { Truth } from "../answer-form";
import type { Mistake } from "../family";

export interface KernelIdentify {
  image: number[][];
  /** The output that is shown: one of the candidates made it, with padding 1 and stride 1. */
  shown: number[][];
  /** Ids of four kernels in the order of the options. */
  candidates: KernelId[];
}

const third = 1 / 9;
export const kernels = {
  identity: {
    label: { ko: "그대로 두는 커널", en: "Identity" },
    rows: [
      [0, 0, 0],
      [0, 1, 0],
      [0, 0, 0],
    ],
  },
  blur: {
    label: { ko: "흐리게 하는 커널 (모두 1/9)", en: "Blur (every weight 1/9)" },
    rows: [
      [third, third, third],
      [third, third, third],
      [third, third, third],
    ],
  },
  sharpen: {
    label: { ko: "또렷하게 하는 커널", en: "Sharpen" },
    rows: [
      [0, -1, 0],
      [-1, 5, -1],
      [0, -1, 0],
    ],
  },
  "edge-x": {
    label: { ko: "왼쪽에서 오른쪽으로 밝아지는 곳", en: "Brighter from left to right" },
    rows: [
      [-1, 0, 1],
      [-1, 0, 1],
      [-1, 0, 1],
    ],
  },
  "edge-x-reversed": {
    label: { ko: "왼쪽에서 오른쪽으로 어두워지는 곳", en: "Darker from left to right" },
    rows: [
      [1, 0, -1],
      [1, 0, -1],
      [1, 0, -1],
    ],
  },
  "edge-y": {
    label: { ko: "위에서 아래로 밝아지는 곳", en: "Brighter from top to bottom" },
    rows: [
      [-1, -1, -1],
      [0, 0, 0],
      [1, 1, 1],
    ],
  },
  "edge-y-reversed": {
    label: { ko: "위에서 아래로 어두워지는 곳", en: "Darker from top to bottom" },
    rows: [
      [1, 1, 1],
      [0, 0, 0],
      [-1, -1, -1],
    ],
  },
} satisfies Record<string, { label: Text; rows: number[][] }>;
export type KernelId = keyof typeof kernels;
export const kernelIds = Object.keys(kernels) as KernelId[];

/** A wrong rule takes one kernel for another. */
function taken(
  slip: string,
  name: Text,
  pairs: Partial<Record<KernelId, KernelId>>,
  say: Text,
): Mistake<KernelIdentify> {
  return {
    slip,
    name,
    gives: ({ candidates }, truth): Truth | null => {
      const given = truth.kind === "choice" ? pairs[truth.id as KernelId] : undefined;
      return given && candidates.includes(given) ? { kind: "choice", id: given } : null;
    },
    say: () => say,
  };
}

export const mistakes: Mistake<KernelIdentify>[] = [
  taken(
    "direction-swapped",
    { ko: "변하는 방향을 바꾸어 보았다", en: "The direction of change was mixed up" },
    {
      "edge-x": "edge-y",
      "edge-y": "edge-x",
      "edge-x-reversed": "edge-y-reversed",
      "edge-y-reversed": "edge-x-reversed",
    },
    {
      ko: "세로로 선 경계에서 값이 크면 가로 방향의 변화를 보는 커널이에요. 어느 방향으로 갈 때 값이 변하는지 보세요.",
      en: "Large values along an upright border mean that change across is measured. See in which direction the values change.",
    },
  ),
  taken(
    "sign-turned",
    {
      ko: "커널을 뒤집어서 부호를 반대로 보았다",
      en: "The kernel was turned, so the sign came out reversed",
    },
    {
      "edge-x": "edge-x-reversed",
      "edge-x-reversed": "edge-x",
      "edge-y": "edge-y-reversed",
      "edge-y-reversed": "edge-y",
    },
    {
      ko: "커널은 뒤집지 않고 겹쳐요. 밝은 쪽에 +1이 놓이면 값이 양수예요.",
      en: "The kernel is laid on without turning it. Where +1 lies on the brighter side the value is positive.",
    },
  ),
  taken(
    "average-missed",
    { ko: "값이 그대로라고 보았다", en: "The values were taken to be unchanged" },
    { blur: "identity", sharpen: "identity" },
    {
      ko: "가운데 칸을 입력과 비교해 보세요. 값이 이웃의 영향을 받아 바뀌었어요.",
      en: "Compare a middle cell with the input: its neighbours changed it.",
    },
  ),
  taken(
    "average-assumed",
    { ko: "값이 평균된다고 보았다", en: "The values were taken to be averaged" },
    { identity: "blur", sharpen: "blur" },
    {
      ko: "평균이면 값의 차이가 줄어들어요. 여기서는 줄지 않았어요.",
      en: "An average makes differences smaller. Here they did not shrink.",
    },
  ),
  taken(
    "edges-taken-for-sharp",
    {
      ko: "경계만 남은 것과 또렷해진 것을 혼동했다",
      en: "Edges alone and a sharpened picture were mixed up",
    },
    { "edge-x": "sharpen", "edge-y": "sharpen", identity: "sharpen", blur: "sharpen" },
    {
      ko: "또렷하게 하는 커널은 가중치의 합이 1이라 평평한 곳의 밝기를 그대로 두고, 경계의 차이를 키워요.",
      en: "The weights of sharpen sum to 1: flat places keep their brightness, and differences at borders grow.",
    },
  ),
  taken(
    "sum-of-weights-missed",
    { ko: "가중치의 합을 보지 않았다", en: "The sum of the weights was not looked at" },
    { sharpen: "edge-x", blur: "edge-y", identity: "edge-x" },
    {
      ko: "경계를 찾는 커널은 가중치의 합이 0이라 평평한 곳이 0이 돼요. 여기서는 밝기가 남아 있어요.",
      en: "Edge kernels sum to 0, so flat places become 0. Here the brightness is still there.",
    },
  ),
];
