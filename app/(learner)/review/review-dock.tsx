"use client";
import { useWords } from "@/app/_i18n/words-provider";
import { GradeBar } from "@/app/_ui/grade-bar";
import { landOn } from "@/lib/browser/landing";
import { type Grade, grades, type Preview } from "@/lib/core/schedule/memory";

interface DockProps {
  preview: Preview;
  /** An exercise on this card was judged. */
  isJudged: boolean;
  isRevealed: boolean;
  isBusy: boolean;
  onReveal: () => void;
  /** By its place among the grades. */
  onGrade: (at: number) => void;
  onNext: () => void;
}

/** Docked at the bottom: the way on from a note card. What takes another's place there takes the focus too. */
export function ReviewDock(props: DockProps) {
  const t = useWords("review");
  const { isJudged, isRevealed } = props;
  return (
    <footer className="dock">
      {isJudged ? (
        <div className="one" key="next">
          <button
            type="button"
            className="btn btn-primary btn-lg"
            onClick={props.onNext}
            aria-keyshortcuts="Enter"
            aria-describedby="verdict"
            data-landing=""
            ref={landOn}
          >
            {t("nextCard")}
            <kbd aria-hidden="true">Enter</kbd>
          </button>
        </div>
      ) : isRevealed ? (
        <GradeBar
          preview={props.preview}
          isDisabled={props.isBusy}
          onGrade={(chosen: Grade) => props.onGrade(grades.indexOf(chosen))}
        />
      ) : (
        <div className="one" key="show">
          <button
            type="button"
            className="btn btn-primary btn-lg"
            onClick={props.onReveal}
            aria-keyshortcuts="Space"
          >
            {t("show")}
            <kbd aria-hidden="true">Space</kbd>
          </button>
        </div>
      )}
    </footer>
  );
}
