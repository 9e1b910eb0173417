"use client";
import { useWords } from "@/app/_i18n/words-provider";
import { ListedSlider } from "@/app/_ui/listed-slider";
import { bounds, type FitLab, fitSchedules, losses, rateFor, shares } from "@/lib/core/lab/fit-lab";
import { rates } from "@/lib/core/lab/schedule-choice";
import { LabOptions } from "../lab-options";
import { OptimizerChoice } from "../optimizer-choice";
import { ScheduleSettings } from "../schedule-settings";

interface NetworkSettingsProps {
  lab: FitLab;
  onChange: (changed: Partial<FitLab>) => void;
}
const unitCounts = Array.from({ length: bounds.units[1] }, (_, at) => at + 1);
const batchSizes = [1, 2, 4, 8, 16, 30];
const epochCounts = [10, 20, 50, 100, 200, 500, 1000];

/** How the network is built and how it learns: optimizer, schedule, batches, loss, and a rate of the output layer's own. */
export function NetworkSettings({ lab, onChange }: NetworkSettingsProps) {
  const t = useWords("lab");
  return (
    <>
      <ListedSlider
        name={t("units")}
        value={lab.units}
        values={unitCounts}
        onChange={(units) => onChange({ units })}
      />
      <ListedSlider
        name={t("epochs")}
        value={lab.epochs}
        values={epochCounts}
        onChange={(epochs) => onChange({ epochs })}
      />
      <ListedSlider
        name={t("batch")}
        value={lab.batch}
        values={batchSizes}
        onChange={(batch) => onChange({ batch })}
      />
      <OptimizerChoice value={lab.rule} onChange={(rule) => onChange({ rule, rate: rateFor(rule) })} />
      <ListedSlider
        name={t("learningRate")}
        value={lab.rate}
        values={rates}
        onChange={(rate) => onChange({ rate })}
      />
      <ListedSlider
        name={t("outputShare")}
        value={lab.share}
        values={shares}
        onChange={(share) => onChange({ share })}
      />
      <LabOptions
        name="schedule"
        legend={t("scheduleKind")}
        value={lab.schedule}
        options={fitSchedules.map((value) => ({ value, text: t(`schedule-${value}`) }))}
        onChange={(schedule) => onChange({ schedule })}
      />
      {lab.schedule === "constant" ? null : (
        <ScheduleSettings schedule={lab.schedule} numbers={lab} onChange={onChange} />
      )}
      <LabOptions
        name="loss"
        legend={t("loss")}
        value={lab.loss}
        options={losses.map((value) => ({ value, text: t(`loss-${value}`) }))}
        onChange={(loss) => onChange({ loss })}
      />
    </>
  );
}
