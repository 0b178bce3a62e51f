import { z } from "zod";
import { metricHistory, metricOfRuns } from "../../../tracking/metrics.ts";
import { pageOf } from "../../../tracking/pages.ts";
import { findRun } from "../../../tracking/runs.ts";
import { int64, key, maxResults, pageToken, repeated, runId } from "../messages.ts";
import { metricMessage, nextPage } from "../render.ts";
import { message, type Route } from "../route.ts";
import { runIdOf } from "./runs.ts";

const step = int64.optional().transform((value) => (value === undefined ? undefined : Number(value)));
const ids = repeated(z.string().max(64), 100);

export const metricRoutes: Route[] = [
  message(
    "GET",
    "/mlflow/metrics/get-history",
    "All measurements of a metric",
    z.object({ ...runId, metric_key: key, page_token: pageToken, max_results: maxResults(25_000) }),
    async (scope, { metric_key, page_token, max_results, ...named }) => {
      const run = await findRun(scope, runIdOf(named));
      const page = pageOf(page_token, max_results);
      const { items, next } = await metricHistory(scope, { runId: run.id, key: metric_key, page });
      return { metrics: items.map(metricMessage), ...nextPage(next) };
    },
  ),
  message(
    "GET",
    "/mlflow/metrics/get-history-bulk",
    "A metric of several runs",
    z.object({ run_id: ids, metric_key: key, max_results: maxResults(25_000, 25_000) }),
    async (scope, { run_id, metric_key, max_results }) => {
      const found = await metricOfRuns(scope, { runIds: run_id, key: metric_key, most: max_results });
      return { metrics: found.map(metricMessage) };
    },
  ),
  message(
    "GET",
    "/mlflow/metrics/get-history-bulk-interval",
    "A metric of several runs, between two steps",
    z.object({
      run_ids: ids,
      metric_key: key,
      start_step: step,
      end_step: step,
      max_results: maxResults(2_500, 2_500),
    }),
    async (scope, { run_ids, metric_key, start_step, end_step, max_results }) => {
      const found = await metricOfRuns(scope, {
        runIds: run_ids,
        key: metric_key,
        ...(start_step === undefined ? {} : { fromStep: start_step }),
        ...(end_step === undefined ? {} : { toStep: end_step }),
        most: max_results,
      });
      return { metrics: found.map(metricMessage) };
    },
  ),
];
