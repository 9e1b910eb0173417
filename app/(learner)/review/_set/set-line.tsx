"use client";
import { useWords } from "@/app/_i18n/words-provider";
import { Button } from "@/app/_ui/button";
import type { ReviewKind } from "@/lib/core/study/review-kind";
import { leaveSet } from "../actions";

/** Below the header of a set: what its answers do, and the way out. */
export function SetLine({ kind }: { kind: ReviewKind }) {
  const t = useWords("sets");
  return (
    <form className="set-line small" action={leaveSet} aria-label={t("title")}>
      <span>{t(kind === "cram" ? "inCram" : "inReview")}</span>
      <Button type="submit" look="quiet">
        {t("end")}
      </Button>
    </form>
  );
}
