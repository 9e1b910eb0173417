import type { NextAuthOptions } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { asId, type SessionId } from "@/lib/core/ids";
import { addressIn } from "../http/address-in";
import { closeSession, personOfSession, sessionSeconds } from "../people/sessions";
import { signIn } from "../people/sign-in";
import { isSecure, sessionCookieName, sessionCookieOptions, theSecret } from "./session-token";

/** next-auth over our own sessions: its token carries a session id, and a revoked session is nobody's. */
export const authOptions = (): NextAuthOptions => ({
  secret: theSecret(),
  session: { strategy: "jwt", maxAge: sessionSeconds },
  useSecureCookies: isSecure(),
  cookies: { sessionToken: { name: sessionCookieName(), options: sessionCookieOptions() } },
  pages: { signIn: "/sign-in", signOut: "/settings", error: "/sign-in" },
  providers: [
    Credentials({
      credentials: { email: {}, password: {} },
      authorize: async (credentials, request) => {
        const { email, password } = credentials ?? {};
        if (typeof email !== "string" || typeof password !== "string") return null;
        const address = addressIn(request.headers?.["x-forwarded-for"]);
        const outcome = await signIn({ email, password, address }, Date.now());
        return outcome.ok ? { id: outcome.value.person.id, sid: outcome.value.sessionId } : null;
      },
    }),
  ],
  callbacks: {
    jwt: ({ token, user }) => (user && "sid" in user ? { sub: user.id, sid: user.sid } : token),
    session: async ({ session, token }) => {
      const person =
        typeof token.sid === "string" ? await personOfSession(asId<SessionId>(token.sid), Date.now()) : null;
      return person
        ? { expires: session.expires, user: { name: person.name, email: person.email } }
        : { expires: new Date(0).toISOString() };
    },
  },
  events: {
    signOut: async ({ token }) => {
      if (typeof token?.sid === "string") await closeSession(asId<SessionId>(token.sid), Date.now());
    },
  },
});
