/** Cases of losses. Predictions may be nested in any way where each has a target of its own. */
import { z } from "zod";
import { fail, ok } from "../../result";
import { byClass, elementwise } from "../loss-program";
import { type CaseKind, caseKind } from "./case-kind";
import { real } from "./fields";

type Nested = number | Nested[];
const nested: z.ZodType<Nested> = z.lazy(() => z.union([real, z.array(nested)]));
const flat = (value: Nested): number[] => (Array.isArray(value) ? value.flatMap(flat) : [value]);
/** Numbers in the nesting of another value. */
function shaped(like: Nested, numbers: number[]): unknown {
  return Array.isArray(like) ? like.map((part) => shaped(part, numbers)) : numbers.shift();
}

const lossCase = z.union([
  z
    .object({ kind: z.enum(elementwise), prediction: nested, target: nested, delta: real.optional() })
    .refine(({ kind, delta }) => kind !== "huber" || delta !== undefined, {
      path: ["delta"],
      message: "huber needs it",
    })
    .refine(({ prediction, target }) => flat(prediction).length === flat(target).length, {
      path: ["target"],
      message: "one for each prediction",
    }),
  z.object({
    kind: z.enum(byClass),
    prediction: z.array(z.array(real)),
    target: z.array(z.int()),
    delta: z.undefined().optional(),
  }),
]);

export const losses: CaseKind = caseKind(lossCase, (fields) => {
  const { kind, prediction, target } = fields;
  const isByClass = (each: string): each is (typeof byClass)[number] => byClass.some((name) => name === each);
  return {
    program: isByClass(kind)
      ? { kind: "loss", loss: kind, prediction: prediction as number[][], target: target as number[] }
      : {
          kind: "loss",
          loss: kind,
          prediction: flat(prediction),
          target: flat(target),
          delta: fields.delta ?? 1,
        },
    write: (output) => {
      if (output.kind !== "loss")
        return fail({ kind: "unsupported" as const, message: "the run left no loss" });
      const { mean, sum, gradMean } = output;
      return ok({ mean, sum, gradMean: shaped(prediction, [...gradMean]) });
    },
  };
});
