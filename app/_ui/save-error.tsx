"use client";
import { useWords } from "@/app/_i18n/words-provider";
import { Icon } from "@/app/_ui/icon";
import type { SessionError } from "@/lib/core/study/session";

/** What went wrong and what is safe; `retry` sends the kept answer again. */
export function SaveError({ error, retry }: { error: SessionError | null; retry: (() => unknown) | null }) {
  const t = useWords("review");
  return (
    <div className="desk-note" role="alert">
      {error ? (
        <div className="note note-red">
          <Icon name="warning" />
          <p>{error.message || t("offline")}</p>
          {retry ? (
            <button type="button" className="btn" onClick={() => void retry()}>
              {t("retry")}
            </button>
          ) : null}
        </div>
      ) : null}
    </div>
  );
}
