import { refuse } from "@/app/api/_http/refuse";
import type { CourseId } from "@/lib/core/ids";
import { seePicture } from "@/lib/server/courses/see-picture";
import { currentUser } from "@/lib/server/people/current-user";

interface Context {
  params: Promise<{ course: string; path: string[] }>;
}

/** A picture of a course's notes, for those who may see the course. It is shown and never run. */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  const { course, path } = await params;
  const person = await currentUser();
  const picture = person && (await seePicture(person, course as CourseId, path.join("/")));
  if (!picture?.ok) return refuse("unknown-address", person?.locale);
  return new Response(new Uint8Array(picture.value.bytes), {
    headers: {
      "Content-Type": picture.value.type,
      "Content-Security-Policy": "default-src 'none'; sandbox",
      "X-Content-Type-Options": "nosniff",
      "Cache-Control": "private, max-age=3600",
    },
  });
}
