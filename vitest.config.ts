import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["api/**/*.test.ts", "scripts/**/*.test.{ts,mjs}", "web/**/*.test.{ts,tsx}"],
    exclude: ["**/node_modules/**", "web/.next/**", "web/e2e/**"],
    globalSetup: ["scripts/testing/global-setup.ts"],
    // Half of the time a file waits for a process, a lock or PostgreSQL: on two cores, two files at a time take little more than one.
    maxWorkers: 2,
    // Integration tests share the cores with PostgreSQL and onnxruntime.
    // What is waited for comes when it comes: a busy machine is no failure.
    expect: { poll: { timeout: 20_000 } },
    testTimeout: 30_000,
    hookTimeout: 60_000,
    restoreMocks: true,
    // As the product has it: onnxruntime tells nobody of what it does.
    env: { ORT_DISABLE_TELEMETRY: "1" },
  },
});
