/** The browser's own storage. Where it is blocked or full the page goes on without it: the server has what it acknowledged. */
function attempt<Value>(act: () => Value): Value | null {
  try {
    return act();
  } catch {
    return null;
  }
}

export const keep = (key: string, text: string): void => void attempt(() => localStorage.setItem(key, text));
export const kept = (key: string): string | null => attempt(() => localStorage.getItem(key));
export const forget = (key: string): void => void attempt(() => localStorage.removeItem(key));

/** The same for what ends with this tab. */
export const keepInTab = (key: string, text: string): void =>
  void attempt(() => sessionStorage.setItem(key, text));
export const keptInTab = (key: string): string | null => attempt(() => sessionStorage.getItem(key));
export const forgetInTab = (key: string): void => void attempt(() => sessionStorage.removeItem(key));

const forgetAllIn = (storage: () => Storage, prefix: string): void =>
  void attempt(() => {
    for (const key of Object.keys(storage())) if (key.startsWith(prefix)) storage().removeItem(key);
  });

/** Forgets what is kept under keys that begin so, in this browser or in this tab. */
export const forgetAll = (prefix: string): void => forgetAllIn(() => localStorage, prefix);
export const forgetAllInTab = (prefix: string): void => forgetAllIn(() => sessionStorage, prefix);
