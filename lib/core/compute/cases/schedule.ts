/** Cases of learning-rate schedules. Where a field may be left out, PyTorch's own default stands for it. */
import { z } from "zod";
import { fail, ok } from "../../result";
import type { Schedule } from "../schedule-program";
import { type CaseKind, caseKind } from "./case-kind";
import { count, real } from "./fields";

const steps = z.int().min(1).max(100_000);
const named = <Name extends string, Hyper extends z.ZodType>(schedule: Name, hyper: Hyper) =>
  z.object({ schedule: z.literal(schedule), hyper, steps });

const scheduleCase = z.discriminatedUnion("schedule", [
  named("step", z.object({ lr: real, stepSize: count, gamma: real })),
  named("piecewise-constant", z.object({ lr: real, milestones: z.array(real), gamma: real })),
  named(
    "exponential",
    z.union([
      z.object({ lr: real, factor: real, s: real }),
      z.object({ lr: real, gamma: real }).transform(({ lr, gamma }) => ({ lr, factor: gamma, s: 1 })),
    ]),
  ),
  named("power", z.object({ lr: real, s: real, c: real })),
  named(
    "onecycle",
    z.object({
      totalSteps: count,
      maxLr: real,
      pctStart: real.default(0.3),
      anneal: z.enum(["linear", "cos"]).default("cos"),
      divFactor: real.default(25),
      finalDivFactor: real.default(1e4),
      threePhase: z.boolean().default(false),
    }),
  ),
  z.object({
    schedule: z.literal("plateau"),
    hyper: z.object({
      lr: real,
      mode: z.enum(["min", "max"]).default("min"),
      factor: real,
      patience: z.int().min(0),
      threshold: real.default(1e-4),
      thresholdMode: z.enum(["rel", "abs"]).default("rel"),
      cooldown: z.int().min(0).default(0),
      minLr: real.default(0),
    }),
    metric: z.array(real),
    steps,
  }),
]);

function scheduleOf(fields: z.infer<typeof scheduleCase>): Schedule {
  switch (fields.schedule) {
    case "exponential":
      return { name: "exponential", lr: fields.hyper.lr, base: fields.hyper.factor, every: fields.hyper.s };
    case "plateau":
      return { name: "plateau", ...fields.hyper, metric: fields.metric };
    case "step":
      return { name: "step", ...fields.hyper };
    case "piecewise-constant":
      return { name: "piecewise-constant", ...fields.hyper };
    case "power":
      return { name: "power", ...fields.hyper };
    case "onecycle":
      return { name: "onecycle", ...fields.hyper };
  }
}

export const schedules: CaseKind = caseKind(scheduleCase, (fields) => ({
  program: { kind: "schedule", schedule: scheduleOf(fields), steps: fields.steps },
  write: (output) =>
    output.kind === "schedule"
      ? ok({ lr: output.rates })
      : fail({ kind: "unsupported" as const, message: "the run left no rates" }),
}));
