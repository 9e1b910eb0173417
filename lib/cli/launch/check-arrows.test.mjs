import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { checkArrows } from "./check-arrows.mjs";

const made = [];

/** A throw-away project with these files. */
function project(files) {
  const root = mkdtempSync(join(tmpdir(), "epoch-arrows-"));
  made.push(root);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

afterEach(() => {
  for (const root of made.splice(0)) rmSync(root, { recursive: true });
});

describe("import arrows", () => {
  const refused = [
    ["core reading the database", "lib/core/a.ts", 'import { x } from "@/lib/db/x";'],
    ["core using React", "lib/core/a.ts", 'import { useState } from "react";'],
    ["core using Node", "lib/core/a.ts", 'import { join } from "node:path";'],
    ["the database reaching up, by a relative path", "lib/db/a.ts", 'import { x } from "../server/x";'],
    ["an act knowing drizzle", "lib/server/a.ts", 'import { eq } from "drizzle-orm";'],
    ["an act reaching the browser layer", "lib/server/a.ts", 'export { x } from "@/lib/browser/x";'],
    ["the browser layer loading the server late", "lib/browser/a.ts", 'await import("@/lib/server/x");'],
    ["a page that queries", "app/today/page.tsx", 'import { x } from "@/lib/db/x";'],
    [
      "a client part calling an act",
      "app/today/part.tsx",
      '"use client";\nimport { x } from "@/lib/server/x";',
    ],
    ["a route importing another", "app/today/page.tsx", 'import { x } from "../review/part";'],
    ["the command line importing a page", "lib/cli/a.ts", 'import { x } from "@/app/_ui/x";'],
    ["a family importing a family", "lib/core/questions/families/a.ts", 'import { b } from "./b";'],
  ];
  it.each(refused)("refuses %s", (_, path, text) => {
    const found = checkArrows(project({ [path]: text }));
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(path);
  });

  it("lets the parts of one family import each other, and none of another", () => {
    const families = "lib/core/questions/families";
    const root = project({
      [`${families}/lens.ts`]: 'import { scene } from "./lens-scene";',
      [`${families}/lens-scene.ts`]:
        'import { rule } from "./lens-rules";\nimport { x } from "./mirror-rules";',
      [`${families}/lens-rules.ts`]: "",
      [`${families}/mirror.ts`]: "",
      [`${families}/mirror-rules.ts`]: "",
    });
    expect(checkArrows(root)).toEqual([expect.stringContaining("lens-scene.ts imports")]);
    expect(checkArrows(root)[0]).toContain("mirror-rules");
  });

  it("follows client code into files that do not say so themselves", () => {
    const root = project({
      "app/today/part.tsx": '"use client";\nimport { x } from "./deep";',
      "app/today/deep.ts": 'import { x } from "@/lib/server/x";',
    });
    expect(checkArrows(root)).toEqual([expect.stringContaining("app/today/deep.ts")]);
  });

  it("lets a client part call its own server actions", () => {
    const root = project({
      "app/today/part.tsx": '"use client";\nimport { act } from "./actions";',
      "app/today/actions.ts": '"use server";\nimport { x } from "@/lib/server/x";',
    });
    expect(checkArrows(root)).toEqual([]);
  });
});
