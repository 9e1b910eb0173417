import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL("..", import.meta.url));

export default defineConfig({
  root,
  resolve: { alias: { "@": root } },
  test: {
    environment: "node",
    testTimeout: 60_000,
    hookTimeout: 60_000,
    pool: "threads",
    // The tests compute more than they wait: a worker a core, two where there are two.
    maxWorkers: "100%",
    projects: [
      {
        extends: true,
        test: {
          name: "pure",
          include: ["{lib/core,lib/browser,app}/**/*.test.{ts,tsx}"],
          // Nothing here keeps anything between two calls, so a worker loads each module once.
          isolate: false,
        },
      },
      {
        extends: true,
        test: { name: "store", include: ["lib/{db,server,cli}/**/*.test.{ts,mjs}"] },
      },
    ],
  },
});
