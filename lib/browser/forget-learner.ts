import { forgetDrafts } from "./draft";
import { forgetNotesDrafts } from "./import-api";
import { forgetKept } from "./kept";
import { forgetProgram } from "./offline-program";
import { tellTabs } from "./tabs";

/**
 * Leaves nothing of a learner in this browser and goes to the page for whoever comes next. Every other tab drops its drafts
 * and leaves too when it hears of it.
 */
export async function forgetLearner(userId: string): Promise<never> {
  forgetNotesDrafts(userId);
  await forgetKept(userId);
  await forgetProgram();
  tellTabs("signed-out");
  // As a whole, not in place: the service worker of this page would keep parts of the next one.
  return leave();
}

/** Drops what was typed in this tab, and the page with it. */
export async function leave(): Promise<never> {
  forgetDrafts();
  location.replace("/sign-in");
  return new Promise(() => undefined);
}
