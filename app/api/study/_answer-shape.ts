import { z } from "zod";
import type { CardId, ReviewId, SetId } from "@/lib/core/ids";
import { grades } from "@/lib/core/schedule/memory";
import { locales } from "@/lib/core/text";

const text = z.string().max(500);
const given = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("typed"), texts: z.array(text).max(20) }),
  z.object({ kind: z.literal("list"), texts: z.array(text).max(20) }),
  z.object({ kind: z.literal("choice"), id: text }),
  z.object({ kind: z.literal("matching"), meanings: z.record(text, text) }),
  z.object({ kind: z.literal("ordering"), order: z.array(text).max(20) }),
]);

/** The set that a review page is in. */
export const setShape = z
  .uuid()
  .transform((id) => id.toLowerCase() as SetId)
  .exactOptional();

/** One answer as the review page sends it, now or after it was offline. */
export const answerShape = z.object({
  id: z.uuid().transform((id) => id.toLowerCase() as ReviewId),
  cardId: z
    .string()
    .min(1)
    .max(500)
    .transform((id) => id as CardId),
  set: setShape,
  revision: z.int().min(0),
  takenMs: z.number().min(0),
  answer: z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("grade"), grade: z.enum(grades) }),
    z.object({ kind: z.literal("exercise"), locale: z.enum(locales), given }),
    z.object({
      kind: z.literal("given"),
      given: z.string().max(500),
      browserVerdict: z.enum(["unreadable", "right", "wrong"]).nullable(),
      slip: z.string().max(100).exactOptional(),
      isHinted: z.boolean().exactOptional(),
    }),
  ]),
});
