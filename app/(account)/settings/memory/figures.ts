/** How the numbers of this page are written. */
export const percentText = (share: number): string => `${Math.round(share * 100)}%`;

/** One decimal below ten minutes. */
export const minutesText = (minutes: number): string => minutes.toFixed(minutes < 9.95 ? 1 : 0);

export const lossText = (loss: number): string => loss.toFixed(3);
