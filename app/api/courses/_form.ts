import { z } from "zod";
import type { CardId, CourseId } from "@/lib/core/ids";

/** Base64 of the largest upload, pictures and notes, with room for the rest of the request. */
export const largestBody = 14_000_000;

const upload = z.object({
  name: z.string().min(1).max(300),
  /** The file in base64. */
  content: z.base64().transform((text) => new Uint8Array(Buffer.from(text, "base64"))),
});
const source = z.object({
  courseId: z
    .string()
    .min(1)
    .max(100)
    .transform((id) => id as CourseId)
    .nullable(),
  uploads: z
    .array(upload)
    .max(500)
    .transform((uploads) => uploads.map(({ name, content }) => ({ name, bytes: content }))),
});

export const previewForm = source;
export const importForm = source.extend({
  base: z.string().max(200).nullable(),
  takeNotes: z
    .array(
      z
        .string()
        .max(500)
        .transform((id) => id as CardId),
    )
    .max(10_000),
});
