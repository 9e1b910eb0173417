/** The name of the form's field for one limit of one course. */
export const courseField = (limit: string, courseId: string): string => `${limit} ${courseId}`;
