/** Values and gradients of the loss surfaces on tensors; formulas as in core's surfaces. */
import {
  add,
  concat,
  mul,
  neg,
  pow,
  reshape,
  scalar,
  slice,
  square,
  sub,
  sum,
  type Tensor1D,
  tensor1d,
} from "@tensorflow/tfjs-core";
import type { Surface } from "@/lib/core/compute/descent-program";

const total = (parts: Tensor1D[]): Tensor1D => parts.reduce((one, other) => add(one, other));
const bealeConstants = [1.5, 2.25, 2.625];

/** 1 − x, c − x + xyᵏ and the rest are written with one-element tensors, so that every digit is float32's. */
const coordinate = (theta: Tensor1D, at: number): Tensor1D => slice(theta, [at], [1]);
const power = (base: Tensor1D, exponent: number): Tensor1D =>
  exponent === 0 ? tensor1d([1]) : pow(base, scalar(exponent, "int32"));

export function surfaceValue(surface: Surface, theta: Tensor1D): Tensor1D {
  const [x, y] = [coordinate(theta, 0), theta.size > 1 ? coordinate(theta, 1) : coordinate(theta, 0)];
  switch (surface.name) {
    case "quadratic":
      return reshape(sum(mul(0.5, mul(tensor1d(surface.curvature), square(theta)))), [1]);
    case "rosenbrock":
      return add(square(sub(1, x)), mul(100, square(sub(y, square(x)))));
    case "beale":
      return total(bealeConstants.map((constant, at) => square(bealeTerm(constant, x, y, at + 1))));
    case "saddle":
      return sub(square(x), square(y));
    case "polynomial":
      return horner(surface.coefficients, x);
    case "sparse":
      return reshape(sum(mul(0.5, square(sub(theta, tensor1d(surface.target))))), [1]);
  }
}

const bealeTerm = (constant: number, x: Tensor1D, y: Tensor1D, exponent: number): Tensor1D =>
  add(sub(constant, x), mul(x, power(y, exponent)));

const horner = (coefficients: readonly number[], x: Tensor1D): Tensor1D =>
  coefficients.reduceRight<Tensor1D>((sum, coefficient) => add(mul(sum, x), coefficient), tensor1d([0]));

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
