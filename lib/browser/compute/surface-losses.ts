/** The loss surfaces, each written once on tensors; formulas as in core's surfaces. */
import { add, mul, square, sub, type Tensor1D } from "@tensorflow/tfjs-core";
import type { Surface } from "@/lib/core/compute/descent-program";

export const total = (parts: Tensor1D[]): Tensor1D => parts.reduce((one, other) => add(one, other));
const bealeConstants = [1.5, 2.25, 2.625];

/**
 * Losses at many places: `columns` has one tensor for each coordinate. With a step, counted from 1, the loss that this
 * step is shown: of the sparse one its second coordinate is seen at every n-th only.
 */
export function surfaceLoss(
  surface: Surface,
  columns: readonly Tensor1D[],
  step: number | null = null,
): Tensor1D {
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
    case "sparse": {
      const isSeen = step === null || step % surface.every === 0 ? 1 : 0;
      const [first, second] = surface.target;
      return mul(0.5, add(square(sub(x, first)), mul(isSeen, square(sub(y, second)))));
    }
  }
}

/** c − x + xyᵏ = c + x(yᵏ − 1) for the three constants, with yᵏ − 1, by multiplication: a power takes four times as long. */
export function bealeTerms(x: Tensor1D, y: Tensor1D): { off: Tensor1D; base: Tensor1D }[] {
  const squared: Tensor1D = square(y);
  const powers: Tensor1D[] = [y, squared, mul(squared, y)];
  return bealeConstants.map((constant, at) => {
    const base: Tensor1D = sub(powers[at] as Tensor1D, 1);
    return { off: add(mul(x, base), constant), base };
  });
}

/** c₀ + x(c₁ + x(c₂ + …)) at each of the places; no addition where a coefficient is 0. */
export function horner(coefficients: readonly number[], x: Tensor1D): Tensor1D {
  const last = coefficients.at(-1) ?? 0;
  const [next = 0, ...rest] = coefficients.slice(0, -1).reverse();
  if (coefficients.length < 2) return add(mul(0, x), last);
  return rest.reduce<Tensor1D>(
    (sum, coefficient) => (coefficient === 0 ? mul(sum, x) : add(mul(sum, x), coefficient)),
    next === 0 ? mul(last, x) : add(mul(last, x), next),
  );
}
