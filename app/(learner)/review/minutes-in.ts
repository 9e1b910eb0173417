/** A short session: 1 to 120 minutes; anything else is a whole one. */
export function minutesIn(wished: string | readonly string[] | null | undefined): number | null {
  const minutes = Number(wished ?? Number.NaN);
  return Number.isInteger(minutes) && minutes >= 1 && minutes <= 120 ? minutes : null;
}
