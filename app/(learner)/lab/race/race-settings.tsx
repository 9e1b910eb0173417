"use client";
import { useWords } from "@/app/_i18n/words-provider";
import { ListedSlider } from "@/app/_ui/listed-slider";
import { betas, bounds, noises, type RaceLab } from "@/lib/core/lab/race-lab";
import { LabSeed } from "../lab-seed";

interface RaceSettingsProps {
  lab: RaceLab;
  onChange: (changed: Partial<RaceLab>) => void;
}
const stepCounts = [10, 20, 40, 100, 200, 500, 1000, 3000, 10_000];

/** How long both races are, the noise on their gradients, and what the methods remember. */
export function RaceSettings({ lab, onChange }: RaceSettingsProps) {
  const t = useWords("lab");
  const slider = (
    name: "steps" | "noise" | "longSteps" | "longNoise" | "beta" | "rho",
    text: string,
    values: readonly number[],
  ) => (
    <ListedSlider
      name={text}
      value={lab[name]}
      values={values}
      onChange={(value) => onChange({ [name]: value })}
    />
  );
  return (
    <>
      <fieldset className="lab-panel">
        <legend>{t("onMap")}</legend>
        {slider("steps", t("steps"), stepCounts)}
        {slider("noise", t("noise"), noises)}
      </fieldset>
      <fieldset className="lab-panel">
        <legend>{t("effectiveRates")}</legend>
        {slider("longSteps", t("longSteps"), stepCounts)}
        {slider("longNoise", t("longNoise"), noises)}
      </fieldset>
      <fieldset className="lab-panel">
        <legend>{t("ofBoth")}</legend>
        {slider("beta", t("beta"), betas)}
        {slider("rho", t("rho"), betas)}
        <LabSeed
          name={t("seed")}
          value={lab.seed}
          bounds={bounds.seed}
          onChange={(seed) => onChange({ seed })}
        />
      </fieldset>
    </>
  );
}
