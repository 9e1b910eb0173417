/** The nearest address in X-Forwarded-For: what the proxy in front of us, or the server itself, has seen. */
export function addressIn(forwarded: string | null | undefined): string | null {
  const last = forwarded?.split(",").at(-1)?.trim();
  return last ? last : null;
}
