import { z } from "zod";
import { answerAct } from "@/app/api/_http/answer-act";
import type { ReviewId } from "@/lib/core/ids";
import { grades } from "@/lib/core/schedule/memory";
import { lowerGrade } from "@/lib/server/study/lower-grade";
import { setShape } from "../_answer-shape";

const form = z.object({
  set: setShape,
  reviewId: z.uuid().transform((id) => id.toLowerCase() as ReviewId),
  grade: z.enum(grades),
});

export function POST(request: Request): Promise<Response> {
  return answerAct(request, form, lowerGrade);
}
