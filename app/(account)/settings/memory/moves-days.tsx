"use client";
import { useId } from "react";
import { useWords } from "@/app/_i18n/words-provider";

/** Days that are set already move only when this is ticked. */
export function MovesDays() {
  const t = useWords("memory");
  const id = useId();
  return (
    <div>
      <label className="check">
        <input type="checkbox" name="movesDays" aria-describedby={id} />
        {t("movesDays")}
      </label>
      <p className="cap" id={id}>
        {t("movesDaysHint")}
      </p>
    </div>
  );
}
