/** What the HTTP API takes and gives; its description is made from these. */
import { z } from "zod";
import type { CardId, ReviewId } from "@/lib/core/ids";
import { grades } from "@/lib/core/schedule/memory";
import { locales } from "@/lib/core/text";

const instant = z.iso.datetime({ offset: true });
const id = z.string().min(1).max(100);

export const queueQuery = z.object({
  limit: z.coerce.number().int().min(1).max(200).default(20),
  locale: z.enum(locales).optional(),
});

const reviewFields = {
  id: id.describe("Chosen by the client and unique: the same again adds nothing."),
  cardId: z.string().min(1).max(500),
  revision: z.int().min(0).describe("The revision that the card was shown with."),
  takenMs: z.number().min(0).describe("How long the answer took, in milliseconds."),
  at: instant
    .optional()
    .describe(
      "When it was answered; the server's clock bounds it. A review sent alone needs `sentAt` for it.",
    ),
  sentAt: instant.optional().describe("The client's clock when it sends: corrects `at`."),
};

export const reviewBody = z
  .object({
    ...reviewFields,
    grade: z.enum(grades).optional().describe("For a note card."),
    given: z.string().max(500).optional().describe("For a computed card: the answer as typed."),
  })
  .refine(({ grade, given }) => (grade === undefined) !== (given === undefined), "grade or given");
type ReviewBody = z.infer<typeof reviewBody>;

const mostInBatch = 500;
export const batchBody = z.object({
  sentAt: instant.optional().describe("The client's clock when it sends: corrects every `at`."),
  merge: z
    .boolean()
    .default(false)
    .describe("Unite the reviews with those made elsewhere since, instead of refusing old revisions."),
  reviews: z.array(z.unknown()).min(1).max(mostInBatch),
});

const counts = z.object({ new: z.int(), learning: z.int(), review: z.int() });
const preview = z.object({ again: instant, hard: instant, good: instant, easy: instant });
const cardFields = { cardId: z.string(), revision: z.int(), dueAt: instant, preview };
export const cardReply = z.union([
  z.object({ ...cardFields, front: z.string(), back: z.string() }),
  z.object({
    ...cardFields,
    family: z.string(),
    version: z.int(),
    seed: z.int(),
    params: z.unknown(),
    ask: z.unknown(),
  }),
]);
/** What is known of a card that is in none of the learner's courses any more. */
export const goneCardReply = z.object({ cardId: z.string() });
export const queueReply = z.object({ counts, cards: z.array(cardReply) });
export const reviewReply = z.object({
  id,
  cardId: z.string(),
  revision: z.int(),
  state: z.enum(["learning", "review", "relearning"]),
  stability: z.number(),
  difficulty: z.number(),
  dueAt: instant,
  verdict: z.enum(["right", "wrong"]).optional(),
});
const error = z.object({ kind: z.string(), message: z.string() });
export const errorReply = z.object({ error });
export const staleReply = z.object({ error, card: cardReply });
export const batchReply = z.object({
  reviews: z.array(
    z.object({
      status: z.int(),
      review: reviewReply.optional(),
      card: cardReply.optional(),
      error: error.optional(),
    }),
  ),
});

const instantOf = (written: string | undefined) => (written === undefined ? undefined : Date.parse(written));

/** The body of one review as the study code takes it. */
export const inputOf = (
  { id: given, cardId, revision, takenMs, at, sentAt, ...answer }: ReviewBody,
  sentTogether?: string,
) => ({
  id: given as ReviewId,
  cardId: cardId as CardId,
  revision,
  takenMs,
  at: instantOf(at),
  sentAt: instantOf(sentAt ?? sentTogether),
  answer:
    answer.grade === undefined
      ? { kind: "given" as const, given: answer.given ?? "", browserVerdict: null }
      : { kind: "grade" as const, grade: answer.grade },
});
