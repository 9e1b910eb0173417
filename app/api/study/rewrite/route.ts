import { z } from "zod";
import { answerAct } from "@/app/api/_http/answer-act";
import type { CardId } from "@/lib/core/ids";
import { locales } from "@/lib/core/text";
import { rewriteCard } from "@/lib/server/study/rewrite-card";

const form = z.object({
  cardId: z
    .string()
    .min(1)
    .max(500)
    .transform((id) => id as CardId),
  locale: z.enum(locales),
  front: z.string().max(10_000),
  back: z.string().max(10_000),
});

export function POST(request: Request): Promise<Response> {
  return answerAct(request, form, rewriteCard, { largestBody: 80_000 });
}
