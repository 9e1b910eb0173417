import { z } from "zod";
import { answerAct } from "@/app/api/_http/answer-act";
import { ok } from "@/lib/core/result";
import { fitProgress } from "@/lib/server/fit/fit-job";

/** How far the learner's fit is, asked again and again while the page shows it. */
export function POST(request: Request): Promise<Response> {
  return answerAct(request, z.object({}), async (person) => ok(fitProgress(person.id)));
}
