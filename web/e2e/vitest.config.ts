import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

/** Browser journeys over the real product. Two files at a time: each starts its own API, worker and browser. */
export default defineConfig({
  root: fileURLToPath(new URL("../..", import.meta.url)),
  test: {
    include: ["web/e2e/**/*.e2e.ts"],
    globalSetup: ["scripts/testing/global-setup.ts", "web/e2e/build.ts"],
    maxWorkers: 2,
    // What is waited for comes when it comes: a busy machine is no failure.
    expect: { poll: { timeout: 20_000 } },
    testTimeout: 60_000,
    hookTimeout: 90_000,
  },
});
