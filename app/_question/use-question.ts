"use client";
import { useCallback, useEffect, useRef, useState } from "react";
import type { Shown } from "@/app/_stage/stage";
import { computeClient } from "@/lib/browser/compute/client";
import { forgetDraft, keepDraft, readDraft } from "@/lib/browser/draft";
import type { Truth } from "@/lib/core/questions/answer-form";
import { checkAnswer } from "@/lib/core/questions/check";
import type { Checked, Verdict } from "@/lib/core/questions/family";
import { loadFamily } from "@/lib/core/questions/load-family";
import { readAnswer } from "@/lib/core/questions/read-answer";
import type { AnyFamily } from "@/lib/core/questions/registry";
import { fail, ok } from "@/lib/core/result";
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
export interface Outcome extends Shown {
  family: AnyFamily;
  truth: Truth;
  checked: Checked;
  takenMs: number;
}

/** One question from the first digit typed to the recorded grade. */
export function useQuestion(
  card: ReviewCard & { face: QuestionFace },
  { userId, stopwatch, submit }: { userId: string; stopwatch: () => number; submit: Submit },
) {
  const { face, cardId, revision } = card;
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
    // Fetched while the learner thinks; what could not be fetched is asked for again at the check.
    loadFamily(face.family).catch(() => undefined);
  }, [draft, face.family]);

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
    const computed = await compute(face);
    // Undone meanwhile: the card is no longer on the desk, and nothing is recorded behind the learner's back.
    if (isGone.current) return;
    setComputing(false);
    if (!computed.ok) {
      isSent.current = false;
      setSaved({ ok: false, ...computed.error });
      return;
    }
    const { family, run } = computed.value;
    const truth = family.read(run.output, face.params);
    const checked = checkAnswer(family, face.params, truth, text);
    const explanation = family.explain(face.params, run.output);
    setOutcome({ family, given, truth, checked, verdict: checked.verdict, takenMs, run, explanation });
    await save({ run, checked, takenMs });
  };

  return {
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

/** Fetches the family, then runs the question's program in the worker. */
async function compute({ family: id, params }: QuestionFace) {
  const family = await loadFamily(id).catch(() => null);
  if (!family) return fail({ kind: "offline", message: `The question family ${id} could not be loaded` });
  const result = await computeClient().run(family.solve(params));
  return result.ok ? ok({ family, run: result.value }) : result;
}
