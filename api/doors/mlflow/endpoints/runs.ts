import { z } from "zod";
import type { ProgramRunStatus } from "../../../../prisma/client/client.ts";
import { InvalidInputError } from "../../../platform/errors.ts";
import { pageOf } from "../../../tracking/pages.ts";
import { recordLoggedModel } from "../../../tracking/record-logged-model.ts";
import { createRun, deleteRun, findRun, restoreRun, runNameTag, updateRun } from "../../../tracking/runs.ts";
import { searchRuns } from "../../../tracking/search-runs.ts";
import { done, maxResults, optionalText, pageToken, repeated, runId, tag, timestamp, viewType } from "../messages.ts";
import { nextPage, runInfoMessage, runMessage } from "../render.ts";
import { message, type Route } from "../route.ts";

const statuses = ["RUNNING", "SCHEDULED", "FINISHED", "FAILED", "KILLED"] as const satisfies ProgramRunStatus[];
const id = z.object(runId);

/** @throws {InvalidInputError} when no run is named */
export function runIdOf({ run_id, run_uuid }: z.output<typeof id>): string {
  const named = run_id ?? run_uuid;
  if (named) return named;
  throw new InvalidInputError("run_id is missing.", [{ path: "run_id", message: "is missing" }]);
}

export const runRoutes: Route[] = [
  message(
    "POST",
    "/mlflow/runs/create",
    "Begin a run",
    z.object({
      experiment_id: z.string().nullish(),
      user_id: optionalText,
      run_name: optionalText,
      start_time: timestamp.optional(),
      tags: repeated(tag, 100),
    }),
    async (scope, { experiment_id, user_id, run_name, start_time, tags }) => {
      const named = run_name ?? tags.find(({ key }) => key === runNameTag)?.value;
      const name = named ?? `run-${crypto.randomUUID().slice(0, 8)}`;
      const run = await createRun(scope, {
        experimentId: experiment_id || "0",
        name,
        userName: user_id ?? scope.actor.id,
        startedAt: start_time ?? scope.services.clock.now(),
        tags: [...new Map([...tags, { key: runNameTag, value: name }].map((each) => [each.key, each])).values()],
      });
      return { run: runMessage(run) };
    },
  ),
  message("GET", "/mlflow/runs/get", "A run with what was logged to it", id, async (scope, input) => ({
    run: runMessage(await findRun(scope, runIdOf(input))),
  })),
  message(
    "POST",
    "/mlflow/runs/update",
    "End a run, or rename it",
    id.extend({
      status: z.enum(statuses).optional(),
      end_time: timestamp.nullish(),
      run_name: optionalText,
    }),
    async (scope, { status, end_time, run_name, ...named }) => {
      const run = await updateRun(scope, {
        id: runIdOf(named),
        ...(status ? { status } : {}),
        ...(end_time ? { endedAt: end_time } : {}),
        ...(run_name ? { name: run_name } : {}),
      });
      return { run_info: runInfoMessage(run) };
    },
  ),
  message("POST", "/mlflow/runs/delete", "Delete a run", id, async (scope, input) => {
    await deleteRun(scope, runIdOf(input));
    return done;
  }),
  message("POST", "/mlflow/runs/restore", "Restore a run", id, async (scope, input) => {
    await restoreRun(scope, runIdOf(input));
    return done;
  }),
  message(
    "POST",
    "/mlflow/runs/search",
    "Search runs",
    z.object({
      experiment_ids: repeated(z.string(), 1_000),
      filter: optionalText,
      run_view_type: viewType,
      max_results: maxResults(1_000),
      order_by: repeated(z.string().max(500), 20),
      page_token: pageToken,
    }),
    async (scope, input) => {
      const { items, next } = await searchRuns(scope, {
        experimentIds: input.experiment_ids,
        liveness: input.run_view_type,
        filter: input.filter,
        orderBy: input.order_by,
        page: pageOf(input.page_token, input.max_results),
      });
      return { runs: items.map(runMessage), ...nextPage(next) };
    },
  ),
  message(
    "POST",
    "/mlflow/runs/log-model",
    "Note that a run logged a model",
    id.extend({ model_json: z.string().max(1_000_000) }),
    async (scope, { model_json, ...named }) => {
      await recordLoggedModel(scope, runIdOf(named), model_json);
      return done;
    },
  ),
];
