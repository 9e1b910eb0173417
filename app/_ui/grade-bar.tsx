"use client";
import { useWords } from "@/app/_i18n/words-provider";
import { landing, landOn } from "@/lib/browser/landing";
import { type Grade, grades, type Preview } from "@/lib/core/schedule/memory";
import { IntervalText } from "./interval";

const cells = [1, 2, 3, 4];

/**
 * Four equal buttons, none chosen beforehand; each says when the card comes back. Keys 1 to 4 are the page's. The group
 * takes the focus, so that Space still means what the page says.
 */
export function GradeBar(props: { preview: Preview; isDisabled?: boolean; onGrade: (grade: Grade) => void }) {
  const t = useWords("parts");
  return (
    <fieldset className="grades" aria-label={t("grades")} {...landing} ref={landOn}>
      {grades.map((grade, index) => (
        <button
          key={grade}
          type="button"
          className="grade"
          disabled={props.isDisabled}
          aria-keyshortcuts={String(index + 1)}
          onClick={() => props.onGrade(grade)}
        >
          <b>{t(grade)}</b>
          <span>
            <IntervalText interval={props.preview[grade]} />
          </span>
          <kbd aria-hidden="true">{index + 1}</kbd>
          <span className="meter" aria-hidden="true">
            {cells.map((cell) => (
              <i key={cell} className={cell > index + 1 ? "" : grade === "again" ? "no" : "on"} />
            ))}
          </span>
        </button>
      ))}
    </fieldset>
  );
}
