/**
 * Seven optimizers as lanes of one tensor. With s ← a·s + b·g² every lane keeps its squares (a = b = 1 sums them for
 * Adagrad), so one step of all methods is a handful of operations. Formulas as in core's effective-rates.
 */
import {
  add,
  div,
  keep,
  mul,
  sqrt,
  square,
  sub,
  type Tensor1D,
  tensor1d,
  tidy,
  where,
  zeros,
} from "@tensorflow/tfjs-core";
import type {
  EffectiveRatesOutput,
  EffectiveRatesProgram,
  Lane,
} from "@/lib/core/compute/effective-rates-program";
import type { ComputeFailure } from "@/lib/core/compute/program";
import { fail, ok, type Result } from "@/lib/core/result";

const averages: readonly Lane["method"][] = ["adadelta", "rmsprop"];
const adaptive: readonly Lane["method"][] = ["adagrad", "rmsprop", "adam"];

/** How much of the old squares a lane keeps, and how much of the new square it takes in. */
function weightsOf({ method, decay, decay2 }: Lane): { keeps: number; takes: number } {
  if (method === "adagrad") return { keeps: 1, takes: 1 };
  if (method === "adam") return { keeps: decay2, takes: 1 - decay2 };
  return averages.includes(method) ? { keeps: decay, takes: 1 - decay } : { keeps: 0, takes: 0 };
}

interface State {
  squares: Tensor1D;
  /** Average of Adadelta's squared updates. */
  updates: Tensor1D;
  /** β₂ᵗ on Adam's lanes, 0 elsewhere: what bias correction divides by is one minus this. */
  unseen: Tensor1D;
}

export function followRates(program: EffectiveRatesProgram): Result<EffectiveRatesOutput, ComputeFailure> {
  const { lanes, gradients, at } = program;
  if (!gradients.every(Number.isFinite))
    return fail({ kind: "bad-field", message: "a gradient is not a number" });
  if (!at.every((step) => Number.isInteger(step) && step >= 1 && step <= gradients.length)) {
    return fail({ kind: "bad-field", message: "steps are counted from 1 to the number of gradients" });
  }
  const byStep = new Map(at.map((step) => [step, [] as number[]]));
  tidy(() => {
    const column = (of: (lane: Lane) => number): Tensor1D => tensor1d(lanes.map(of));
    const flags = (has: (lane: Lane) => boolean) => tensor1d(lanes.map(has), "bool");
    const constants = {
      keeps: column((lane) => weightsOf(lane).keeps),
      takes: column((lane) => weightsOf(lane).takes),
      scale: column(({ scale }) => scale),
      rate: column(({ rate }) => rate),
      epsilon: column(({ epsilon }) => epsilon),
      decay2: column(({ method, decay2 }) => (method === "adam" ? decay2 : 0)),
      isAdadelta: flags(({ method }) => method === "adadelta"),
      isAdaptive: flags(({ method }) => adaptive.includes(method)),
    };
    let state: State = {
      squares: zeros([lanes.length]),
      updates: zeros([lanes.length]),
      unseen: column(({ method }) => (method === "adam" ? 1 : 0)),
    };
    gradients.forEach((gradient, index) => {
      const next = tidy(() => {
        const step = advance(state, constants, gradient);
        const wanted = byStep.get(index + 1);
        if (wanted) wanted.push(...ratesOf(step, constants).dataSync());
        return { squares: keep(step.squares), updates: keep(step.updates), unseen: keep(step.unseen) };
      });
      for (const old of Object.values(state)) old.dispose();
      state = next;
    });
    for (const last of Object.values(state)) last.dispose();
  });
  const rates = lanes.map((_, lane) => at.map((step) => byStep.get(step)?.[lane] ?? Number.NaN));
  return ok({ kind: "effective-rates", rates });
}

type Constants = Record<
  "keeps" | "takes" | "scale" | "rate" | "epsilon" | "decay2" | "isAdadelta" | "isAdaptive",
  Tensor1D
>;

/** One step of every lane; `factor` is Adadelta's ratio of roots, with the new squares and the old updates. */
function advance(state: State, { keeps, takes, scale, epsilon, decay2 }: Constants, gradient: number) {
  const own = mul(scale, gradient);
  const squares: Tensor1D = add(mul(state.squares, keeps), mul(takes, square(own)));
  const factor: Tensor1D = div(sqrt(add(state.updates, epsilon)), sqrt(add(squares, epsilon)));
  const updates: Tensor1D = add(mul(state.updates, keeps), mul(takes, square(mul(factor, own))));
  const unseen: Tensor1D = mul(state.unseen, decay2);
  return { squares, factor, updates, unseen };
}

function ratesOf(
  { squares, factor, unseen }: ReturnType<typeof advance>,
  { rate, epsilon, isAdadelta, isAdaptive }: Constants,
): Tensor1D {
  const divided: Tensor1D = div(rate, add(sqrt(div(squares, sub(1, unseen))), epsilon));
  return where(isAdadelta, factor, where(isAdaptive, divided, rate));
}
