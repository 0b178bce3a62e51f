import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

/** The images, built and started. Building them is most of the time. */
export default defineConfig({
  root: fileURLToPath(new URL("../..", import.meta.url)),
  test: {
    include: ["scripts/images/**/*.e2e.mjs"],
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 900_000,
  },
});
