/** What was typed on a card and not sent yet: kept in this tab under user and card, so that a reload loses nothing. */
import { forgetAllInTab, forgetInTab, keepInTab, keptInTab } from "./storage";

const key = (card: string) => `epoch.draft.${card}`;

export const readDraft = (card: string): string | null => keptInTab(key(card));
export const keepDraft = (card: string, text: string): void => keepInTab(key(card), text);
export const forgetDraft = (card: string): void => forgetInTab(key(card));

/** Drafts must not greet the next person at this device: everything typed in this tab goes, practice included. */
export const forgetDrafts = (): void => forgetAllInTab(key(""));
