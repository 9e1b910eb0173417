import { forgetNotesDrafts } from "./import-api";
import { forgetKept } from "./kept";
import { forgetProgram } from "./offline-program";
import { tellTabs } from "./tabs";

/** Leaves nothing of a learner in this browser. Every tab, this one too, drops its drafts and leaves when it hears of it. */
export async function forgetLearner(userId: string): Promise<void> {
  forgetNotesDrafts(userId);
  await forgetKept(userId);
  await forgetProgram();
  tellTabs("signed-out");
}
