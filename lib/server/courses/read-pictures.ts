/** Takes the pictures out of an uploaded folder. What a file is, its first bytes say and not its name. */
import { fail, ok, type Result } from "@/lib/core/result";
import type { Picture } from "@/lib/db/pictures";
import { type Upload, type UploadFailure, unpack } from "./read-upload";

export const pictureLimits = { each: 2_000_000, all: 8_000_000 } as const;

/** SVG is not among them: it may hold script. */
const kinds: [name: RegExp, type: string, isSo: (bytes: Buffer) => boolean][] = [
  [/\.png$/i, "image/png", (bytes) => bytes.subarray(0, 8).toString("hex") === "89504e470d0a1a0a"],
  [/\.jpe?g$/i, "image/jpeg", (bytes) => bytes.subarray(0, 3).toString("hex") === "ffd8ff"],
  [/\.gif$/i, "image/gif", (bytes) => /^GIF8[79]a/.test(bytes.subarray(0, 6).toString("latin1"))],
  [/\.webp$/i, "image/webp", (bytes) => /^RIFF.{4}WEBP/s.test(bytes.subarray(0, 12).toString("latin1"))],
];
const isPicture = (name: string): boolean => kinds.some(([pattern]) => pattern.test(name));

/** Pictures of all zips among the uploads, or the first thing that is wrong with one. */
export function readPictures(uploads: readonly Upload[]): Result<Picture[], UploadFailure> {
  const pictures: Picture[] = [];
  let total = 0;
  for (const upload of uploads.filter(({ name }) => name.toLowerCase().endsWith(".zip"))) {
    const inside = unpack(upload, isPicture, pictureLimits.all);
    if (!inside.ok) return inside;
    for (const { name, bytes } of inside.value) {
      total += bytes.length;
      if (bytes.length > pictureLimits.each || total > pictureLimits.all)
        return fail({ kind: "too-large", file: name });
      const content = Buffer.from(bytes);
      const kind = kinds.find(([pattern]) => pattern.test(name));
      if (!kind?.[2](content)) return fail({ kind: "bad-picture", file: name });
      pictures.push({ path: name, type: kind[1], bytes: content });
    }
  }
  return ok(pictures);
}
