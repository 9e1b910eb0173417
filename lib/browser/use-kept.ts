import { useEffect, useState } from "react";
import type { RefusedAnswer } from "@/lib/core/study/kept-answers";
import { keptRefused, waitingAnswers } from "./kept";
import { hearTabs } from "./tabs";

/** An answer that arrives at once is not worth telling. */
const settledAfterMs = 300;

interface Kept {
  /** Ids of the answers that no server has yet. */
  waiting: string[];
  refused: RefusedAnswer[];
}

/** What this browser keeps of a learner's answers, whichever tab gave them. */
export function useKept(userId: string): Kept {
  const [kept, setKept] = useState<Kept>({ waiting: [], refused: [] });
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const look = async () => {
      const [answers, refused] = await Promise.all([waitingAnswers(userId), keptRefused(userId)]);
      setKept({ waiting: answers.map(({ id }) => id), refused });
    };
    const soon = () => {
      clearTimeout(timer);
      timer = setTimeout(look, settledAfterMs);
    };
    void look();
    const endHearing = hearTabs("kept", soon);
    return () => {
      clearTimeout(timer);
      endHearing();
    };
  }, [userId]);
  return kept;
}
