/** A plateau followed report by report, by the right rule and by wrong ones. */
import { joined } from "../../korean";
import type { Text } from "../../text";
import type { Truth } from "../answer-form";
import { numberTruth, shown } from "../descents";
import type { Mistake } from "../family";

export interface LrPlateauTrace {
  losses: number[];
  patience: number;
  factor: number;
  rate: number;
  /** The rate after every report, or after the last. */
  asks: "all" | "last";
}
export const decimals = 5;

interface Rule {
  isBad(loss: number, best: number, previous: number): boolean;
  /** Whether a good report sets the count back. */
  isReset: boolean;
  /** Bad reports at which the rate is cut. */
  cutAt(patience: number): number;
  cut(rate: number, factor: number, first: number): number;
  /** Whether a cut sets the count back. */
  isCutReset: boolean;
}
export const rightly: Rule = {
  isBad: (loss, best) => loss >= best,
  isReset: true,
  cutAt: (patience) => patience + 1,
  cut: (rate, factor) => rate * factor,
  isCutReset: true,
};

/** Rates after each report, the count of bad ones and the best loss at each. */
export function follow({ losses, patience, factor, rate: first }: LrPlateauTrace, rule: Rule) {
  let [best, previous, count, rate] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, 0, first];
  const told = { rates: [] as number[], counts: [] as number[], bests: [] as number[] };
  for (const loss of losses) {
    if (rule.isBad(loss, best, previous)) count += 1;
    else if (rule.isReset) count = 0;
    best = Math.min(best, loss);
    previous = loss;
    if (count >= rule.cutAt(patience) && count > 0) {
      rate = Math.max(0, rule.cut(rate, factor, first));
      if (rule.isCutReset) count = 0;
    }
    told.rates.push(rate);
    told.counts.push(count);
    told.bests.push(best);
  }
  return told;
}

function slip(
  name: string,
  label: Text,
  changed: Partial<Rule>,
  say: (params: LrPlateauTrace) => Text,
): Mistake<LrPlateauTrace> {
  const rule = { ...rightly, ...changed };
  return {
    slip: name,
    name: label,
    gives(params): Truth {
      const { rates } = follow(params, rule);
      return params.asks === "all"
        ? { kind: "grid", rows: rates.map((rate) => [rate]), decimals }
        : numberTruth(rates.at(-1) ?? 0, decimals);
    },
    work: (params) =>
      follow(params, rule)
        .rates.map((rate) => shown(rate))
        .join(", "),
    say,
  };
}

export const mistakes: Mistake<LrPlateauTrace>[] = [
  slip(
    "count-not-reset",
    { ko: "이어지지 않은 것까지 세었다", en: "Bad reports were counted although not in a row" },
    { isReset: false },
    () => ({
      ko: "좋은 보고가 나오면 0부터 다시 세요. 이어서 나쁠 때만 쌓여요.",
      en: "A good report sets the count back to 0. Only bad ones in a row add up.",
    }),
  ),
  slip(
    "previous-for-best",
    { ko: "바로 앞과 견주었다", en: "It was compared with the report before" },
    { isBad: (loss, _, previous) => loss >= previous },
    () => ({
      ko: "바로 앞이 아니라 지금까지의 가장 좋은 손실과 견주어요.",
      en: "It is compared with the best loss so far, not with the report before.",
    }),
  ),
  slip(
    "cut-early",
    { ko: "한 번 일찍 줄였다", en: "It was cut one report early" },
    { cutAt: (patience) => Math.max(1, patience) },
    ({ patience }) => ({
      ko: `patience ${joined(patience, "은는")} 참아 주는 횟수예요. 나쁜 보고 ${patience}번까지 참고 ${patience + 1}번째에 줄여요.`,
      en: `Patience ${patience} is how many bad reports are borne. The cut comes at number ${patience + 1}.`,
    }),
  ),
  slip(
    "cut-late",
    { ko: "한 번 늦게 줄였다", en: "It was cut one report late" },
    { cutAt: (patience) => patience + 2 },
    ({ patience }) => ({
      ko: `나쁜 보고가 이어서 ${patience + 1}번이 되는 그 보고에서 바로 줄여요.`,
      en: `The cut comes with bad report ${patience + 1} itself, not after it.`,
    }),
  ),
  slip(
    "factor-subtracted",
    { ko: "곱하지 않고 뺐다", en: "It was subtracted instead of multiplied" },
    { cut: (rate, factor, first) => rate - factor * first },
    ({ factor }) => ({
      ko: `줄일 때는 학습률에 ${joined(factor, "을를")} 곱해요.`,
      en: `At a cut the rate is multiplied by ${factor}.`,
    }),
  ),
  slip(
    "counting-on-after-cut",
    { ko: "줄인 뒤에도 이어서 세었다", en: "The count went on after a cut" },
    { isCutReset: false },
    () => ({
      ko: "줄인 뒤에는 0부터 다시 세요. 그러지 않으면 나쁜 보고마다 줄게 돼요.",
      en: "After a cut the count starts at 0 again, or every bad report would cut.",
    }),
  ),
];
