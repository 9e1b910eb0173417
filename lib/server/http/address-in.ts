/**
 * The nearest address in X-Forwarded-For: what a proxy on this machine has seen, or the server itself, which lets no
 * header from elsewhere through (serve-pages.mjs).
 */
export function addressIn(forwarded: string | null | undefined): string | null {
  const last = forwarded?.split(",").at(-1)?.trim();
  return last ? last : null;
}
