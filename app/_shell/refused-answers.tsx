"use client";
import { useWords } from "@/app/_i18n/words-provider";
import { Button } from "@/app/_ui/button";
import { Note } from "@/app/_ui/note";
import { forgetRefused } from "@/lib/browser/kept";
import type { RefusedAnswer } from "@/lib/core/study/kept-answers";

const reasons = {
  "not-found": "refused-gone",
  stale: "refused-changed",
  "not-latest": "refused-kept",
} as const;

const reasonOf = (failure: string) =>
  failure in reasons ? reasons[failure as keyof typeof reasons] : "refused-unread";

/** Which answers the server could not take and why, until it has been read. */
export function RefusedAnswers({ userId, refused }: { userId: string; refused: readonly RefusedAnswer[] }) {
  const t = useWords("parts");
  if (refused.length === 0) return null;
  return (
    <Note pen="red">
      <p>{t("refusedTitle")}</p>
      <ul className="refused">
        {refused.map(({ id, shown, grade, failure }) => (
          <li key={id}>
            <b>{shown}</b>
            {grade ? ` · ${t(grade)}` : null}
            <br />
            {t(reasonOf(failure))}
          </li>
        ))}
      </ul>
      <Button onClick={() => void forgetRefused(userId)}>{t("refusedSeen")}</Button>
    </Note>
  );
}
