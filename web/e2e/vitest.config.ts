import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

/** Browser journeys over the real product. One file at a time: each starts its own API and worker. */
export default defineConfig({
  root: fileURLToPath(new URL("../..", import.meta.url)),
  test: {
    include: ["web/e2e/**/*.e2e.ts"],
    globalSetup: ["scripts/testing/global-setup.ts", "web/e2e/build.ts"],
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 90_000,
  },
});
