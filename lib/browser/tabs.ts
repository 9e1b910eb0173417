/** Word between the tabs of this browser: what is kept has changed, or its learner signed out. */
export type Word = "kept" | "signed-out";

const name = "epoch";
let speaker: BroadcastChannel | null = null;

/** Reaches every listener, in this tab and in others. */
export function tellTabs(word: Word): void {
  if (typeof BroadcastChannel === "undefined") return;
  speaker ??= new BroadcastChannel(name);
  speaker.postMessage(word);
}

/** @returns what ends the listening. */
export function hearTabs(word: Word, hear: () => void): () => void {
  if (typeof BroadcastChannel === "undefined") return () => undefined;
  const channel = new BroadcastChannel(name);
  channel.onmessage = ({ data }) => {
    if (data === word) hear();
  };
  return () => channel.close();
}
