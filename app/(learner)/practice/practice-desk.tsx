"use client";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { useLanguage, useWords } from "@/app/_i18n/words-provider";
import { Diagnosis } from "@/app/_question/diagnosis";
import { QuestionDesk } from "@/app/_question/question-desk";
import { type Asked, useComputed } from "@/app/_question/use-computed";
import { Button } from "@/app/_ui/button";
import { Note } from "@/app/_ui/note";
import type { Level } from "@/lib/core/questions/family";
import type { Text } from "@/lib/core/text";
import { type PracticeAddress, practiceAddress } from "./practice-address";

interface PracticeProps {
  asked: Asked;
  title: Text;
  levels: readonly Level[];
  address: PracticeAddress;
  nextSeed: number;
}

/** A question to practise with: nothing is recorded, and there is always another. */
export function PracticeDesk({ asked, title, levels, address, nextSeed }: PracticeProps) {
  const t = useWords("practice");
  const locale = useLanguage();
  const router = useRouter();
  const onward = useRef<HTMLButtonElement>(null);
  const [slip, setSlip] = useState<string | null>(null);
  const { family } = asked;
  const draft = `practice.${family}:${address.seed}.${address.level}.${address.slip ?? ""}`;
  const question = useComputed(asked, { draft, stopwatch: () => 0, onJudged: () => question.forget() });
  const { outcome, failure } = question;
  const go = (changed: Partial<PracticeAddress>) =>
    router.push(practiceAddress(family, { ...address, seed: nextSeed, slip: null, ...changed }), {
      scroll: false,
    });
  const made = slip ?? (outcome?.checked.slips.length === 1 ? outcome.checked.slips[0] : null);

  useEffect(() => {
    if (outcome) onward.current?.focus({ preventScroll: true });
  }, [outcome]);

  return (
    <>
      <div className="practice-lead">
        <div>
          <p className="small soft">
            <Link href="/lab">{t("allSkills")}</Link>
          </p>
          <p className="practice-title">{title[locale]}</p>
        </div>
        <nav aria-label={t("level")} className="levels">
          {levels.map((level) => (
            <Link
              key={level}
              href={practiceAddress(family, { seed: nextSeed, level, slip: null })}
              aria-current={level === address.level ? "true" : undefined}
              prefetch={false}
            >
              {t("levelNumber", { level })}
            </Link>
          ))}
        </nav>
      </div>
      <div className="practice-work">
        <QuestionDesk
          asked={asked}
          question={question}
          locale={locale}
          next={outcome ? () => go({}) : undefined}
        >
          {outcome ? <Diagnosis outcome={outcome} asked={asked} locale={locale} onSlip={setSlip} /> : null}
          {failure ? (
            <Note pen="red">
              <p>{t(failure.kind === "offline" ? "offline" : "failed")}</p>
            </Note>
          ) : null}
          {outcome ? (
            <div className="next">
              <p className="small muted">{t("notRecorded")}</p>
              {made ? <Button onClick={() => go({ slip: made })}>{t("separating")}</Button> : null}
              <Button look="primary" size="large" hotkey="Enter" ref={onward} onClick={() => go({})}>
                {t("another")}
              </Button>
            </div>
          ) : null}
        </QuestionDesk>
      </div>
    </>
  );
}
