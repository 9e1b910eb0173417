"use client";
import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { startTransition, useLayoutEffect, useRef, useState } from "react";
import { useLanguage, useWords } from "@/app/_i18n/words-provider";
import { chooseLocale } from "@/app/_shell/actions";
import { GradeBar } from "@/app/_ui/grade-bar";
import { IntervalText } from "@/app/_ui/interval";
import { SaveError } from "@/app/_ui/save-error";
import { Toast } from "@/app/_ui/toast";
import { useHotkeys } from "@/lib/browser/hotkeys";
import type { SetId } from "@/lib/core/ids";
import { grades } from "@/lib/core/schedule/memory";
import { type QueueHead, totalOf } from "@/lib/core/study/review-card";
import type { ReviewKind } from "@/lib/core/study/review-kind";
import { otherLocale } from "@/lib/core/text";
import { type CardAct, CardMenu } from "./card-menu";
import { DayEnd } from "./day-end";
import { NoteCard } from "./note-card";
import { NotesMargin } from "./notes-margin";
import { loadEditDialog, loadExerciseCard } from "./parts-later";
import { ReviewHeader } from "./review-header";
import { TimeUp } from "./time-up";
import { useReview } from "./use-review";
import { useTimeUp } from "./use-time-up";

const SetLine = dynamic(() => import("./_set/set-line").then((part) => part.SetLine));
const SetEnd = dynamic(() => import("./_set/set-end").then((part) => part.SetEnd));
const SessionTimer = dynamic(() => import("./session-timer").then((part) => part.SessionTimer));
const EditDialog = dynamic(() => loadEditDialog().then((part) => part.EditDialog));
const ExerciseCard = dynamic(() => loadExerciseCard().then((part) => part.ExerciseCard));
const QuestionCard = dynamic(() => import("./_question/question-card").then((part) => part.QuestionCard));

interface SessionProps {
  userId: string;
  zone: string;
  first: QueueHead;
  /** The set that is reviewed instead of the day. */
  set?: { id: SetId; kind: ReviewKind };
  /** The learner wants to see how long the session has lasted. */
  showsTimer?: boolean;
  /** The session is to end after so many minutes. */
  minutes?: number | null;
}

/** A review, of the day or of a set: one card on the desk, the keys, and what the last answer did. */
export function ReviewSession(props: SessionProps) {
  const { userId, zone, first, set, showsTimer = false, minutes = null } = props;
  const t = useWords("review");
  const language = useLanguage();
  const router = useRouter();
  const review = useReview({ userId, zone }, first, set?.id);
  const { session, isBusy } = review;
  const { head, graded } = session;
  const time = useTimeUp(minutes, session.turn);
  const card = time.isUp ? null : session.card;
  const [said, setSaid] = useState<{ id: number; text: string; undo?: () => void } | null>(null);
  /** Null until it is asked for: a card must not wait for a part that it may never need. */
  const [isEditing, setEditing] = useState<boolean | null>(null);
  const source = useRef<HTMLDetailsElement>(null);
  const onward = useRef<HTMLButtonElement>(null);
  const draft = [userId, ...(set ? [set.id] : []), `${card?.cardId}:${card?.revision}`].join(".");
  const face = card?.face.kind === "note" ? card.face : null;

  const undo = async () => {
    const isUndone = await review.undo();
    setSaid({
      id: performance.now(),
      text: isUndone ? t("undone") : t("undoNothing"),
    });
  };
  const redo = async () => {
    const isRedone = await review.redo();
    setSaid({ id: performance.now(), text: isRedone ? t("redone") : t("redoNothing") });
  };
  const actOn = async (cardId: string, act: CardAct) => {
    const isDone =
      act === "flag" || act === "unflag"
        ? await review.flag(act === "flag")
        : await review.changeCard(cardId, act);
    if (!isDone) return;
    const back = act === "bury" ? "unbury" : act === "suspend" ? "unsuspend" : null;
    setSaid({
      id: performance.now(),
      text: t(`done-${act}`),
      ...(back && { undo: () => void review.changeCard(cardId, back) }),
    });
  };
  const isJudged = graded?.judged != null && graded.cardId === card?.cardId;
  const grade = (at: number) => {
    const chosen = grades[at];
    if (!face || !session.isRevealed || isJudged || !chosen) return;
    setSaid(null);
    void review.answer({ kind: "grade", grade: chosen });
  };
  /** The card, the answer typed and the place in the day stay; only the words change. */
  const switchLanguage = () => {
    const form = new FormData();
    form.set("locale", otherLocale(language));
    startTransition(() => chooseLocale(form));
  };
  const reveal = isJudged ? review.next : session.isRevealed ? () => grade(2) : review.reveal;
  const goOn = face ? reveal : undefined;
  const gradeKeys =
    face && session.isRevealed
      ? Object.fromEntries(grades.map((_, at) => [String(at + 1), () => grade(at)]))
      : {};
  useHotkeys({
    ...gradeKeys,
    Space: goOn,
    Enter: goOn,
    u: () => void undo(),
    y: () => void redo(),
    l: switchLanguage,
    e: card?.isEditable ? () => setEditing(true) : undefined,
    n: face ? () => source.current?.toggleAttribute("open") : undefined,
    Escape: () => router.push("/today"),
  });

  useLayoutEffect(() => {
    if (isJudged) onward.current?.focus({ preventScroll: true });
  }, [isJudged]);

  const returns = graded && graded.verdict === null ? graded : null;
  return (
    <>
      <ReviewHeader
        head={head}
        isBusy={isBusy}
        waiting={session.waiting.length}
        timer={showsTimer ? <SessionTimer /> : null}
        menu={
          card ? (
            <CardMenu
              card={card}
              isChosen={set !== undefined}
              onAct={(act) => void actOn(card.cardId, act)}
              onEdit={card.isEditable ? () => setEditing(true) : null}
            />
          ) : null
        }
        onUndo={() => void undo()}
        onLanguage={switchLanguage}
      />
      {set ? <SetLine kind={set.kind} /> : null}
      {card?.face.kind === "question" ? (
        <QuestionCard
          key={session.turn}
          card={{ ...card, face: card.face }}
          locale={language}
          draft={draft}
          stopwatch={review.takenMs}
          submit={async ({ takenMs, isHinted, ...given }) => {
            const reply = await review.answer(
              { kind: "given", ...given, ...(isHinted && { isHinted }) },
              takenMs,
            );
            if (reply?.ok) return { ok: true, graded: reply.body.graded };
            return {
              ok: false,
              ...(reply?.error ?? { kind: "offline", message: t("offline") }),
            };
          }}
          nameSlip={(slip) => void review.nameSlip(slip)}
          lower={review.lower}
          next={review.next}
        />
      ) : (
        <main className="graph" id="main">
          <div className="desk">
            <SaveError error={session.error} retry={session.submission ? review.retry : null} />
            {card && face ? (
              <NoteCard
                key={session.turn}
                card={card}
                face={face}
                isRevealed={session.isRevealed || isJudged}
                answer={
                  <ExerciseCard
                    draft={draft}
                    face={face}
                    graded={isJudged ? graded : null}
                    isOpen={!session.isRevealed && !isBusy && !isJudged}
                    onAnswer={(given, locale) => void review.answer({ kind: "exercise", locale, given })}
                    onLower={review.lower}
                  />
                }
              />
            ) : session.card && minutes !== null ? (
              <TimeUp
                minutes={minutes}
                done={head.doneCount - first.doneCount}
                left={totalOf(head.counts)}
                onGoOn={time.goOn}
              />
            ) : set ? (
              <SetEnd head={head} zone={zone} kind={set.kind} />
            ) : (
              <DayEnd head={head} zone={zone} />
            )}
            {face && (session.isRevealed || isJudged) ? (
              <NotesMargin cardId={card?.cardId ?? ""} face={face} details={source} />
            ) : null}
          </div>
        </main>
      )}
      {card?.isEditable && face && isEditing !== null ? (
        <EditDialog
          cardId={card.cardId}
          face={face}
          locale={language}
          isOpen={isEditing}
          onClose={() => setEditing(false)}
          onSaved={(written) => {
            setEditing(false);
            review.renew(card.cardId, written);
            setSaid({ id: performance.now(), text: t("edited") });
          }}
        />
      ) : null}
      {card && face ? (
        <footer className="dock">
          {isJudged ? (
            <div className="one">
              <button
                type="button"
                className="btn btn-primary btn-lg"
                onClick={review.next}
                aria-keyshortcuts="Enter"
                ref={onward}
              >
                {t("nextCard")}
                <kbd aria-hidden="true">Enter</kbd>
              </button>
            </div>
          ) : session.isRevealed ? (
            <GradeBar
              preview={card.preview}
              isDisabled={isBusy}
              onGrade={(chosen) => grade(grades.indexOf(chosen))}
            />
          ) : (
            <div className="one">
              <button
                type="button"
                className="btn btn-primary btn-lg"
                onClick={review.reveal}
                aria-keyshortcuts="Space"
              >
                {t("show")}
                <kbd aria-hidden="true">Space</kbd>
              </button>
            </div>
          )}
        </footer>
      ) : null}
      <Toast
        toast={
          returns
            ? {
                id: returns.reviewId,
                children: (
                  <>
                    {returns.amount === 0
                      ? t("cardDone")
                      : t.rich("back", { interval: () => <IntervalText interval={returns} /> })}
                    {returns.isLeech ? ` ${t("leech")}` : null}
                  </>
                ),
                action: { label: t("keyUndo"), onAct: () => void undo() },
                onClose: review.dismiss,
              }
            : said
              ? {
                  id: said.id,
                  children: said.text,
                  ...(said.undo && { action: { label: t("keyUndo"), onAct: said.undo } }),
                  onClose: () => setSaid(null),
                }
              : review.synced
                ? {
                    id: "synced",
                    children: t(review.synced.refused > 0 ? "syncedPart" : "synced", review.synced),
                    onClose: review.dismiss,
                  }
                : null
        }
      />
    </>
  );
}
