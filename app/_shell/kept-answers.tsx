"use client";
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { useWords } from "@/app/_i18n/words-provider";
import { Note } from "@/app/_ui/note";
import { keepAhead, keptAhead } from "@/lib/browser/kept";
import { askAhead, sendKept } from "@/lib/browser/study-api";
import { useFlush } from "@/lib/browser/use-flush";
import { useKept } from "@/lib/browser/use-kept";
import { RefusedAnswers } from "./refused-answers";
import { WaitingCount } from "./waiting-count";

/** Nothing that the page needs at first may wait for this. */
const aheadAfterMs = 2_000;

/** For the bar on top. */
export function KeptCount({ userId }: { userId: string }) {
  return <WaitingCount count={useKept(userId).waiting.length} />;
}

/**
 * On pages outside the review: sends the answers that wait, says when they are saved, and names those that cannot be.
 * `keepsCards` has today's cards kept as well, in case the connection is lost; where one
 * may just be signing out, nothing is kept anew.
 */
export function KeptAnswers({ userId, keepsCards }: { userId: string; keepsCards: boolean }) {
  const t = useWords("parts");
  const router = useRouter();
  const { refused } = useKept(userId);
  const [saved, setSaved] = useState(0);
  useFlush(async () => {
    const sent = await sendKept(userId);
    if (!sent.head) return;
    setSaved(sent.saved);
    // The page's own numbers are from before.
    router.refresh();
  });
  useEffect(() => {
    if (!keepsCards) return;
    // Who has not been at the review yet may still lose the connection before.
    const timer = setTimeout(async () => {
      if ((await keptAhead(userId)).length > 0) return;
      const reply = await askAhead(userId);
      if (reply.ok) await keepAhead(userId, reply.body.cards);
    }, aheadAfterMs);
    return () => clearTimeout(timer);
  }, [userId, keepsCards]);
  return (
    <>
      {saved > 0 ? <Note pen="ok">{t("savedLate", { count: saved })}</Note> : null}
      <RefusedAnswers userId={userId} refused={refused} />
    </>
  );
}
