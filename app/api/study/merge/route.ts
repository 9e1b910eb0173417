import { z } from "zod";
import { answerAct } from "@/app/api/_http/answer-act";
import { mergeAnswers } from "@/lib/server/study/merge-answers";
import { answerShape, setShape } from "../_answer-shape";

const instant = z.int().min(0);
const form = z.object({
  set: setShape,
  sentAt: instant,
  answers: z
    .array(answerShape.extend({ at: instant }))
    .min(1)
    .max(100),
});

export function POST(request: Request): Promise<Response> {
  return answerAct(request, form, mergeAnswers, { largestBody: 400_000 });
}
