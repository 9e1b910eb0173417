import { apiQueue } from "@/lib/server/study/api-card";
import { refuseAllBut } from "../../_http/refuse";
import { answerCall, refusal } from "../_answer";
import { queueQuery } from "../_shapes";

export const { POST, PUT, PATCH, DELETE, OPTIONS } = refuseAllBut("GET");

export function GET(request: Request): Promise<Response> {
  return answerCall(request, "read", async (person, now) => {
    const query = queueQuery.safeParse(Object.fromEntries(new URL(request.url).searchParams));
    if (!query.success) return refusal("bad-request", person);
    const { limit, locale = person.locale } = query.data;
    return { status: 200, body: await apiQueue(person, { limit, locale, now }) };
  });
}
