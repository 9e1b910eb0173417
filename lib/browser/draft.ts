/** What was typed on a card and not sent yet: kept in this tab, so that a reload loses nothing. */
const key = (card: string) => `epoch.draft.${card}`;

export const readDraft = (card: string): string | null => sessionStorage.getItem(key(card));
export const keepDraft = (card: string, text: string): void => sessionStorage.setItem(key(card), text);
export const forgetDraft = (card: string): void => sessionStorage.removeItem(key(card));
