"use client";
import { useState } from "react";
import { useWords } from "@/app/_i18n/words-provider";
import { isLower } from "@/lib/core/schedule/lower-grade";
import type { Grade } from "@/lib/core/schedule/memory";
import type { Graded } from "@/lib/core/study/review-card";

interface LowerGradeProps {
  graded: Graded;
  onLower: (grade: Grade) => Promise<unknown>;
}

/** A right answer that was hard or a guess: the learner may say so, and never the other way round. */
export function LowerGrade({ graded, onLower }: LowerGradeProps) {
  const t = useWords("question");
  const [isBusy, setBusy] = useState(false);
  const lower = (["hard", "again"] as const).filter((grade) => isLower(grade, graded.grade));
  if (lower.length === 0) return null;
  const choose = async (grade: Grade) => {
    setBusy(true);
    await onLower(grade);
    setBusy(false);
  };
  return (
    <span className="lower">
      {lower.map((grade) => (
        <button key={grade} type="button" disabled={isBusy} onClick={() => void choose(grade)}>
          {t(`lower-${grade}`)}
        </button>
      ))}
    </span>
  );
}
