"use client";
import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { startTransition, useRef } from "react";
import { useLanguage, useSwitchLocale, useWords } from "@/app/_i18n/words-provider";
import { chooseLocale } from "@/app/_shell/actions";
import { RefusedAnswers } from "@/app/_shell/refused-answers";
import { MathsText } from "@/app/_ui/maths-text";
import { SaveError } from "@/app/_ui/save-error";
import { Toast } from "@/app/_ui/toast";
import { useHotkeys } from "@/lib/browser/hotkeys";
import { backToDesk } from "@/lib/browser/landing";
import type { SetId } from "@/lib/core/ids";
import { grades } from "@/lib/core/schedule/memory";
import { type QueueHead, type ReviewCard, totalOf } from "@/lib/core/study/review-card";
import type { ReviewKind } from "@/lib/core/study/review-kind";
import { inLocale, otherLocale } from "@/lib/core/text";
import { AwayEnd } from "./away-end";
import { useCardDialogs } from "./card-dialogs";
import { type CardAct, CardMenu } from "./card-menu";
import { DayEnd } from "./day-end";
import { NoteCard } from "./note-card";
import { NotesMargin } from "./notes-margin";
import { loadExerciseCard, loadQuestionCard } from "./parts-later";
import { ReviewDock } from "./review-dock";
import { ReviewHeader } from "./review-header";
import { TimeUp } from "./time-up";
import { useReview } from "./use-review";
import { useSayings } from "./use-sayings";
import { useTimeUp } from "./use-time-up";

const SetLine = dynamic(() => import("./_set/set-line").then((part) => part.SetLine));
const SetEnd = dynamic(() => import("./_set/set-end").then((part) => part.SetEnd));
const SessionTimer = dynamic(() => import("./session-timer").then((part) => part.SessionTimer));
const ExerciseCard = dynamic(() => loadExerciseCard().then((part) => part.ExerciseCard));
const QuestionCard = dynamic(() => loadQuestionCard().then((part) => part.QuestionCard));

interface SessionProps {
  userId: string;
  zone: string;
  first: QueueHead;
  /** The set that is reviewed instead of the day. */
  set?: { id: SetId; kind: ReviewKind };
  /** The learner wants to see how long the session has lasted. */
  showsTimer?: boolean;
  /** A session of so many minutes, and what is left of it, in milliseconds. */
  brief?: { minutes: number; leftMs: number } | null;
}

/** A review, of the day or of a set: one card on the desk, the keys, and what the last answer did. */
export function ReviewSession(props: SessionProps) {
  const { userId, zone, first, set, showsTimer = false, brief = null } = props;
  const t = useWords("review");
  const language = useLanguage();
  const switchTo = useSwitchLocale();
  const router = useRouter();
  const review = useReview(userId, first, set?.id);
  const { session, isBusy } = review;
  const { head, graded } = session;
  const time = useTimeUp(brief?.leftMs ?? null, session.turn);
  const card = time.isUp ? null : session.card;
  const source = useRef<HTMLDetailsElement>(null);
  const draft = [userId, ...(set ? [set.id] : []), `${card?.cardId}:${card?.revision}`].join(".");
  const face = card?.face.kind === "note" ? card.face : null;

  const undo = async () => {
    const came = await review.undo();
    if (came !== "failed") say(came === "done" ? t("undone") : t("undoNothing"));
    backToDesk();
  };
  const { toast, say, hush } = useSayings(review, () => void undo());
  const { open, dialogs } = useCardDialogs({ userId, renew: review.renew, say });
  const redo = async () => {
    const came = await review.redo();
    if (came !== "failed") say(came === "done" ? t("redone") : t("redoNothing"));
  };
  const actOn = async (cardId: ReviewCard["cardId"], act: CardAct) => {
    const back = act === "bury" ? "unbury" : act === "suspend" ? "unsuspend" : null;
    const isDone = back
      ? await review.setAside({ cardId, back }, session.turn)
      : await review.flag(cardId, act === "flag");
    if (!isDone) return;
    say(t(`done-${act}`), back ? () => void review.bringBack({ cardId, back }) : undefined);
    backToDesk();
  };
  const isJudged = graded?.judged != null && graded.cardId === card?.cardId;
  const grade = (at: number) => {
    const chosen = grades[at];
    if (!face || !session.isRevealed || isJudged || !chosen) return;
    hush();
    void review.answer({ kind: "grade", grade: chosen }, { turn: session.turn });
  };
  /** The card, the answer typed and the place in the day stay; only the words change, and the account hears of it. */
  const switchLanguage = () => {
    const form = new FormData();
    form.set("locale", otherLocale(language));
    switchTo(otherLocale(language));
    startTransition(() => chooseLocale(form).catch(() => undefined));
    backToDesk();
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
    e: card?.isEditable ? () => open("edit", card) : undefined,
    r: card ? () => open("report", card) : undefined,
    n: face ? () => source.current?.toggleAttribute("open") : undefined,
    Escape: () => router.push("/today"),
  });

  const side = face && session.isRevealed ? inLocale(face.sides, language) : undefined;
  const isOver = !session.card && !set && head.asOf !== null && head.nextLearningAt === null;
  return (
    <>
      <ReviewHeader
        head={head}
        waiting={review.waiting}
        timer={showsTimer ? <SessionTimer /> : null}
        menu={
          card ? (
            <CardMenu
              card={card}
              isChosen={set !== undefined}
              onAct={(act) => void actOn(card.cardId, act)}
              onEdit={card.isEditable ? () => open("edit", card) : null}
              onReport={() => open("report", card)}
              onLanguage={switchLanguage}
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
          isNext={session.turn > 0}
          locale={language}
          draft={draft}
          stopwatch={review.takenMs}
          submit={async ({ takenMs, isHinted, ...given }) => {
            const reply = await review.answer(
              { kind: "given", ...given, ...(isHinted && { isHinted }) },
              { turn: session.turn, spentMs: takenMs },
            );
            if (reply?.ok) return { ok: true, graded: reply.body.graded };
            return {
              ok: false,
              ...(reply?.error ?? { kind: "offline", message: t("offline") }),
            };
          }}
          notice={<RefusedAnswers userId={userId} refused={review.refused} />}
          hindrance={session.submission ? null : session.error}
          nameSlip={(slip) => void review.nameSlip(slip)}
          lower={review.lower}
          next={review.next}
        />
      ) : (
        <main className="graph" id="main">
          <div className="desk">
            <RefusedAnswers userId={userId} refused={review.refused} />
            <SaveError error={session.error} retry={session.submission ? review.retry : null} />
            {card && face ? (
              <NoteCard
                key={session.turn}
                card={card}
                face={face}
                isRevealed={session.isRevealed || isJudged}
                isNext={session.turn > 0}
                answer={
                  <ExerciseCard
                    draft={draft}
                    face={face}
                    graded={isJudged ? graded : null}
                    isOpen={!session.isRevealed && !isBusy && !isJudged}
                    onAnswer={(given, locale) =>
                      void review.answer({ kind: "exercise", locale, given }, { turn: session.turn })
                    }
                    onLower={review.lower}
                  />
                }
              />
            ) : session.card && brief ? (
              <TimeUp
                minutes={brief.minutes}
                done={head.doneCount - first.doneCount}
                left={totalOf(head.counts)}
                onGoOn={() => {
                  time.goOn();
                  // A new turn: the time on this page is not the card's.
                  review.next();
                }}
              />
            ) : head.asOf === null ? (
              <AwayEnd waiting={review.waiting} isNext={session.turn > 0} retry={review.sync} />
            ) : set ? (
              <SetEnd head={head} zone={zone} kind={set.kind} isNext={session.turn > 0} />
            ) : (
              <DayEnd head={head} zone={zone} isNext={session.turn > 0} />
            )}
            {face && (session.isRevealed || isJudged) ? <NotesMargin face={face} details={source} /> : null}
          </div>
        </main>
      )}
      {dialogs}
      {card && face ? (
        <ReviewDock
          preview={card.preview}
          isJudged={isJudged}
          isRevealed={session.isRevealed}
          isBusy={isBusy}
          onReveal={review.reveal}
          onGrade={grade}
          onNext={review.next}
        />
      ) : null}
      <Toast
        label={t("said")}
        toast={toast}
        aloud={
          side ? (
            <p className="vh" lang={side.locale}>
              {t(face?.correction?.kind === "err" ? "corrected" : "answer")}:{" "}
              <MathsText text={side.value.back} maths={side.value.maths} />
            </p>
          ) : isOver ? (
            <p className="vh">{t("doneSaid", { count: head.doneCount })}</p>
          ) : null
        }
      />
    </>
  );
}
