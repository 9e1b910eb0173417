import { answerAct } from "@/app/api/_http/answer-act";
import { openHead } from "@/lib/server/study/open-head";
import { recordAnswer } from "@/lib/server/study/record-answer";
import { answerShape } from "../_answer-shape";

export function POST(request: Request): Promise<Response> {
  return answerAct(request, answerShape, recordAnswer, {
    extra: async (kind, { person, body, now }) =>
      kind === "stale" ? { head: await openHead(person, now, body) } : {},
  });
}
