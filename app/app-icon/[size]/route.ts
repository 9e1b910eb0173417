import { readFile } from "node:fs/promises";
import { join } from "node:path";

const sizes = new Set(["192.png", "512.png"]);

/** The icon of the installed app: dark cells on paper, with room around them for a mask. */
export async function GET(_: Request, { params }: { params: Promise<{ size: string }> }): Promise<Response> {
  const { size } = await params;
  if (!sizes.has(size)) return new Response(null, { status: 404 });
  const picture = await readFile(join(process.cwd(), "app/app-icon", size));
  return new Response(new Uint8Array(picture), {
    headers: { "content-type": "image/png", "cache-control": "public, max-age=86400" },
  });
}
