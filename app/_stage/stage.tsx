"use client";
import { useWords } from "@/app/_i18n/words-provider";
import type { ComputeRun } from "@/lib/browser/compute/client";
import type { Truth } from "@/lib/core/questions/answer-form";
import type { Ask, Explanation, Verdict } from "@/lib/core/questions/family";
import type { AnyFamily } from "@/lib/core/questions/registry";
import type { Locale } from "@/lib/core/text";
import { Explore } from "./explore";
import { RunTag } from "./run-tag";
import { Running } from "./running";
import type { Ongoing } from "./use-run";
import "./stage.css";

/** What a run left to be shown. */
export interface Shown {
  family: AnyFamily;
  params: unknown;
  given: Truth;
  verdict: Verdict;
  run: ComputeRun;
  explanation: Explanation;
}

interface StageProps {
  shown: Shown | null;
  isComputing: boolean;
  /** The run that goes on. */
  ongoing: Ongoing | null;
  locale: Locale;
  ask: Ask;
}

/** Where the computation shows itself. Nothing is drawn before the prediction: the picture would give it away. */
export function Stage({ shown, isComputing, ongoing, locale, ask }: StageProps) {
  const t = useWords("question");
  const run = shown?.run;
  return (
    <section
      className="stage"
      aria-labelledby="stage"
      data-engine={run?.engine}
      data-backend={run?.backend ?? undefined}
      data-kernels={run?.kernels.join(" ")}
      data-verdict={shown?.verdict}
    >
      <div className="st-h">
        <h2 id="stage">{t("stage")}</h2>
        {run ? <RunTag run={run} /> : null}
      </div>
      {shown === null ? (
        <div className="st-empty graph">
          <p role="status">{isComputing ? t("running") : t("predictFirst")}</p>
          {ongoing ? <Running ongoing={ongoing} /> : null}
        </div>
      ) : (
        <Explore shown={shown} ask={ask} locale={locale} />
      )}
    </section>
  );
}
