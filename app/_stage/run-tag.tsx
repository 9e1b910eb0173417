"use client";
import { useWords } from "@/app/_i18n/words-provider";
import { Icon } from "@/app/_ui/icon";
import type { ComputeRun } from "@/lib/browser/compute/client";

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

/** What ran and for how long; where the reference had to run instead, it says so. */
export function RunTag({ run }: { run: ComputeRun }) {
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
