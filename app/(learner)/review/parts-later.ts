/**
 * Parts of the review page that only some cards need. Each is fetched from this one place, so that what was fetched
 * ahead, while there was a connection, is what the page uses later.
 */
export const loadExerciseCard = () => import("./_exercise/exercise-card");
export const loadQuestionCard = () => import("./_question/question-card");
export const loadEditDialog = () => import("./edit-dialog");
export const loadReportDialog = () => import("./report-dialog");

/** Fetches what a card may need; a failure only means that it is fetched when it is needed. */
export const loadAhead = (): Promise<unknown> =>
  Promise.all([loadExerciseCard(), loadQuestionCard(), loadEditDialog(), loadReportDialog()]).catch(
    () => undefined,
  );
