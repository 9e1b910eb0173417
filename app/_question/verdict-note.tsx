"use client";
import { useWords } from "@/app/_i18n/words-provider";
import { Icon } from "@/app/_ui/icon";
import type { Cell, Truth } from "@/lib/core/questions/answer-form";
import type { Locale } from "@/lib/core/text";
import { matchedMistakes } from "./diagnosis";
import { spoken } from "./spoken";
import type { Asked, Outcome } from "./use-computed";

interface VerdictProps {
  outcome: Outcome;
  asked: Asked;
  locale: Locale;
}

/** The fact first, then what led to it. */
export function VerdictNote({ outcome, asked, locale }: VerdictProps) {
  const isRight = outcome.checked.verdict === "right";
  const { matched, isAsked } = matchedMistakes(outcome);
  const fact = useFact({ outcome, asked, locale });
  return (
    <div className={`note res ${isRight ? "note-ok" : "note-red"}`} id="verdict">
      <Icon name={isRight ? "check" : "cross"} />
      <div>
        <b>{fact}</b>
        {isAsked
          ? null
          : matched.map((mistake) => <p key={mistake.slip}>{mistake.say(asked.params)[locale]}</p>)}
      </div>
    </div>
  );
}

/**
 * "Not right. The answer: 4×4. Yours: 3×3": a number, a word or a whole sentence, so no particle is joined to it.
 * Of maps and tables it tells how much was right; the right values stand beside the own ones.
 */
function useFact({ outcome, asked, locale }: VerdictProps): string {
  const t = useWords("question");
  const { truth, given, checked } = outcome;
  const [right, mine] = [spoken(truth, asked.ask, locale), spoken(given, asked.ask, locale)];
  if (right === "") {
    const { of, kind } = partsOf(truth);
    if (truth.kind === "cells" && given.kind === "cells" && checked.verdict === "wrong") {
      const lacking = (from: Cell[], to: Cell[]) =>
        from.filter((cell) => !to.some((other) => other.join() === cell.join())).length;
      const [missed, extra] = [lacking(truth.cells, given.cells), lacking(given.cells, truth.cells)];
      return t("cellsWrong", { missed, extra });
    }
    if (checked.verdict === "right") return t("allRight", { kind });
    return t("partlyRight", { kind, right: Math.round(checked.credit * of), of });
  }
  if (checked.verdict === "right") return t("right", { truth: right });
  return t("wrong", { given: mine, truth: right });
}

/** What credit is given by: cells of a map, rows of a table. */
function partsOf(truth: Truth): { kind: "cells" | "rows"; of: number } {
  if (truth.kind === "cells") return { kind: "cells", of: truth.cells.length };
  if (truth.kind === "grid") return { kind: "cells", of: truth.rows.flat().length };
  return { kind: "rows", of: truth.kind === "table" ? truth.rows.length : 1 };
}
