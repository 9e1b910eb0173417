/** The kinds of schedules, what each is known by, and which are taken for each other. */
import type { Text } from "../../text";
import type { Mistake } from "../family";

export const kinds = ["power", "exponential", "piecewise", "performance", "onecycle"] as const;
export type Kind = (typeof kinds)[number];
export interface ScheduleIdentifyCurve {
  kind: Kind;
  /** Options in the order shown. */
  options: Kind[];
  rate: number;
  /** s of the formulas, and the distance of the boundaries. */
  s: number;
  /** Epochs at which performance scheduling is cut; no boundary is one of them. */
  cuts: number[];
  scale: "linear" | "log";
}
export const nameOf: Record<Kind, Text> = {
  power: { ko: "거듭제곱 기반", en: "Power" },
  exponential: { ko: "지수 기반", en: "Exponential" },
  piecewise: { ko: "구간별 고정", en: "Piecewise constant" },
  performance: { ko: "성능 기반", en: "Performance" },
  onecycle: { ko: "1사이클", en: "1cycle" },
};
export const clues: Record<Kind, (params: ScheduleIdentifyCurve) => Text> = {
  power: () => ({
    ko: "처음에 빨리, 갈수록 천천히 줄고, 로그 눈금에서도 곧지 않고 위로 휘어요.",
    en: "It falls fast first and ever more slowly, and on a log axis it still bends upwards.",
  }),
  exponential: () => ({
    ko: "같은 에폭마다 같은 비로 줄어서 로그 눈금에서 곧은 선이 돼요.",
    en: "It falls by the same ratio every epoch: a straight line on a log axis.",
  }),
  piecewise: ({ s }) => ({
    ko: `미리 정한 ${[s, 2 * s, 3 * s].join(", ")} 에폭에서만 뚝 떨어져요.`,
    en: `It drops only at the epochs ${[s, 2 * s, 3 * s].join(", ")} that were set before.`,
  }),
  performance: ({ cuts }) => ({
    ko: `손실이 줄지 않은 때(${cuts.join(", ")} 에폭)마다 떨어져요. 미리 정한 경계가 아니에요.`,
    en: `It drops whenever the loss stalls (epochs ${cuts.join(", ")}), at no boundary set before.`,
  }),
  onecycle: () => ({
    ko: "먼저 올라갔다가 내려와요. 다섯 가운데 오르는 것은 이것뿐이에요.",
    en: "It rises first and then falls, the only one of the five that rises.",
  }),
};

/** What is taken for what; the first pair teaches the slip apart. */
export const pairs: Record<string, [right: Kind, taken: Kind][]> = {
  "bend-overlooked": [
    ["power", "exponential"],
    ["exponential", "power"],
  ],
  "boundaries-overlooked": [
    ["performance", "piecewise"],
    ["piecewise", "performance"],
  ],
  "rise-overlooked": [["onecycle", "exponential"]],
  "drops-smoothed": [
    ["piecewise", "exponential"],
    ["performance", "exponential"],
  ],
};
const slipNames: Record<string, Text> = {
  "bend-overlooked": { ko: "휘어짐을 놓쳤다", en: "The bend was overlooked" },
  "boundaries-overlooked": {
    ko: "떨어지는 때를 살피지 않았다",
    en: "The epochs of the drops were not looked at",
  },
  "rise-overlooked": { ko: "처음에 오르는 것을 놓쳤다", en: "The rise at the start was overlooked" },
  "drops-smoothed": { ko: "계단을 매끈한 곡선으로 보았다", en: "Steps were taken for a smooth curve" },
};
export const mistakes: Mistake<ScheduleIdentifyCurve>[] = Object.entries(pairs).map(([slip, confused]) => ({
  slip,
  name: slipNames[slip] ?? { ko: slip, en: slip },
  gives: (_, truth) => {
    const taken = truth.kind === "choice" ? confused.find(([right]) => right === truth.id)?.[1] : undefined;
    return taken ? { kind: "choice", id: taken } : null;
  },
  say: (params) => clues[params.kind](params),
}));
