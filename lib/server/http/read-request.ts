import type { z } from "zod";
import { fail, ok, type Result } from "@/lib/core/result";

export interface RequestFailure {
  kind: "forbidden" | "bad-request" | "too-large";
}

/** Characters; enough for everything but notes. */
const usualBody = 16_384;

/** Whether a request that changes something comes from a page of this site (or from no page at all, as in a script). */
function isOwn(request: Request): boolean {
  const site = request.headers.get("sec-fetch-site");
  if (site !== null) return site === "same-origin" || site === "none";
  const origin = request.headers.get("origin");
  if (origin === null) return true;
  return URL.canParse(origin) && new URL(origin).host === request.headers.get("host");
}

/** The JSON body of a same-site request in the expected form, or why it is refused. */
export async function readRequest<Body>(
  request: Request,
  form: z.ZodType<Body>,
  largestBody = usualBody,
): Promise<Result<Body, RequestFailure>> {
  if (!isOwn(request)) return fail({ kind: "forbidden" });
  const type = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
  if (type !== "application/json") return fail({ kind: "bad-request" });
  if (Number(request.headers.get("content-length") ?? 0) > largestBody) return fail({ kind: "too-large" });
  const text = await request.text();
  if (text.length > largestBody) return fail({ kind: "too-large" });
  try {
    const parsed = form.safeParse(JSON.parse(text));
    return parsed.success ? ok(parsed.data) : fail({ kind: "bad-request" });
  } catch {
    return fail({ kind: "bad-request" });
  }
}
