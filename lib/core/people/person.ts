/** Who a person is to the product: role, place and preferences. How they prove it is the server's business. */
import type { UserId } from "../ids";
import type { ExtraToday } from "../study/extra-today";
import { type OwnWeights, type StudyRules, usualRules } from "../study/study-rules";
import type { Locale } from "../text";

export const roles = ["student", "instructor", "admin"] as const;
export type Role = (typeof roles)[number];

export const themes = ["system", "light", "dark"] as const;
export type Theme = (typeof themes)[number];

export interface Person {
  id: UserId;
  email: string;
  name: string;
  role: Role;
  /** IANA name ("Asia/Seoul"). */
  zone: string;
  locale: Locale;
  theme: Theme;
  /** Hour of the local day at which the study day turns, 0 to 23. */
  rolloverHour: number;
  newPerDay: number;
  reviewsPerDay: number;
  /** What the learner set apart from the usual rules; `rulesOf` has them all. */
  rules: Partial<StudyRules>;
  extra: ExtraToday | null;
  weights: OwnWeights;
}

/** How this person studies. */
export const rulesOf = ({ rules }: Pick<Person, "rules">): StudyRules => ({ ...usualRules, ...rules });

/** An administrator is an instructor as well. */
export const mayTeach = (person: Pick<Person, "role">): boolean => person.role !== "student";
