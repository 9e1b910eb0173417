"use client";
import { useLanguage, useWords } from "@/app/_i18n/words-provider";
import { type RaceRule, raceRules } from "@/lib/core/compute/race-program";
import { nameOf } from "@/lib/core/lab/race-outcome";
import { LabOptions } from "./lab-options";

interface OptimizerChoiceProps {
  value: RaceRule;
  onChange: (rule: RaceRule) => void;
}

/** One of the seven optimizers, with a word on the one that has no rate of its own. */
export function OptimizerChoice({ value, onChange }: OptimizerChoiceProps) {
  const t = useWords("lab");
  const locale = useLanguage();
  return (
    <>
      <LabOptions
        name="rule"
        legend={t("optimizer")}
        value={value}
        options={raceRules.map((rule) => ({ value: rule, text: nameOf[rule][locale] }))}
        onChange={onChange}
      />
      {value === "adadelta" ? <p className="small muted">{t("adadeltaRate")}</p> : null}
    </>
  );
}
