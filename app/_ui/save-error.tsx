"use client";
import { usePathname } from "next/navigation";
import { useWords } from "@/app/_i18n/words-provider";
import { Icon } from "@/app/_ui/icon";
import type { SessionError } from "@/lib/core/study/session";

/** What went wrong, what is safe, and what to do: `retry` sends the kept answer again. */
export function SaveError({ error, retry }: { error: SessionError | null; retry: (() => unknown) | null }) {
  const t = useWords("review");
  const here = usePathname();
  /** What no server said. */
  const own = error?.kind === "another-card" ? "anotherCard" : retry ? "offline" : "unreached";
  return (
    <div className="desk-note" role="alert">
      {error ? (
        <div className="note note-red">
          <Icon name="warning" />
          <p>{error.message || t(own)}</p>
          {error.kind === "signed-out" ? (
            <a className="btn" href={`/sign-in?to=${encodeURIComponent(here)}`}>
              {t("signIn")}
            </a>
          ) : null}
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
