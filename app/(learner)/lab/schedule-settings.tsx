"use client";
import { useWords } from "@/app/_i18n/words-provider";
import { ListedSlider } from "@/app/_ui/listed-slider";
import {
  anneals,
  type ScheduleName,
  type ScheduleNumbers,
  scheduleSettings,
  settingsOf,
} from "@/lib/core/lab/schedule-choice";
import { LabOptions } from "./lab-options";

interface ScheduleSettingsProps {
  schedule: ScheduleName;
  numbers: ScheduleNumbers;
  onChange: (changed: Partial<ScheduleNumbers>) => void;
}

/** The numbers that a schedule reads. */
export function ScheduleSettings({ schedule, numbers, onChange }: ScheduleSettingsProps) {
  const t = useWords("lab");
  return (
    <>
      {settingsOf[schedule].map((name) => (
        <ListedSlider
          key={name}
          name={t(`set-${name}`)}
          value={numbers[name]}
          values={scheduleSettings[name]}
          onChange={(value) => onChange({ [name]: value })}
        />
      ))}
      {schedule === "onecycle" ? (
        <LabOptions
          name="anneal"
          legend={t("anneal")}
          value={numbers.anneal}
          options={anneals.map((value) => ({ value, text: t(`anneal-${value}`) }))}
          onChange={(anneal) => onChange({ anneal })}
        />
      ) : null}
    </>
  );
}
