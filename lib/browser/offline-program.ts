/** The service worker that keeps the program for times without a connection. Without a secure connection there is none. */
const answersWithinMs = 1_000;
let isOver = false;

/** Installs it, and has it fetch its page again where language, palette or keys are no longer those of this page. */
export async function keepProgram(): Promise<void> {
  const workers = navigator.serviceWorker;
  if (!workers || isOver) return;
  const registration = await workers.register("/sw.js").catch(() => null);
  const { lang, dataset } = document.documentElement;
  registration?.active?.postMessage({ lang, "data-theme": dataset.theme, "data-keys": dataset.keys });
}

/** This page is about to go: from now on it asks for nothing to be kept. */
export function endProgram(): void {
  isOver = true;
}

/** Removes it with everything that it kept. */
export async function forgetProgram(): Promise<void> {
  endProgram();
  const registration = await navigator.serviceWorker?.getRegistration().catch(() => undefined);
  if (!registration) return;
  // The worker itself, as it may just be keeping something; one that is being installed is.
  const { active, waiting, installing } = registration;
  await Promise.all([active, waiting, installing].map((worker) => worker && forgottenBy(worker)));
  await registration.unregister();
}

/** Ends when the worker has dropped what it kept, or does not answer. */
const forgottenBy = (worker: ServiceWorker): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    const patience = setTimeout(resolve, answersWithinMs);
    port1.onmessage = () => {
      clearTimeout(patience);
      resolve();
    };
    worker.postMessage("forget", [port2]);
  });
