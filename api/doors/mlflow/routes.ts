import { z } from "zod";
import { aliasRoutes } from "./endpoints/aliases.ts";
import { artifactRoutes } from "./endpoints/artifacts.ts";
import { experimentRoutes } from "./endpoints/experiments.ts";
import { loggedModelRoutes } from "./endpoints/logged-models.ts";
import { metricRoutes } from "./endpoints/metrics.ts";
import { missingRoutes } from "./endpoints/missing.ts";
import { modelVersionRoutes } from "./endpoints/model-versions.ts";
import { registeredModelRoutes } from "./endpoints/registered-models.ts";
import { runNewsRoutes } from "./endpoints/run-news.ts";
import { runRoutes } from "./endpoints/runs.ts";
import { message, type Route } from "./route.ts";

/** What clients ask before they choose how to send large files: whole, through this server. */
const serverInfo = message("GET", "/mlflow/server-info", "What this server can do", z.object({}), async () => ({
  store_type: "SqlStore",
  workspaces_enabled: false,
  trace_archival_enabled: false,
  multipart_uploads_enabled: false,
  multipart_downloads_enabled: false,
}));

/** Everything of MLflow's API that is answered here. The table in docs/mlflow.md is made from it. */
export const routeGroups: Record<string, Route[]> = {
  Experiments: experimentRoutes,
  Runs: [...runRoutes, ...runNewsRoutes],
  Metrics: metricRoutes,
  "Logged models": loggedModelRoutes,
  Files: artifactRoutes,
  "Registered models": registeredModelRoutes,
  Versions: modelVersionRoutes,
  Aliases: aliasRoutes,
  Server: [serverInfo],
  "Not here": missingRoutes,
};

export const routes: readonly Route[] = Object.values(routeGroups).flat();
