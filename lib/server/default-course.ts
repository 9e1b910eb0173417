/** The course that every account starts with, and the folder it is made from. */
export const defaultCourseSlug = "deep-learning";
