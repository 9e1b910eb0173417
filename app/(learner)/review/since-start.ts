const roundMinutes = 5;

/** "4:07" or "1:02:30", and at every fifth minute, for as long as it lasts, how many are up. */
export function sinceStart(seconds: number): { clock: string; minutesUp: number | null } {
  const minutes = Math.floor(seconds / 60);
  const parts = [minutes % 60, seconds % 60].map((part) => String(part).padStart(2, "0"));
  const clock = minutes < 60 ? `${minutes}:${parts[1]}` : `${Math.floor(minutes / 60)}:${parts.join(":")}`;
  return { clock, minutesUp: minutes > 0 && minutes % roundMinutes === 0 ? minutes : null };
}
