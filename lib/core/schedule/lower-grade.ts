import { type Grade, grades } from "./memory";

/** Whether `to` is a lower grade than `from`: a learner may be stricter than the machine, never milder. */
export const isLower = (to: Grade, from: Grade): boolean => grades.indexOf(to) < grades.indexOf(from);
