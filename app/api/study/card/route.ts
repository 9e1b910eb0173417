import { z } from "zod";
import { answerAct } from "@/app/api/_http/answer-act";
import type { CardId } from "@/lib/core/ids";
import { cardActs, setAside } from "@/lib/server/study/set-aside";
import { setShape } from "../_answer-shape";

const form = z.object({
  set: setShape,
  cardId: z
    .string()
    .min(1)
    .max(500)
    .transform((id) => id as CardId),
  act: z.enum(cardActs),
});

export function POST(request: Request): Promise<Response> {
  return answerAct(request, form, setAside);
}
