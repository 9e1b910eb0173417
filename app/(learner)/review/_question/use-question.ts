"use client";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { type ComputeRun, computeClient } from "@/lib/browser/compute/client";
import { forgetDraft, keepDraft, readDraft } from "@/lib/browser/draft";
import { readAnswer } from "@/lib/core/questions/answer";
import { checkAnswer } from "@/lib/core/questions/check";
import type { Checked, Truth, Verdict } from "@/lib/core/questions/family";
import { familyOf } from "@/lib/core/questions/registry";
import type { Scene } from "@/lib/core/questions/scene";
import type { Graded, QuestionFace, ReviewCard } from "@/lib/core/study/review-card";

export type Submitted = { ok: true; graded: Graded } | { ok: false; kind: string; message: string };
export interface Given {
  given: string;
  browserVerdict: Verdict | null;
  /** Until Check was pressed: the computation is not the learner's time. */
  takenMs: number;
}
export type Submit = (given: Given) => Promise<Submitted>;

/** What the run showed: the verdict comes from its tensor, the scene draws its numbers. */
export interface Outcome {
  given: Truth;
  truth: Truth;
  checked: Checked;
  takenMs: number;
  run: ComputeRun;
  scene: Scene;
}

/** One question from the first digit typed to the recorded grade. */
export function useQuestion(
  card: ReviewCard & { face: QuestionFace },
  { userId, stopwatch, submit }: { userId: string; stopwatch: () => number; submit: Submit },
) {
  const { face, cardId, revision } = card;
  const family = useMemo(() => familyOf(face.family), [face.family]);
  if (!family) throw new Error(`This page knows no family called ${face.family}`);
  const form = face.ask.answer;
  const draft = `${userId}.${cardId}:${revision}`;
  const [text, setText] = useState("");
  const [isUnreadable, setUnreadable] = useState(false);
  const [isComputing, setComputing] = useState(false);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [saved, setSaved] = useState<Submitted | null>(null);
  const isSent = useRef(false);
  const isGone = useRef(false);

  useEffect(() => {
    isGone.current = false;
    return () => {
      isGone.current = true;
    };
  }, []);

  useEffect(() => {
    setText(readDraft(draft) ?? "");
    computeClient().warm();
  }, [draft]);

  const write = useCallback(
    (next: string) => {
      setText(next);
      setUnreadable(false);
      keepDraft(draft, next);
    },
    [draft],
  );

  /** Records the answer; a retry sends the very same, so that it counts once. */
  const save = async ({ run, checked, takenMs }: Pick<Outcome, "run" | "checked" | "takenMs">) => {
    setSaved(null);
    const browserVerdict = run.engine === "tfjs" ? checked.verdict : null;
    const reply = await submit({ given: text, browserVerdict, takenMs });
    setSaved(reply);
    if (reply.ok) forgetDraft(draft);
  };

  const check = async () => {
    if (isSent.current) return;
    const given = readAnswer(form, text);
    if (!given) {
      setUnreadable(true);
      return;
    }
    isSent.current = true;
    const takenMs = stopwatch();
    setComputing(true);
    const result = await computeClient().run(family.solve(face.params));
    // Undone meanwhile: the card is no longer on the desk, and nothing is recorded behind the learner's back.
    if (isGone.current) return;
    setComputing(false);
    if (!result.ok) {
      isSent.current = false;
      setSaved({ ok: false, ...result.error });
      return;
    }
    const run = result.value;
    const truth = family.read(run.output, face.params);
    const checked = checkAnswer(family, face.params, truth, text);
    setOutcome({ given, truth, checked, takenMs, run, scene: family.explain(face.params, run.output) });
    await save({ run, checked, takenMs });
  };

  return {
    family,
    form,
    text,
    write,
    isUnreadable,
    isComputing,
    outcome,
    graded: saved?.ok ? saved.graded : null,
    saveError: saved && !saved.ok ? saved : null,
    check,
    saveAgain: () => outcome && save(outcome),
  };
}
