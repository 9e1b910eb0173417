"use client";
import { useCallback, useEffect, useRef, useState } from "react";
import { loadScene } from "@/app/_stage/scene-parts";
import type { Shown } from "@/app/_stage/stage";
import { useRun } from "@/app/_stage/use-run";
import { computeClient } from "@/lib/browser/compute/client";
import { runVariant } from "@/lib/browser/compute/run-variant";
import { forgetDraft, keepDraft, readDraft } from "@/lib/browser/draft";
import type { Truth } from "@/lib/core/questions/answer-form";
import { checkAnswer } from "@/lib/core/questions/check";
import type { Ask, Checked } from "@/lib/core/questions/family";
import { firstHint } from "@/lib/core/questions/first-hint";
import { loadFamily } from "@/lib/core/questions/load-family";
import { readAnswer } from "@/lib/core/questions/read-answer";
import { fail, ok } from "@/lib/core/result";
import type { Text } from "@/lib/core/text";

/** A variant as it is put to somebody. */
export interface Asked {
  family: string;
  params: unknown;
  ask: Ask;
}

/** What the run showed: the verdict comes from its tensor, the scene draws its numbers. */
export interface Outcome extends Shown {
  /** The answer as it was typed. */
  text: string;
  truth: Truth;
  checked: Checked;
  takenMs: number;
}

interface Options {
  /** Name under which what is typed outlives a reload. */
  draft: string;
  /** How long the question has been looked at, in milliseconds. */
  stopwatch: () => number;
  onJudged?: (outcome: Outcome) => void;
}

/** One question from the first digit typed to the verdict of the worker. */
export function useComputed(asked: Asked, { draft, stopwatch, onJudged }: Options) {
  const form = asked.ask.answer;
  const [text, setText] = useState("");
  const [isUnreadable, setUnreadable] = useState(false);
  const [isComputing, setComputing] = useState(false);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  /** The hint that was opened, or that there is none. */
  const [hint, setHint] = useState<Text | null>(null);
  const [hasNoHint, setNoHint] = useState(false);
  const [failure, setFailure] = useState<{ kind: string; message: string } | null>(null);
  const { ongoing, run: runProgram } = useRun();
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
    setHint(readHint(draft));
    computeClient().warm();
    // Fetched while the learner thinks; what could not be fetched is asked for again at the check.
    loadFamily(asked.family).catch(() => undefined);
  }, [draft, asked.family]);

  const write = useCallback(
    (next: string) => {
      setText(next);
      setUnreadable(false);
      keepDraft(draft, next);
    },
    [draft],
  );

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
    setFailure(null);
    const computed = await compute(asked, runProgram);
    // Undone meanwhile: the card is no longer on the desk, and nothing is recorded behind the learner's back.
    if (isGone.current) return;
    setComputing(false);
    if (!computed.ok) {
      isSent.current = false;
      // Stopped by the learner: the answer is still there to be sent.
      if (computed.error.kind !== "cancelled") setFailure(computed.error);
      return;
    }
    const { family, run, explanation } = computed.value;
    const { params } = asked;
    const truth = family.read(run.output, params);
    const checked = checkAnswer(family, params, truth, text);
    const judged = {
      text,
      family,
      params,
      given,
      truth,
      checked,
      verdict: checked.verdict,
      takenMs,
      run,
      explanation,
    };
    setOutcome(judged);
    onJudged?.(judged);
  };

  /** Shows how the right way begins. It is computed, never stored with the question. */
  const openHint = async () => {
    if (hint || isComputing || isSent.current) return;
    setComputing(true);
    setFailure(null);
    const computed = await compute(asked, runProgram);
    if (isGone.current) return;
    setComputing(false);
    if (!computed.ok) {
      if (computed.error.kind !== "cancelled") setFailure(computed.error);
      return;
    }
    const { family, run, explanation } = computed.value;
    const truth = family.read(run.output, asked.params);
    const found = firstHint({ explanation, form, truth });
    if (found) keepDraft(hintOf(draft), JSON.stringify(found));
    setHint(found);
    setNoHint(found === null);
  };

  return {
    form,
    text,
    hint,
    hasNoHint,
    openHint,
    write,
    isUnreadable,
    isComputing,
    ongoing,
    outcome,
    failure,
    check,
    forget: () => {
      forgetDraft(draft);
      forgetDraft(hintOf(draft));
    },
  };
}
export type Computed = ReturnType<typeof useComputed>;

/** A reload does not undo that a hint was seen. */
const hintOf = (draft: string) => `${draft} hint`;
const readHint = (draft: string): Text | null => JSON.parse(readDraft(hintOf(draft)) ?? "null");

const lost = { kind: "offline", message: "" };

/** Fetches the family, runs the question's program and what its picture needs in the worker, and fetches what draws it. */
async function compute({ family: id, params }: Asked, runProgram: ReturnType<typeof useRun>["run"]) {
  const family = await loadFamily(id).catch(() => null);
  if (!family) return fail(lost);
  const result = await runVariant(family, params, (program) => runProgram(program));
  if (!result.ok) return result;
  // A verdict whose picture cannot be fetched would take the whole page down.
  const isDrawable = await loadScene[result.value.explanation.scene.kind]().then(
    () => true,
    () => false,
  );
  return isDrawable ? ok({ family, ...result.value }) : fail(lost);
}
