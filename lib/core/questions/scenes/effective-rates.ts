import type { Method } from "../../compute/effective-rates-program";
import type { Text } from "../../text";

export interface RateCurve {
  /** Id of the option, or "adagrad" for the curve that all are compared with. */
  id: string;
  label: Text;
  method: Method;
  /** η_eff at the steps of the scene. */
  rates: number[];
  /** η_eff(T) / η_eff(T/10). */
  kept: number;
  /** η_eff(T) with all gradients times 10, over η_eff(T). */
  scaled: number;
  isAdaptive: boolean;
  isKept: boolean;
  isRight: boolean;
}

export interface EffectiveRatesScene {
  kind: "effective-rates";
  steps: number[];
  /** T and T/10, where the ratio is taken. */
  compared: [from: number, to: number];
  curves: RateCurve[];
}

/** How far a slope on the plot may be off −½ beside a line that says it. */
const tolerance = 0.05;

/** Adagrad's curve where it falls as 1/√t does, so that a line of slope −½ may stand beside it; else null. */
export function fallingAsRoot({ compared: [from, to], curves }: EffectiveRatesScene): RateCurve | null {
  const adagrad = curves.find(({ id }) => id === "adagrad");
  const slope = Math.log(adagrad?.kept ?? Number.NaN) / Math.log(to / from);
  return adagrad && Math.abs(slope + 0.5) < tolerance ? adagrad : null;
}
