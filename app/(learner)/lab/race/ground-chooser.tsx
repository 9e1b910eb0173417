"use client";
import { useWords } from "@/app/_i18n/words-provider";
import { type RaceGroundName, raceGroundNames } from "@/lib/core/lab/race-lab";

/** The surface to race on; another one brings its own start and rates. */
export function GroundChooser({
  ground,
  onChange,
}: {
  ground: RaceGroundName;
  onChange: (name: RaceGroundName) => void;
}) {
  const t = useWords("lab");
  return (
    <fieldset className="lab-ops race-grounds">
      <legend className="vh">{t("surface")}</legend>
      {raceGroundNames.map((name) => (
        <label key={name}>
          <input type="radio" name="ground" checked={ground === name} onChange={() => onChange(name)} />
          <span>{t(`ground-${name}`)}</span>
        </label>
      ))}
    </fieldset>
  );
}
