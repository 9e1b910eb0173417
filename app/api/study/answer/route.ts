import { z } from "zod";
import { answerAct } from "@/app/api/_http/answer-act";
import type { CardId, ReviewId } from "@/lib/core/ids";
import { grades } from "@/lib/core/schedule/memory";
import { openQueue } from "@/lib/server/study/open-queue";
import { recordAnswer } from "@/lib/server/study/record-answer";

const form = z.object({
  id: z.uuid().transform((id) => id.toLowerCase() as ReviewId),
  cardId: z
    .string()
    .min(1)
    .max(500)
    .transform((id) => id as CardId),
  revision: z.int().min(0),
  takenMs: z.number().min(0),
  answer: z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("grade"), grade: z.enum(grades) }),
    z.object({
      kind: z.literal("given"),
      given: z.string().max(500),
      browserVerdict: z.enum(["unreadable", "right", "wrong"]).nullable(),
      slip: z.string().max(100).exactOptional(),
    }),
  ]),
});

export function POST(request: Request): Promise<Response> {
  return answerAct(request, form, recordAnswer, {
    extra: async (kind, person, now) => (kind === "stale" ? { head: await openQueue(person, now) } : {}),
  });
}
