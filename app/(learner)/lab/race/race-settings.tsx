"use client";
import { useWords } from "@/app/_i18n/words-provider";
import { betas, bounds, noises, type RaceLab } from "@/lib/core/lab/race-lab";
import { LabChoice } from "../lab-choice";

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
      <LabChoice
        name={t("steps")}
        value={lab.steps}
        values={stepCounts}
        onChange={(steps) => onChange({ steps })}
      />
      <LabChoice name={t("beta")} value={lab.beta} values={betas} onChange={(beta) => onChange({ beta })} />
      <LabChoice name={t("rho")} value={lab.rho} values={betas} onChange={(rho) => onChange({ rho })} />
      <LabChoice
        name={t("noise")}
        value={lab.noise}
        values={noises}
        onChange={(noise) => onChange({ noise })}
      />
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
