import { type Method, missing, type Route } from "../route.ts";

const methods: Method[] = ["GET", "POST", "PUT", "PATCH", "DELETE"];

/** Parts of MLflow that are not part of this: each says so, where an address that nobody knows is merely not found. */
const parts = {
  "/mlflow/traces": "traces of language models' calls",
  "/mlflow/traces/{rest+}": "traces of language models' calls",
  "/mlflow/scorers/{rest+}": "scorers",
  "/mlflow/datasets/{rest+}": "evaluation data sets",
  "/mlflow/prompts/{rest+}": "prompts",
  "/mlflow/prompt-optimization/{rest+}": "prompt optimisation",
  "/mlflow/gateway/{rest+}": "the gateway to language models",
  "/mlflow/webhooks": "webhooks by MLflow's API",
  "/mlflow/webhooks/{rest+}": "webhooks by MLflow's API",
  "/mlflow/workspaces": "workspaces",
  "/mlflow/workspaces/{rest+}": "workspaces",
  "/mlflow/issues/{rest+}": "issues",
  "/mlflow/label-schemas/{rest+}": "label schemas",
  "/mlflow/review-queues/{rest+}": "review queues",
  "/mlflow/artifacts/presigned-upload-url": "uploads that go past this server",
  "/mlflow/artifacts/presigned-download-url": "downloads that go past this server",
  "/mlflow-artifacts/mpu/{rest+}": "uploads in several parts: send the file whole",
  "/mlflow-artifacts/presigned/{rest+}": "downloads that go past this server",
} as const;

export const missingRoutes: Route[] = Object.entries(parts).flatMap(([path, does]) =>
  methods.map((method) => missing(method, path, does)),
);
