export interface Range {
  low: number;
  high: number;
}

/** Two-sided 95 %. */
const z = 1.959964;

/**
 * The Wilson score interval: where the true share lies with 95 % confidence when `hits` of `trials` were seen. Unlike
 * the usual one it stays within 0 to 1 and holds for few trials. Wilson 1927, J. Am. Stat. Assoc. 22.
 * @param trials at least 1
 */
export function wilsonRange(hits: number, trials: number): Range {
  const share = hits / trials;
  const spread = z * Math.sqrt((share * (1 - share)) / trials + (z * z) / (4 * trials * trials));
  const middle = share + (z * z) / (2 * trials);
  const whole = 1 + (z * z) / trials;
  return { low: Math.max(0, (middle - spread) / whole), high: Math.min(1, (middle + spread) / whole) };
}
