import type { StudyDay } from "../study-day";

/** Cards asked for beyond the limits of one study day. */
export interface ExtraToday {
  day: StudyDay;
  new: number;
  reviews: number;
}

/** What is left of it on `today`: nothing once the day is over. */
export const extraOn = (extra: ExtraToday | null, today: StudyDay): { new: number; reviews: number } =>
  extra?.day === today ? { new: extra.new, reviews: extra.reviews } : { new: 0, reviews: 0 };
