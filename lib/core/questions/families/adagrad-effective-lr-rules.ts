/** How Adagrad's sum and its effect on the rate are mistaken. */
import { joined } from "../../korean";
import type { Text } from "../../text";
import type { Truth } from "../answer-form";
import { equation, gathered, numberTruth, shown, squares } from "../descents";
import type { Mistake } from "../family";

export interface AdagradEffectiveLr {
  rate: number;
  /** Gradients of parameter a, one a step, and of b, which has few that are not 0. */
  frequent: number[];
  rare: number[];
  asks: "rate" | "ratio" | "larger";
  /** Order of the two options. */
  isRareFirst: boolean;
}
export const decimals = ({ asks }: Pick<AdagradEffectiveLr, "asks">): number => (asks === "rate" ? 5 : 3);

/** The asked answer where the effective rate comes from another rule. */
function worked(params: AdagradEffectiveLr, rateOf: (gradients: number[]) => number): Truth | null {
  const { frequent, rare, asks } = params;
  const [often, seldom] = [rateOf(frequent), rateOf(rare)];
  if (asks === "rate") return numberTruth(often, decimals(params));
  if (asks === "ratio") return numberTruth(seldom / often, decimals(params));
  const ratio = seldom / often;
  return { kind: "choice", id: Math.abs(ratio - 1) < 1e-9 ? "same" : ratio > 1 ? "rare" : "frequent" };
}

interface Rule {
  slip: string;
  name: Text;
  rateOf(params: AdagradEffectiveLr): (gradients: number[]) => number;
  /** The wrong computation for one series. */
  line(rate: number, gradients: number[]): string;
  say(params: AdagradEffectiveLr): Text;
}

const rules: Rule[] = [
  {
    slip: "not-squared",
    name: { ko: "제곱하지 않고 더했다", en: "The gradients were added without squaring" },
    rateOf:
      ({ rate }) =>
      (gradients) =>
        rate / Math.sqrt(gathered(gradients.map(Math.abs), 1, 1)),
    line: (rate, gradients) => `${rate} / √(${gradients.map(Math.abs).join(" + ")})`,
    say: () => ({
      ko: "G는 기울기의 제곱을 더한 값이에요. 그래야 √G가 기울기와 같은 크기가 돼요.",
      en: "G adds the squares of the gradients, so that √G has the size of a gradient.",
    }),
  },
  {
    slip: "root-missed",
    name: { ko: "제곱근을 씌우지 않았다", en: "The square root was left out" },
    rateOf:
      ({ rate }) =>
      (gradients) =>
        rate / gathered(squares(gradients), 1, 1),
    line: (rate, gradients) => `${rate} / ${gathered(squares(gradients), 1, 1)}`,
    say: ({ rate }) => ({
      ko: `η = ${joined(rate, "을를")} G가 아니라 √G로 나누어요.`,
      en: `η = ${rate} is divided by √G, not by G.`,
    }),
  },
  {
    slip: "rate-unchanged",
    name: { ko: "학습률이 그대로라고 보았다", en: "The rate was taken to stay" },
    rateOf:
      ({ rate }) =>
      () =>
        rate,
    line: (rate) => String(rate),
    say: () => ({
      ko: "Adagrad는 파라미터마다 지난 기울기의 제곱합 G로 학습률을 나누어요. 그래서 서로 달라져요.",
      en: "Adagrad divides the rate of each parameter by its own past gradients, so the rates come apart.",
    }),
  },
  {
    slip: "last-only",
    name: { ko: "마지막 기울기만 썼다", en: "Only the last gradient was used" },
    rateOf:
      ({ rate }) =>
      (gradients) =>
        rate / Math.abs(gradients.at(-1) ?? 0),
    line: (rate, gradients) => `${rate} / √${shown((gradients.at(-1) ?? 0) ** 2)}`,
    say: ({ frequent }) => ({
      ko: `마지막 것만이 아니라 지금까지의 ${frequent.length}개를 모두 제곱해서 더해요.`,
      en: `All ${frequent.length} gradients so far are squared and added, not only the last.`,
    }),
  },
];

export const mistakes: Mistake<AdagradEffectiveLr>[] = [
  ...rules.map(
    ({ slip, name, rateOf, line, say }): Mistake<AdagradEffectiveLr> => ({
      slip,
      name,
      // The last gradient of the rare parameter is often 0, so this slip is looked for in the first form alone.
      gives: (params) =>
        slip === "last-only" && params.asks !== "rate" ? null : worked(params, rateOf(params)),
      work: (params) =>
        params.asks === "rate"
          ? equation(line(params.rate, params.frequent), shown(rateOf(params)(params.frequent)))
          : [params.frequent, params.rare].map((series) => line(params.rate, series)).join(", "),
      say,
    }),
  ),
  {
    slip: "frequent-larger",
    name: { ko: "자주 나온 쪽이 크다고 보았다", en: "The frequent one was taken to have more" },
    gives: ({ asks, ...params }, truth) => {
      if (asks === "larger") return { kind: "choice", id: "frequent" };
      return asks === "ratio" && truth.kind === "number"
        ? numberTruth(1 / truth.value, decimals({ asks, ...params }))
        : null;
    },
    work: () => "a / b",
    say: () => ({
      ko: "제곱합 G가 클수록 많이 나누어요. 그래서 G가 작은 쪽의 실효 학습률이 더 커요.",
      en: "The larger G is, the more the rate is divided, so the one with the smaller G has the larger rate.",
    }),
  },
];
