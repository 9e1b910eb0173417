/** Where a visitor goes after signing in: the page they asked for, and never another site. */
const home = "/today";

export function landingOf(wanted: unknown): string {
  if (typeof wanted !== "string" || !wanted.startsWith("/")) return home;
  const here = "http://epoch.invalid";
  if (!URL.canParse(wanted, here)) return home;
  const { origin, pathname, search, hash } = new URL(wanted, here);
  return origin === here && !pathname.startsWith("//") ? pathname + search + hash : home;
}
