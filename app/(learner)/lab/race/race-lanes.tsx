"use client";
import { useWords } from "@/app/_i18n/words-provider";
import { colourOf, dashOf, Marker } from "@/app/_stage/markers";
import { type RaceLane, type RaceRule, raceRules } from "@/lib/core/compute/race-program";
import type { RaceLab } from "@/lib/core/lab/race-lab";
import { methodOf, nameOf } from "@/lib/core/lab/race-outcome";
import type { Locale } from "@/lib/core/text";
import { RateField } from "./rate-field";

interface RaceLanesProps {
  lab: RaceLab;
  lanes: RaceLane[] | null;
  onChange: (changed: Partial<RaceLab>) => void;
  locale: Locale;
}

/** Each optimizer with its marker, its rate to be changed, its last loss, and whether it is drawn. */
export function RaceLanes({ lab, lanes, onChange, locale }: RaceLanesProps) {
  const t = useWords("lab");
  const show = (rule: RaceRule, isShown: boolean) =>
    onChange({ hidden: isShown ? lab.hidden.filter((each) => each !== rule) : [...lab.hidden, rule] });
  const rate = (at: number, value: number) =>
    onChange({ rates: lab.rates.map((each, place) => (place === at ? value : each)) });
  return (
    <table className="table race-table">
      <caption className="vh">{t("optimizers")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("optimizer")}</th>
          <th scope="col">{t("rateOf")}</th>
          <th scope="col" className="r">
            {t("lastLoss")}
          </th>
        </tr>
      </thead>
      <tbody>
        {raceRules.map((rule, at) => (
          <tr key={rule}>
            <th scope="row">
              <label className="check race-name">
                <input
                  type="checkbox"
                  checked={!lab.hidden.includes(rule)}
                  onChange={({ target }) => show(rule, target.checked)}
                />
                <svg width="36" height="18" viewBox="-18 -9 36 18" aria-hidden="true">
                  <path
                    d="M-18 0H18"
                    strokeWidth={2}
                    stroke={colourOf(methodOf(rule))}
                    style={{ strokeDasharray: dashOf(methodOf(rule)) }}
                  />
                  <Marker method={methodOf(rule)} x={0} y={0} />
                </svg>
                {nameOf[rule][locale]}
              </label>
            </th>
            <td>
              <RateField
                label={t(rule === "adadelta" ? "epsilonOf" : "rateOfName", { name: nameOf[rule][locale] })}
                value={lab.rates[at] ?? 0}
                onChange={(value) => rate(at, value)}
              />
              {rule === "adadelta" ? <span className="small muted"> ε</span> : null}
            </td>
            <td className="r num nowrap">{lossOf(lanes?.[at], t("gone"))}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function lossOf(lane: RaceLane | undefined, gone: string): string {
  if (!lane) return "–";
  if (lane.firstStepBeyond !== null) return gone;
  const loss = lane.losses.at(-1) ?? 0;
  const isUnhandy = loss !== 0 && (Math.abs(loss) < 0.001 || Math.abs(loss) >= 1e5);
  return isUnhandy ? loss.toExponential(1) : String(Number(loss.toPrecision(3)));
}
