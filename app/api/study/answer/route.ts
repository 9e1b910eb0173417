import { answerAct } from "@/app/api/_http/answer-act";
import { openQueue } from "@/lib/server/study/open-queue";
import { recordAnswer } from "@/lib/server/study/record-answer";
import { answerShape } from "../_answer-shape";

export function POST(request: Request): Promise<Response> {
  return answerAct(request, answerShape, recordAnswer, {
    extra: async (kind, person, now) => (kind === "stale" ? { head: await openQueue(person, now) } : {}),
  });
}
