/** Gradients of the loss surfaces: by automatic differentiation, and in closed form for many lanes at once. */
import { add, concat, grads, mul, slice, square, sub, type Tensor1D } from "@tensorflow/tfjs-core";
import type { Surface } from "@/lib/core/compute/descent-program";
import { registerLossGradients } from "./loss-gradients";
import { bealeTerms, horner, surfaceLoss, total } from "./surface-losses";

/** Gradient at one place for the update of this step, counted from 1: TensorFlow.js differentiates the loss itself. */
export function surfaceGradient(surface: Surface, theta: Tensor1D, step: number): Tensor1D {
  registerLossGradients();
  const columns = Array.from({ length: theta.size }, (_, at): Tensor1D => slice(theta, [at], [1]));
  const slopes = grads((...seen) => surfaceLoss(surface, seen as Tensor1D[], step))(columns);
  return concat(slopes as Tensor1D[]);
}

/**
 * Gradients at many places: one tensor for each coordinate goes in, and one comes out. The formulas are written out,
 * which takes a third of the kernels that differentiating does; a race of seven has no time for more.
 */
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
