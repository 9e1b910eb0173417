"use client";
import { useWords } from "@/app/_i18n/words-provider";
import { Icon } from "@/app/_ui/icon";
import type { Ask } from "@/lib/core/questions/family";
import type { Locale } from "@/lib/core/text";
import { ConvolutionStage } from "./convolution-stage";
import { RatesStage } from "./rates-stage";
import type { Outcome } from "./use-question";
import "./stage.css";

interface StageProps {
  outcome: Outcome | null;
  isComputing: boolean;
  locale: Locale;
  ask: Ask;
}

/** Where the computation shows itself. Nothing is drawn before the prediction: the picture would give it away. */
export function Stage({ outcome, isComputing, locale, ask }: StageProps) {
  const t = useWords("question");
  const run = outcome?.run;
  return (
    <section
      className="stage"
      aria-labelledby="stage"
      data-engine={run?.engine}
      data-backend={run?.backend ?? undefined}
      data-kernels={run?.kernels.join(" ")}
      data-verdict={outcome?.checked.verdict}
    >
      <div className="st-h">
        <h2 id="stage">{t("stage")}</h2>
        {run ? <RunTag run={run} /> : null}
      </div>
      {outcome === null ? (
        <p className="st-empty graph" role="status">
          <span>{isComputing ? t("running") : t("predictFirst")}</span>
        </p>
      ) : outcome.scene.kind === "convolution" ? (
        <ConvolutionStage scene={outcome.scene} given={outcome.given} locale={locale} />
      ) : (
        <RatesStage scene={outcome.scene} given={outcome.given} ask={ask} locale={locale} />
      )}
    </section>
  );
}

function RunTag({ run }: { run: Outcome["run"] }) {
  const t = useWords("question");
  const ms = run.ms < 10 ? Math.round(run.ms * 10) / 10 : Math.round(run.ms);
  if (run.engine === "reference") return <span className="tag tag-mark">{t("fallback", { ms })}</span>;
  const name = run.kernels.includes("Conv2D") ? "conv2d" : t("allMethods");
  return (
    <span className="tag tag-pine">
      <Icon name="check" />
      {t("ran", { name, ms })}
    </span>
  );
}
