import "server-only";
import { cache } from "react";
import type { Person } from "@/lib/core/people/person";
import { sessionOfBrowser } from "../auth/session-cookie";
import { personOfSession } from "./sessions";

/** Who asks for this page, or null when nobody is signed in. Looked up once a request. */
export const currentUser = cache(async (): Promise<Person | null> => {
  const sessionId = await sessionOfBrowser();
  return sessionId ? personOfSession(sessionId, Date.now()) : null;
});
