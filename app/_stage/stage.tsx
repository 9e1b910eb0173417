"use client";
import { useWords } from "@/app/_i18n/words-provider";
import { Icon } from "@/app/_ui/icon";
import type { ComputeRun } from "@/lib/browser/compute/client";
import type { Truth } from "@/lib/core/questions/answer-form";
import type { Ask, Explanation, Verdict } from "@/lib/core/questions/family";
import type { AnyFamily } from "@/lib/core/questions/registry";
import type { Locale } from "@/lib/core/text";
import { Explore } from "./explore";
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
  locale: Locale;
  ask: Ask;
}

/** Where the computation shows itself. Nothing is drawn before the prediction: the picture would give it away. */
export function Stage({ shown, isComputing, locale, ask }: StageProps) {
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
        <p className="st-empty graph" role="status">
          <span>{isComputing ? t("running") : t("predictFirst")}</span>
        </p>
      ) : (
        <Explore shown={shown} ask={ask} locale={locale} />
      )}
    </section>
  );
}

/** The operations that ran, by the names under which TensorFlow.js lists its kernels. */
const nameOf: Record<string, string> = {
  Conv2D: "conv2d",
  MaxPool: "maxPool",
  AvgPool: "avgPool",
  Conv2DBackpropInput: "conv2d gradient",
  AvgPoolGrad: "avgPool gradient",
  BatchMatMul: "matMul",
  Reshape: "reshape",
};
/** What a run without any of them is made of, in the order in which it is told. */
const arithmetic: Record<string, string> = {
  Tanh: "tanh",
  Softmax: "softmax",
  Log: "log",
  Sqrt: "sqrt",
  RealDiv: "div",
  Multiply: "mul",
  Square: "square",
  Pow: "pow",
  Sub: "sub",
  Add: "add",
  Slice: "slice",
  Range: "range",
};

function operationsOf({ kernels }: ComputeRun): string {
  const known = Object.keys(nameOf).find((kernel) => kernels.includes(kernel));
  if (known) return nameOf[known] ?? known;
  const parts = Object.keys(arithmetic).filter((kernel) => kernels.includes(kernel));
  return parts
    .slice(0, 3)
    .map((kernel) => arithmetic[kernel])
    .join(" · ");
}

function RunTag({ run }: { run: ComputeRun }) {
  const t = useWords("question");
  const ms = run.ms < 10 ? Math.round(run.ms * 10) / 10 : Math.round(run.ms);
  if (run.engine === "reference") return <span className="tag tag-mark">{t("fallback", { ms })}</span>;
  return (
    <span className="tag tag-pine">
      <Icon name="check" />
      {t("ran", { name: operationsOf(run), ms })}
    </span>
  );
}
