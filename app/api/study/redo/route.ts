import { z } from "zod";
import { answerAct } from "@/app/api/_http/answer-act";
import { redoReview } from "@/lib/server/study/redo-review";
import { setShape } from "../_answer-shape";

export function POST(request: Request): Promise<Response> {
  return answerAct(request, z.object({ set: setShape }), (person, { set }, now) =>
    redoReview(person, now, set),
  );
}
