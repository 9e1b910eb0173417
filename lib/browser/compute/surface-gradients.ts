/** Values and gradients of the loss surfaces on tensors; formulas as in core's surfaces. */
import {
  add,
  concat,
  mul,
  neg,
  pow,
  scalar,
  slice,
  square,
  sub,
  type Tensor1D,
  tensor1d,
} from "@tensorflow/tfjs-core";
import type { Surface } from "@/lib/core/compute/descent-program";

const total = (parts: Tensor1D[]): Tensor1D => parts.reduce((one, other) => add(one, other));
const bealeConstants = [1.5, 2.25, 2.625];

/** 1 − x, c − x + xyᵏ and the rest are written with one-element tensors, so that every digit is float32's. */
const coordinate = (theta: Tensor1D, at: number): Tensor1D =>
  theta.size === 1 ? theta : slice(theta, [at], [1]);
const power = (base: Tensor1D, exponent: number): Tensor1D =>
  exponent === 0 ? tensor1d([1]) : pow(base, scalar(exponent, "int32"));

/** Values at many places: `columns` has one tensor for each coordinate. */
export function surfaceValue(surface: Surface, columns: readonly Tensor1D[]): Tensor1D {
  const [x, y] = [columns[0] as Tensor1D, (columns[1] ?? columns[0]) as Tensor1D];
  switch (surface.name) {
    case "quadratic":
      return total(columns.map((each, axis) => mul((surface.curvature[axis] ?? 0) / 2, square(each))));
    case "rosenbrock":
      return add(square(sub(1, x)), mul(100, square(sub(y, square(x)))));
    case "beale":
      return total(bealeConstants.map((constant, at) => square(bealeTerm(constant, x, y, at + 1))));
    case "saddle":
      return sub(square(x), square(y));
    case "polynomial":
      return horner(surface.coefficients, x);
    case "sparse":
      return mul(0.5, total(columns.map((each, axis) => square(sub(each, surface.target[axis] ?? 0)))));
  }
}

const bealeTerm = (constant: number, x: Tensor1D, y: Tensor1D, exponent: number): Tensor1D =>
  add(sub(constant, x), mul(x, power(y, exponent)));

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

export function surfaceGradient(surface: Surface, theta: Tensor1D, step: number): Tensor1D {
  const [x, y] = [coordinate(theta, 0), theta.size > 1 ? coordinate(theta, 1) : coordinate(theta, 0)];
  switch (surface.name) {
    case "quadratic":
      return mul(tensor1d(surface.curvature), theta);
    case "rosenbrock": {
      const valley: Tensor1D = sub(y, square(x));
      return concat([sub(mul(-2, sub(1, x)), mul(400, mul(x, valley))), mul(200, valley)]);
    }
    case "beale": {
      const parts = bealeConstants.map((constant, at) => {
        const off = bealeTerm(constant, x, y, at + 1);
        return [
          mul(mul(2, off), sub(power(y, at + 1), 1)),
          mul(mul(2, off), mul(mul(x, at + 1), power(y, at))),
        ] as [Tensor1D, Tensor1D];
      });
      return concat([total(parts.map(([dx]) => dx)), total(parts.map(([, dy]) => dy))]);
    }
    case "saddle":
      return concat([mul(2, x), neg(mul(2, y))]);
    case "polynomial":
      return horner(surface.coefficients.map((coefficient, at) => coefficient * at).slice(1), x);
    case "sparse": {
      const away: Tensor1D = sub(theta, tensor1d(surface.target));
      return mul(away, tensor1d([1, step % surface.every === 0 ? 1 : 0]));
    }
  }
}
