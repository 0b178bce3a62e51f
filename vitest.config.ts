import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["api/**/*.test.ts", "scripts/**/*.test.{ts,mjs}", "web/**/*.test.{ts,tsx}"],
    exclude: ["**/node_modules/**", "web/.next/**", "web/e2e/**"],
    globalSetup: ["scripts/testing/global-setup.ts"],
    // Integration tests share two cores with PostgreSQL and onnxruntime.
    testTimeout: 30_000,
    hookTimeout: 60_000,
    restoreMocks: true,
    // As the product has it: onnxruntime tells nobody of what it does.
    env: { ORT_DISABLE_TELEMETRY: "1" },
  },
});
