import { z } from "zod";
import { answerAct } from "@/app/api/_http/answer-act";
import { mergeAnswers } from "@/lib/server/study/merge-answers";
import { answerShape, setShape } from "../_answer-shape";

const instant = z.int().min(0);
const keptShape = answerShape.extend({ at: instant });
const namedShape = z.object({ id: z.string() });
/** Each is read for itself, so that one that cannot be read keeps no other back. */
const form = z.object({
  set: setShape,
  sentAt: instant,
  answers: z
    .array(
      z.unknown().transform((sent) => ({
        id: namedShape.safeParse(sent).data?.id ?? null,
        input: keptShape.safeParse(sent).data ?? null,
      })),
    )
    .min(1)
    .max(100),
});

export function POST(request: Request): Promise<Response> {
  return answerAct(request, form, mergeAnswers, { largestBody: 400_000 });
}
