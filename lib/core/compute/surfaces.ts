/** Values and gradients of the loss surfaces in plain float64, written out from their formulas. */
import type { Surface } from "./descent-program";

/** Coordinates that a surface has; null where it takes as many as it is given. */
export function coordinatesOf(surface: Surface): number {
  if (surface.name === "quadratic") return surface.curvature.length;
  return surface.name === "polynomial" ? 1 : 2;
}

const beale = [1.5, 2.25, 2.625];

export function valueAt(surface: Surface, theta: readonly number[]): number {
  const [x = 0, y = 0] = theta;
  switch (surface.name) {
    case "quadratic":
      return surface.curvature.reduce((sum, a, at) => sum + 0.5 * a * (theta[at] ?? 0) ** 2, 0);
    case "rosenbrock":
      return (1 - x) ** 2 + 100 * (y - x * x) ** 2;
    case "beale":
      return beale.reduce((sum, constant, at) => sum + (constant - x + x * y ** (at + 1)) ** 2, 0);
    case "saddle":
      return x * x - y * y;
    case "double-well":
      return (x * x - 1) ** 2 + y * y + surface.tilt * x;
    case "polynomial":
      return surface.coefficients.reduceRight((sum, coefficient) => sum * x + coefficient, 0);
    case "sparse":
      return 0.5 * (x - surface.target[0]) ** 2 + 0.5 * (y - surface.target[1]) ** 2;
  }
}

/** Gradient at θ for the update of this step, counted from 1. */
export function gradientAt(surface: Surface, theta: readonly number[], step: number): number[] {
  const [x = 0, y = 0] = theta;
  switch (surface.name) {
    case "quadratic":
      return surface.curvature.map((a, at) => a * (theta[at] ?? 0));
    case "rosenbrock":
      return [-2 * (1 - x) - 400 * x * (y - x * x), 200 * (y - x * x)];
    case "beale":
      return beale.reduce<[number, number]>(
        ([dx, dy], constant, at) => {
          const power = at + 1;
          const off = constant - x + x * y ** power;
          return [dx + 2 * off * (y ** power - 1), dy + 2 * off * x * power * y ** at];
        },
        [0, 0],
      );
    case "saddle":
      return [2 * x, -2 * y];
    case "double-well":
      return [4 * x * (x * x - 1) + surface.tilt, 2 * y];
    case "polynomial":
      return [
        surface.coefficients.reduceRight(
          (sum, coefficient, at) => (at === 0 ? sum : sum * x + at * coefficient),
          0,
        ),
      ];
    case "sparse":
      return [x - surface.target[0], step % surface.every === 0 ? y - surface.target[1] : 0];
  }
}
