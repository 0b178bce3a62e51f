import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

declare module "vitest" {
  export interface ProvidedContext {
    mlflowServer: string;
    python: string;
  }
}

/** The registry's contract over a real MLflow server, at the address in MLFLOW_SERVER_URL, with the client of MLFLOW_PYTHON: `npm run test:interop` starts one. */
export default defineConfig({
  root: fileURLToPath(new URL("../../..", import.meta.url)),
  test: {
    include: ["scripts/interop/registry/**/*.interop.ts"],
    globalSetup: ["scripts/testing/global-setup.ts"],
    provide: { mlflowServer: process.env.MLFLOW_SERVER_URL ?? "", python: process.env.MLFLOW_PYTHON ?? "" },
    // One server: what a test does there another sees.
    fileParallelism: false,
    expect: { poll: { timeout: 60_000, interval: 200 } },
    testTimeout: 180_000,
    hookTimeout: 300_000,
    env: { ORT_DISABLE_TELEMETRY: "1" },
  },
});
