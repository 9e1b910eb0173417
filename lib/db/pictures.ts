import { and, eq, inArray } from "drizzle-orm";
import type { CourseId } from "@/lib/core/ids";
import type { Db } from "./store";

export interface Picture {
  path: string;
  /** Media type, told by its first bytes. */
  type: string;
  bytes: Buffer;
}

export async function picturePaths({ q, t }: Db, courseId: CourseId): Promise<string[]> {
  const rows = await q
    .select({ path: t.pictures.path })
    .from(t.pictures)
    .where(eq(t.pictures.courseId, courseId));
  return rows.map(({ path }) => path);
}

export async function findPicture({ q, t }: Db, courseId: CourseId, path: string): Promise<Picture | null> {
  const [row] = await q
    .select({ path: t.pictures.path, type: t.pictures.type, bytes: t.pictures.bytes })
    .from(t.pictures)
    .where(and(eq(t.pictures.courseId, courseId), eq(t.pictures.path, path)));
  return row ?? null;
}

/** Adds or replaces pictures; of all that the course then has only those that a card shows stay. */
export async function savePictures(
  db: Db,
  courseId: CourseId,
  pictures: readonly Picture[],
  shown: readonly string[],
): Promise<void> {
  const { q, t } = db;
  const wanted = new Set(shown);
  for (const picture of pictures.filter(({ path }) => wanted.has(path))) {
    const { type, bytes } = picture;
    await q
      .insert(t.pictures)
      .values({ courseId, ...picture })
      .onConflictDoUpdate({ target: [t.pictures.courseId, t.pictures.path], set: { type, bytes } });
  }
  const gone = (await picturePaths(db, courseId)).filter((path) => !wanted.has(path));
  if (gone.length > 0)
    await q.delete(t.pictures).where(and(eq(t.pictures.courseId, courseId), inArray(t.pictures.path, gone)));
}
