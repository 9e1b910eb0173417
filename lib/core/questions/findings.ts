/** What pictures that are made of counts and rates show, in one sentence with their own numbers. */
import { joined } from "../korean";
import type { Text } from "../text";
import { shown } from "./descents";
import { panelOf, seriesOf, stepAxis } from "./panel";
import type { EffectiveRatesScene } from "./scenes/effective-rates";
import type { Panel } from "./scenes/lines";
import type { WeightsScene } from "./scenes/network";

const times = (value: number): string => `×${value >= 100 ? value.toPrecision(3) : value.toFixed(2)}`;

/** How much of its step Adagrad keeps, and what adapts and keeps more. */
export function findingOfRates({ compared: [from, to], curves }: EffectiveRatesScene): Text {
  const adagrad = curves.find(({ id }) => id === "adagrad");
  const keepers = curves.filter(({ isAdaptive, isKept }) => isAdaptive && isKept);
  const listed = (locale: "ko" | "en") =>
    keepers.map(({ label, kept }) => `${label[locale]} ${times(kept)}`).join(", ");
  const left = times(adagrad?.kept ?? Number.NaN);
  return keepers.length === 0
    ? {
        ko: `${from}걸음째에 견주어 ${to}걸음째 Adagrad의 보폭은 ${left}이고, 적응하면서 보폭을 지킨 방법은 없어요.`,
        en: `From step ${from} to ${to} Adagrad's step went to ${left}, and nothing adapts and keeps its step.`,
      }
    : {
        ko: `${from}걸음째에 견주어 ${to}걸음째 Adagrad의 보폭은 ${left}, 적응하면서 보폭을 지킨 방법은 ${listed("ko")}.`,
        en: `From step ${from} to ${to} Adagrad's step went to ${left}; what adapts and keeps its step: ${listed("en")}.`,
      };
}

/** The curves as a plot of lines, for its table. */
export const panelOfRates = ({ steps, curves }: EffectiveRatesScene): Panel =>
  panelOf({
    title: { ko: "실효 보폭", en: "Effective step" },
    xLabel: stepAxis,
    yLabel: { ko: "η_eff", en: "η_eff" },
    xScale: "log",
    yScale: "log",
    series: curves.map(({ id, label, method, rates }) =>
      seriesOf(
        id,
        label,
        method,
        steps.map((step, at) => [step, rates[at] ?? null]),
      ),
    ),
  });

/** The largest count beside the smallest. */
export function findingOfWeights({ bars }: WeightsScene): Text {
  const sorted = [...bars].sort((one, other) => other.count - one.count);
  const [most, least] = [sorted[0], sorted.at(-1)];
  if (!most || !least) return { ko: "", en: "" };
  const count = (value: number) => value.toLocaleString("en");
  if (most.count === least.count)
    return {
      ko: `${joined(most.label.ko, "은는")} ${count(most.count)}개예요.`,
      en: `${most.label.en}: ${count(most.count)}.`,
    };
  const ratio = least.count === 0 ? null : shown(most.count / least.count, 3);
  return {
    ko: `가장 큰 것은 ${most.label.ko} ${count(most.count)}개이고, 가장 작은 것은 ${least.label.ko} ${count(least.count)}개예요.${ratio ? ` ${ratio}배예요.` : ""}`,
    en: `Largest: ${most.label.en} with ${count(most.count)}. Smallest: ${least.label.en} with ${count(least.count)}${ratio ? `, ${ratio} times fewer` : ""}.`,
  };
}
