"use client";
import { useWords } from "@/app/_i18n/words-provider";
import { betas, bounds, noises, type RaceLab } from "@/lib/core/lab/race-lab";

interface RaceSettingsProps {
  lab: RaceLab;
  onChange: (changed: Partial<RaceLab>) => void;
}
const stepCounts = [10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000];

/** How long the race is, what the methods remember, and the noise on every gradient. */
export function RaceSettings({ lab, onChange }: RaceSettingsProps) {
  const t = useWords("lab");
  return (
    <>
      <Choice
        name={t("steps")}
        value={lab.steps}
        values={stepCounts}
        onChange={(steps) => onChange({ steps })}
      />
      <Choice name={t("beta")} value={lab.beta} values={betas} onChange={(beta) => onChange({ beta })} />
      <Choice name={t("rho")} value={lab.rho} values={betas} onChange={(rho) => onChange({ rho })} />
      <Choice name={t("noise")} value={lab.noise} values={noises} onChange={(noise) => onChange({ noise })} />
      <label className="lab-slider">
        <span>{t("seed")}</span>
        <input
          className="input"
          type="number"
          min={bounds.seed[0]}
          max={bounds.seed[1]}
          value={lab.seed}
          disabled={lab.noise === 0}
          onChange={({ target }) => {
            const seed = Number(target.value);
            if (Number.isInteger(seed) && seed >= bounds.seed[0] && seed <= bounds.seed[1])
              onChange({ seed });
          }}
        />
      </label>
    </>
  );
}

interface ChoiceProps {
  name: string;
  value: number;
  values: readonly number[];
  onChange: (value: number) => void;
}

/** A slider over a list of values; a value from the address that is not among them has its own place. */
function Choice({ name, value, values, onChange }: ChoiceProps) {
  const all = [...new Set([...values, value])].sort((one, other) => one - other);
  return (
    <label className="lab-slider">
      <span>{name}</span>
      <input
        type="range"
        min={0}
        max={all.length - 1}
        value={all.indexOf(value)}
        aria-valuetext={String(value)}
        onChange={({ target }) => onChange(all[Number(target.value)] ?? value)}
      />
      <output>{value}</output>
    </label>
  );
}
