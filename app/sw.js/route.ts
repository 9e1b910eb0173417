import { readFile } from "node:fs/promises";
import { join } from "node:path";

/** The service worker, named after the build, so that a new one replaces what an older one kept. */
export async function GET(): Promise<Response> {
  const root = process.cwd();
  const [script, build] = await Promise.all([
    readFile(join(root, "lib/browser/offline/service-worker.js"), "utf8"),
    readFile(join(root, process.env.EPOCH_DIST ?? ".next", "BUILD_ID"), "utf8"),
  ]);
  return new Response(script.replace("__BUILD__", build.trim()), {
    headers: { "content-type": "text/javascript; charset=utf-8", "cache-control": "no-cache" },
  });
}
