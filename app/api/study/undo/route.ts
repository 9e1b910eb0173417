import { z } from "zod";
import { answerAct } from "@/app/api/_http/answer-act";
import type { ReviewId } from "@/lib/core/ids";
import { undoReview } from "@/lib/server/study/undo-review";
import { setShape } from "../_answer-shape";

const form = z.object({
  reviewId: z.uuid().transform((id) => id.toLowerCase() as ReviewId),
  set: setShape,
});

export function POST(request: Request): Promise<Response> {
  return answerAct(request, form, (person, { reviewId, set }, now) => undoReview(person, reviewId, now, set));
}
