import { createRng, seedOf } from "../rng";
import type { StudyDay } from "../study-day";

/** A number in [0, 1) to shuffle by: another order every day, the same one all day and on every device. */
export const shuffleKey = (id: string, today: StudyDay): number => createRng(seedOf(`${today}:${id}`)).real();
