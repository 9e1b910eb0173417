/** The service worker that keeps the program for times without a connection. Without a secure connection there is none. */
const caches = () => (typeof window === "undefined" ? undefined : window.caches);

/** Installs it, and has it fetch its page again where language, palette or keys are no longer those of this page. */
export async function keepProgram(): Promise<void> {
  const workers = navigator.serviceWorker;
  if (!workers) return;
  const registration = await workers.register("/sw.js").catch(() => null);
  const { lang, dataset } = document.documentElement;
  registration?.active?.postMessage({ lang, "data-theme": dataset.theme, "data-keys": dataset.keys });
}

/** Removes it with everything that it kept. */
export async function forgetProgram(): Promise<void> {
  try {
    await (await navigator.serviceWorker?.getRegistration())?.unregister();
    const names = (await caches()?.keys()) ?? [];
    await Promise.all(
      names.filter((name) => name.startsWith("epoch ")).map((name) => caches()?.delete(name)),
    );
  } catch {
    // A browser that keeps nothing has nothing to forget.
  }
}
