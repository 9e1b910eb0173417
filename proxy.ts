import { type NextRequest, NextResponse } from "next/server";
import { completeAddress } from "@/app/complete-address";
import { isSecure, sessionCookieName, sessionIdIn } from "@/lib/server/auth/session-token";

/** Pages that anyone may open; every other page asks for a signed-in visitor. */
const openPages = new Set(["/sign-in", "/register"]);

/** A calendar program cannot sign in: the address itself holds the secret. */
const isOpen = (pathname: string): boolean => openPages.has(pathname) || pathname.startsWith("/calendar/");

const isDevelopment = process.env.NODE_ENV === "development";

/** Only scripts that this response names may run; styles come from our own files, attributes set by React aside. */
function policyFor(nonce: string): string {
  const directives = [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ""}`,
    `style-src 'self'${isDevelopment ? " 'unsafe-inline'" : ""}`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ];
  return directives.join("; ");
}

/** A token that this server signed and that has not run out; whether it was revoked, the page itself asks. */
const hasToken = async (request: NextRequest): Promise<boolean> =>
  (await sessionIdIn(request.cookies.get(sessionCookieName())?.value)) !== null;

export async function proxy(request: NextRequest): Promise<NextResponse> {
  const { pathname, search } = request.nextUrl;
  if (!isOpen(pathname) && !(await hasToken(request))) {
    const target = request.nextUrl.clone();
    target.pathname = "/sign-in";
    target.search = pathname === "/" ? "" : `?${new URLSearchParams({ to: pathname + search })}`;
    return NextResponse.redirect(target);
  }
  const complete = completeAddress(request.nextUrl, Date.now(), Math.random());
  if (complete) return NextResponse.redirect(new URL(complete, request.nextUrl));
  const nonce = btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(16))));
  const policy = policyFor(nonce);
  const headers = new Headers(request.headers);
  headers.set("Content-Security-Policy", policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("Content-Security-Policy", policy);
  response.headers.set("Cache-Control", "private, no-store");
  if (isSecure()) response.headers.set("Strict-Transport-Security", "max-age=63072000; includeSubDomains");
  return response;
}

export const config = {
  matcher: ["/((?!api/|_next/|icon\\.svg|sw\\.js$|.*\\.(?:png|svg|ico|txt|webmanifest)$).*)"],
};
