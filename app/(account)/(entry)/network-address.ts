import { headers } from "next/headers";

/** The address a request came from, as the server in front of the pages wrote it down; the last entry is its own. */
export async function networkAddress(): Promise<string | null> {
  return (await headers()).get("x-forwarded-for")?.split(",").at(-1)?.trim() || null;
}
