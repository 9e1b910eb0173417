/** What an author may add beside a note; content/README.md explains each file with examples. */
import { z } from "zod";
import type { Rule } from "./course";

const names = z
  .object({ ko: z.string().optional(), en: z.string().optional(), abbr: z.string().optional() })
  .strict();

/** Words in one language for every reader, or in both. */
const words = z.union([
  z.string().min(1),
  z.object({ ko: z.string().min(1), en: z.string().min(1) }).strict(),
]);

/** One concept of the course's own tree. `at` are heading or label texts; a final … means "begins with". */
const conceptData = z
  .object({
    id: z.string().regex(/^[a-z0-9][a-z0-9-]*$/),
    names,
    parent: z.string().nullable(),
    kind: z.enum(["part-of", "kind-of"]).optional(),
    at: z.array(z.string().min(1)),
    /** Further spellings that a typed answer may use. */
    also: z.array(z.string().min(1)).max(8).optional(),
    /** Ids of concepts to know before. */
    needs: z.array(z.string()).optional(),
    /** The question family that asks this concept's worked examples with fresh numbers. */
    family: z.string().optional(),
  })
  .strict();

const linkData = z
  .object({
    from: z.string(),
    to: z.string(),
    kind: z.enum(["part-of", "kind-of", "remedies", "prerequisite", "disputed"]),
    at: z.string().min(1),
    correction: z.string().optional(),
  })
  .strict();

const ruleNames = [
  "R1",
  "R2",
  "R3",
  "R4",
  "R5",
  "R6",
  "R7",
  "R8",
  "R9",
  "R10",
] as const satisfies readonly Rule[];

/** With `rule`: other words for a card the rules make from that line (or `skip`). With `id`: a card of its own. */
const cardData = z.union([
  z
    .object({
      at: z.string().min(1),
      rule: z.enum(ruleNames),
      direction: z.string().optional(),
      front: words.optional(),
      back: words.optional(),
      correction: z.string().optional(),
      skip: z.literal(true).optional(),
    })
    .strict(),
  z
    .object({
      at: z.string().min(1),
      to: z.string().min(1).optional(),
      id: z.string().regex(/^[a-z0-9][a-z0-9-]*$/),
      concept: z.string(),
      front: words,
      back: words,
      correction: z.string().optional(),
    })
    .strict(),
]);

export const conceptsFile = z
  .object({
    /** Headings that only group others and are no concepts. */
    plain: z.array(z.string()).default([]),
    /** Spelling in the notes → the form to teach. */
    spellings: z.record(z.string(), z.string()).default({}),
    concepts: z.array(conceptData),
    links: z.array(linkData).default([]),
  })
  .strict();
export const cardsFile = z.array(cardData);
export const correctionsFile = z.array(
  z
    .object({
      id: z.string().min(1),
      kind: z.enum(["err", "imp", "inc", "op", "typo", "str"]),
      anchor: z.string().min(1),
      also: z.array(z.string().min(1)).optional(),
      text: z.object({ ko: z.string().min(1), en: z.string().min(1) }).strict(),
    })
    .strict(),
);

export type Words = z.infer<typeof words>;
export type ConceptData = z.infer<typeof conceptData>;
export type CardData = z.infer<typeof cardData>;
export type ConceptsFile = z.infer<typeof conceptsFile>;
export type CorrectionData = z.infer<typeof correctionsFile>[number];
