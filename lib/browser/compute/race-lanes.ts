/**
 * All lanes of a race in one tensor: x of every lane, then y of every lane. One set of operations moves them all, for
 * each rule is the same formula with other coefficients:
 *   m ← a·m + b·g,  s ← c·s + d·g²,  f = (η + q·√(u + ε₁)) / (√(s·k + ε₂) + ε₃),  θ ← θ − f·m,  u ← c·u + d·(f·m)².
 */
import {
  add,
  concat,
  div,
  mul,
  slice,
  sqrt,
  square,
  sub,
  type Tensor1D,
  tensor1d,
  tidy,
  zerosLike,
} from "@tensorflow/tfjs-core";
import { farthest, type Hyper } from "@/lib/core/compute/descent-program";
import { drawNoise } from "@/lib/core/compute/noise";
import type { ComputeFailure } from "@/lib/core/compute/program";
import { refusalOfRace } from "@/lib/core/compute/race";
import type { RaceLane, RaceOutput, RaceProgram, RaceRule } from "@/lib/core/compute/race-program";
import { fail, ok, type Result } from "@/lib/core/result";
import { gradientColumns } from "./surface-gradients";
import { surfaceLoss } from "./surface-losses";

interface Coefficients {
  keepMean: number;
  newMean: number;
  keepSquare: number;
  newSquare: number;
  /** Added inside the root, and outside of it. */
  inside: number;
  outside: number;
  /** The learning rate; 0 where past updates stand for it. */
  rate: number;
  /** Factor on the root of past updates. */
  updates: number;
  /** How far ahead along m the gradient is taken. */
  ahead: number;
}
const plain: Coefficients = {
  keepMean: 0,
  newMean: 1,
  keepSquare: 0,
  newSquare: 0,
  inside: 1,
  outside: 0,
  rate: 0,
  updates: 0,
  ahead: 0,
};
const coefficientsOf: Record<RaceRule, (hyper: Hyper) => Coefficients> = {
  sgd: ({ lr }) => ({ ...plain, rate: lr }),
  momentum: ({ lr, momentum }) => ({ ...plain, rate: lr, keepMean: momentum }),
  "nag-lookahead": ({ lr, momentum }) => ({ ...plain, rate: lr, keepMean: momentum, ahead: lr * momentum }),
  adagrad: ({ lr, eps }) => ({ ...plain, rate: lr, keepSquare: 1, newSquare: 1, inside: 0, outside: eps }),
  rmsprop: ({ lr, alpha, eps }) => ({
    ...plain,
    rate: lr,
    keepSquare: alpha,
    newSquare: 1 - alpha,
    inside: 0,
    outside: eps,
  }),
  adadelta: ({ lr, rho, eps }) => ({
    ...plain,
    keepSquare: rho,
    newSquare: 1 - rho,
    inside: eps,
    updates: lr,
  }),
  adam: ({ lr, beta1, beta2, eps }) => ({
    ...plain,
    rate: lr,
    keepMean: beta1,
    newMean: 1 - beta1,
    keepSquare: beta2,
    newSquare: 1 - beta2,
    inside: 0,
    outside: eps,
  }),
};

interface State {
  theta: Tensor1D;
  mean: Tensor1D;
  squares: Tensor1D;
  updates: Tensor1D;
}

export function raceLanes(program: RaceProgram): Result<RaceOutput, ComputeFailure> {
  const refused = refusalOfRace(program);
  if (refused) return fail(refused);
  const { lanes, surface, start, steps, at } = program;
  const noise = program.noise && drawNoise(program.noise, steps, 2);
  const count = lanes.length;
  const each = lanes.map(({ rule, hyper }) => coefficientsOf[rule](hyper));
  const twice = (value: (coefficients: Coefficients, lane: number) => number): Tensor1D =>
    tensor1d([...each.map(value), ...each.map(value)]);
  const c = tidy(() => ({
    keepMean: twice(({ keepMean }) => keepMean),
    newMean: twice(({ newMean }) => newMean),
    keepSquare: twice(({ keepSquare }) => keepSquare),
    newSquare: twice(({ newSquare }) => newSquare),
    inside: twice(({ inside }) => inside),
    outside: twice(({ outside }) => outside),
    updates: twice(({ updates }) => updates),
    // Adadelta's ε stands in both of its roots.
    floor: twice(({ updates, inside }) => (updates === 0 ? 0 : inside)),
    ahead: twice(({ ahead }) => ahead),
  }));
  const isAhead = each.some(({ ahead }) => ahead !== 0);
  const hasUpdates = each.some(({ updates }) => updates !== 0);
  /** Adam's averages start at 0 and are divided by what their weights add up to so far. */
  const corrected = (part: "beta1" | "beta2", lane: number, step: number): number => {
    const { rule, hyper } = lanes[lane] as RaceProgram["lanes"][number];
    return rule === "adam" ? 1 - hyper[part] ** step : 1;
  };
  let state: State = tidy(() => {
    const theta = tensor1d([...lanes.map(() => start[0]), ...lanes.map(() => start[1])]);
    return { theta, mean: zerosLike(theta), squares: zerosLike(theta), updates: zerosLike(theta) };
  });
  const told: { step: number; theta: Float32Array; rates: Float32Array | null }[] = [];
  const left = lanes.map((): number | null => null);
  const wanted = new Set(at);
  if (wanted.has(0)) told.push({ step: 0, theta: state.theta.dataSync<"float32">(), rates: null });
  for (let step = 1; step <= steps; step += 1) {
    const { factor, ...next } = tidy(() => {
      const seen: Tensor1D = isAhead ? sub(state.theta, mul(c.ahead, state.mean)) : state.theta;
      const [x, y] = [slice(seen, [0], [count]), slice(seen, [count], [count])];
      const slope: Tensor1D = concat(gradientColumns(surface, [x, y], step));
      const [dx = 0, dy = 0] = noise?.[step - 1] ?? [];
      const gradient: Tensor1D = noise
        ? add(slope, tensor1d([...lanes.map(() => dx), ...lanes.map(() => dy)]))
        : slope;
      const mean: Tensor1D = add(mul(c.keepMean, state.mean), mul(c.newMean, gradient));
      const squares: Tensor1D = add(mul(c.keepSquare, state.squares), mul(c.newSquare, square(gradient)));
      const share = twice((_, lane) => corrected("beta2", lane, step));
      const root: Tensor1D = add(sqrt(add(div(squares, share), c.inside)), c.outside);
      const rate = twice((own, lane) => own.rate / corrected("beta1", lane, step));
      const top: Tensor1D = hasUpdates ? add(rate, mul(c.updates, sqrt(add(state.updates, c.floor)))) : rate;
      const factor: Tensor1D = div(top, root);
      const delta: Tensor1D = mul(factor, mean);
      const updates: Tensor1D = hasUpdates
        ? add(mul(c.keepSquare, state.updates), mul(c.newSquare, square(delta)))
        : state.updates.clone();
      return { theta: sub(state.theta, delta) as Tensor1D, mean, squares, updates, factor };
    });
    for (const tensor of Object.values(state)) tensor.dispose();
    state = next;
    const theta = state.theta.dataSync<"float32">();
    if (wanted.has(step)) {
      // Adam's own factor leaves out the correction of its first average, as in the definition of the effective rate.
      const rates = factor
        .dataSync<"float32">()
        .map((value, lane) => value * (lane < count ? corrected("beta1", lane, step) : 1));
      told.push({ step, theta, rates });
    }
    factor.dispose();
    for (let lane = 0; lane < count; lane += 1) {
      const isInside =
        Math.abs(theta[lane] ?? 0) <= farthest && Math.abs(theta[count + lane] ?? 0) <= farthest;
      if (left[lane] === null && !isInside) left[lane] = step;
    }
    if (left.every((beyond) => beyond !== null)) break;
  }
  for (const tensor of [...Object.values(state), ...Object.values(c)]) tensor.dispose();
  const ends = lanes.map((_, lane): RaceLane => {
    const own = told.filter(({ step }) => step < (left[lane] ?? Number.POSITIVE_INFINITY));
    const theta = own.map((each): [number, number] => [each.theta[lane] ?? 0, each.theta[count + lane] ?? 0]);
    return {
      theta,
      losses: tidy(() => {
        const columns = [0, 1].map((axis) => tensor1d(theta.map((place) => place[axis] ?? 0)));
        return [...surfaceLoss(surface, columns).dataSync()];
      }),
      rates: own.flatMap(({ rates }) => (rates ? [rates[lane] ?? 0] : [])),
      firstStepBeyond: left[lane] ?? null,
    };
  });
  return ok({ kind: "race", lanes: ends });
}
