import { z } from "zod";
import { answerAct } from "@/app/api/_http/answer-act";
import type { ReviewId } from "@/lib/core/ids";
import { nameSlip } from "@/lib/server/study/name-slip";
import { setShape } from "../_answer-shape";

const form = z.object({
  set: setShape,
  reviewId: z.uuid().transform((id) => id.toLowerCase() as ReviewId),
  slip: z.string().min(1).max(100),
});

export function POST(request: Request): Promise<Response> {
  return answerAct(request, form, nameSlip);
}
