"use client";
import { useWords } from "@/app/_i18n/words-provider";
import { Button } from "@/app/_ui/button";
import type { Locale } from "@/lib/core/text";
import { Numbers } from "./numbers";
import type { Computed } from "./use-computed";

/** How the right way begins, for whoever asks. `about` says what that costs. */
export function Hint({
  question,
  locale,
  about,
}: {
  question: Computed;
  locale: Locale;
  about: string | undefined;
}) {
  const t = useWords("question");
  const { hint, hasNoHint, isComputing } = question;
  return (
    <div className="hint small">
      {hint || hasNoHint ? null : (
        <Button
          look="quiet"
          onClick={() => void question.openHint()}
          disabled={isComputing}
          aria-keyshortcuts="h"
        >
          {t("hintOpen")}
          <kbd aria-hidden="true">H</kbd>
        </Button>
      )}
      <div role="status">
        {hint ? (
          <p>
            <b>{t("hint")}</b> <Numbers text={hint[locale]} />
          </p>
        ) : hasNoHint ? (
          <p className="soft">{t("hintNone")}</p>
        ) : null}
      </div>
      {about && !hasNoHint ? <p className="muted">{about}</p> : null}
    </div>
  );
}
