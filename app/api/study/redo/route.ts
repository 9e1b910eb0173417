import { z } from "zod";
import { answerAct } from "@/app/api/_http/answer-act";
import { redoReview } from "@/lib/server/study/redo-review";

export function POST(request: Request): Promise<Response> {
  return answerAct(request, z.object({}), (person, _, now) => redoReview(person, now));
}
