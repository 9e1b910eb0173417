/** Values and gradients of the loss surfaces on tensors; formulas as in core's surfaces. */
import { add, concat, mul, slice, square, sub, type Tensor1D } from "@tensorflow/tfjs-core";
import type { Surface } from "@/lib/core/compute/descent-program";

const total = (parts: Tensor1D[]): Tensor1D => parts.reduce((one, other) => add(one, other));
const bealeConstants = [1.5, 2.25, 2.625];

/** 1 − x, c − x + xyᵏ and the rest are written with one-element tensors, so that every digit is float32's. */
const coordinate = (theta: Tensor1D, at: number): Tensor1D =>
  theta.size === 1 ? theta : slice(theta, [at], [1]);
/** Values at many places: `columns` has one tensor for each coordinate. */
export function surfaceValue(surface: Surface, columns: readonly Tensor1D[]): Tensor1D {
  const [x, y] = [columns[0] as Tensor1D, (columns[1] ?? columns[0]) as Tensor1D];
  switch (surface.name) {
    case "quadratic":
      return total(columns.map((each, axis) => mul((surface.curvature[axis] ?? 0) / 2, square(each))));
    case "rosenbrock":
      return add(square(sub(1, x)), mul(100, square(sub(y, square(x)))));
    case "beale":
      return total(bealeTerms(x, y).map(({ off }) => square(off)));
    case "saddle":
      return sub(square(x), square(y));
    case "double-well":
      return add(add(square(sub(square(x), 1)), square(y)), mul(surface.tilt, x));
    case "polynomial":
      return horner(surface.coefficients, x);
    case "sparse":
      return mul(0.5, total(columns.map((each, axis) => square(sub(each, surface.target[axis] ?? 0)))));
  }
}

/** c − x + xyᵏ = c + x(yᵏ − 1) for the three constants, with yᵏ − 1, by multiplication: a power takes four times as long. */
function bealeTerms(x: Tensor1D, y: Tensor1D): { off: Tensor1D; base: Tensor1D }[] {
  const squared: Tensor1D = square(y);
  const powers: Tensor1D[] = [y, squared, mul(squared, y)];
  return bealeConstants.map((constant, at) => {
    const base: Tensor1D = sub(powers[at] as Tensor1D, 1);
    return { off: add(mul(x, base), constant), base };
  });
}

/** c₀ + x(c₁ + x(c₂ + …)) at each of the places; no addition where a coefficient is 0. */
function horner(coefficients: readonly number[], x: Tensor1D): Tensor1D {
  const last = coefficients.at(-1) ?? 0;
  const [next = 0, ...rest] = coefficients.slice(0, -1).reverse();
  if (coefficients.length < 2) return add(mul(0, x), last);
  return rest.reduce<Tensor1D>(
    (sum, coefficient) => (coefficient === 0 ? mul(sum, x) : add(mul(sum, x), coefficient)),
    next === 0 ? mul(last, x) : add(mul(last, x), next),
  );
}

/** Gradient at one place for the update of this step, counted from 1. */
export function surfaceGradient(surface: Surface, theta: Tensor1D, step: number): Tensor1D {
  const columns = Array.from({ length: theta.size }, (_, at) => coordinate(theta, at));
  const [first, ...rest] = gradientColumns(surface, columns, step);
  return rest.length === 0 ? (first as Tensor1D) : concat([first as Tensor1D, ...rest]);
}

/** Gradients at many places: one tensor for each coordinate goes in, and one comes out. */
export function gradientColumns(surface: Surface, columns: readonly Tensor1D[], step: number): Tensor1D[] {
  const [x, y] = [columns[0] as Tensor1D, (columns[1] ?? columns[0]) as Tensor1D];
  switch (surface.name) {
    case "quadratic":
      return columns.map((each, axis) => mul(surface.curvature[axis] ?? 0, each));
    case "rosenbrock": {
      const valley: Tensor1D = sub(y, square(x));
      return [sub(mul(-2, sub(1, x)), mul(400, mul(x, valley))), mul(200, valley)];
    }
    case "beale": {
      const terms = bealeTerms(x, y);
      const [first, second, third] = terms.map(({ off }) => off) as [Tensor1D, Tensor1D, Tensor1D];
      const dx = total(terms.map(({ off, base }) => mul(off, base)));
      // x(off₁ + y(2 off₂ + 3y off₃)): few operations, and a sum of two takes half as long as a number times a tensor.
      const dy: Tensor1D = mul(x, add(first, mul(y, add(add(second, second), mul(y, mul(3, third))))));
      return [mul(2, dx), mul(2, dy)];
    }
    case "saddle":
      return [mul(2, x), mul(-2, y)];
    case "double-well":
      return [add(mul(mul(4, x), sub(square(x), 1)), surface.tilt), mul(2, y)];
    case "polynomial":
      return [horner(surface.coefficients.map((coefficient, at) => coefficient * at).slice(1), x)];
    case "sparse": {
      const isSeen = step % surface.every === 0 ? 1 : 0;
      return [sub(x, surface.target[0]), mul(isSeen, sub(y, surface.target[1]))];
    }
  }
}
