import type { Scope } from "../actions/define-action.ts";
import type { Transaction } from "../platform/database.ts";
import { InvalidInputError, LimitExceededError, NotFoundError } from "../platform/errors.ts";
import { allow } from "./allow.ts";
import { limits } from "./limits.ts";
import { addMeasurements, type Measurement } from "./metrics.ts";
import { liveRun, runNameTag } from "./runs.ts";

interface Pair {
  key: string;
  value: string;
}

export interface RunNews {
  metrics?: Measurement[];
  params?: Pair[];
  tags?: Pair[];
}

const transactionOptions = { maxWait: 5_000, timeout: 15_000 };

/**
 * Writes down what a program tells of its run: all of it, or nothing. A parameter is told once; the same again is the same.
 * @throws {NotFoundError | ConflictError} when there is no such run, or it is deleted
 * @throws {InvalidInputError} when a parameter has another value already
 * @throws {LimitExceededError} when there is too much at once
 */
export async function logRun(scope: Scope, runId: string, news: RunNews): Promise<void> {
  allow(scope, "tracking:write");
  const { metrics = [], params = [], tags = [] } = news;
  const items = metrics.length + params.length + tags.length;
  if (
    metrics.length > limits.batchMetrics ||
    params.length > limits.batchParams ||
    tags.length > limits.batchTags ||
    items > limits.batchItems
  ) {
    throw new LimitExceededError(
      `A batch has at most ${limits.batchMetrics} metrics, ${limits.batchParams} parameters and ${limits.batchTags} tags, ${limits.batchItems} in all.`,
    );
  }
  await liveRun(scope, runId);
  await scope.services.database.$transaction(async (tx) => {
    await addParams(tx, runId, params);
    await addMeasurements(tx, runId, metrics);
    for (const { key, value } of [...new Map(tags.map((tag) => [tag.key, tag])).values()]) {
      await tx.runTag.upsert({
        where: { runId_key: { runId, key } },
        create: { runId, key, value },
        update: { value },
      });
      if (key === runNameTag) await tx.programRun.update({ where: { id: runId }, data: { name: value } });
    }
  }, transactionOptions);
}

async function addParams(tx: Transaction, runId: string, params: Pair[]): Promise<void> {
  if (params.length === 0) return;
  await tx.runParam.createMany({ data: params.map((param) => ({ runId, ...param })), skipDuplicates: true });
  const stored = await tx.runParam.findMany({ where: { runId, key: { in: params.map(({ key }) => key) } } });
  const values = new Map(stored.map(({ key, value }) => [key, value]));
  const changed = params.find(({ key, value }) => values.get(key) !== value);
  if (!changed) return;
  const message = `The parameter ${changed.key} of run ${runId} is "${values.get(changed.key)}" already, and does not change to "${changed.value}". Log it under another name, or in another run.`;
  throw new InvalidInputError(message, [{ path: "params", message }]);
}

/** @throws {NotFoundError} when there is no such tag */
export async function deleteRunTag(scope: Scope, runId: string, key: string): Promise<void> {
  allow(scope, "tracking:write");
  await liveRun(scope, runId);
  const { count } = await scope.services.database.runTag.deleteMany({ where: { runId, key } });
  if (count === 0) throw new NotFoundError(`The run ${runId} has no tag "${key.slice(0, 80)}".`);
}

export interface RunInputs {
  datasets: {
    name: string;
    digest: string;
    sourceType: string;
    source: string;
    schema: string | null;
    profile: string | null;
    tags: Pair[];
  }[];
  modelIds: string[];
}

/** Writes down what a run read: data sets and models. */
export async function logInputs(scope: Scope, runId: string, { datasets, modelIds }: RunInputs): Promise<void> {
  allow(scope, "tracking:write");
  await liveRun(scope, runId);
  const { database } = scope.services;
  await database.$transaction([
    database.runDataset.createMany({
      data: datasets.map(({ tags, ...dataset }) => ({ runId, ...dataset, tags: tags.map((tag) => ({ ...tag })) })),
      skipDuplicates: true,
    }),
    database.runModel.createMany({
      data: modelIds.map((modelId) => ({ runId, modelId, use: "INPUT" as const })),
      skipDuplicates: true,
    }),
  ]);
}

/** Writes down which logged models a run made, and at which step. */
export async function logOutputs(
  scope: Scope,
  runId: string,
  models: { modelId: string; step: bigint }[],
): Promise<void> {
  allow(scope, "tracking:write");
  await liveRun(scope, runId);
  await scope.services.database.runModel.createMany({
    data: models.map((model) => ({ runId, ...model, use: "OUTPUT" as const })),
    skipDuplicates: true,
  });
}
