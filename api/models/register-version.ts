import type { ModelVersion, TrainingRun } from "../../prisma/client/client.ts";
import { appendAudit } from "../audit/append-audit.ts";
import type { Cause } from "../audit/audit-events.ts";
import { Prisma, type Transaction } from "../platform/database.ts";
import { NotFoundError } from "../platform/errors.ts";
import type { PubSub } from "../platform/pub-sub.ts";
import type { Coefficient } from "./coefficient.ts";
import type { Metric } from "./metric.ts";
import { holdPolicy, productionScopeOf } from "./production-scope.ts";
import { causeColumns, lockStageLog, touch } from "./stages.ts";

export interface Registration {
  run: TrainingRun;
  dataset: { name: string; sha256: string };
  actor: { id: string; name: string };
  cause: Cause;
  metrics: Metric[];
  params: Record<string, unknown>;
  coefficients: Coefficient[] | null;
  artifact: { sha256: string; bytes: number };
  at: Date;
  /** The version's number where a server gives it; null: the next one. */
  number: number | null;
}

/**
 * Locks what a registration rests on: the policy, then the model, as promotions do. Call it before the run's row is locked.
 * @throws {NotFoundError} when the model was removed
 */
export async function lockForRegistration(
  tx: Transaction,
  modelId: string,
): Promise<{ name: string; productionScope: string }> {
  const policy = await holdPolicy(tx);
  const [model] = await tx.$queryRaw<{ name: string; removed: boolean }[]>`
    SELECT name, removed_at IS NOT NULL AS removed FROM model WHERE id = ${modelId}::uuid FOR UPDATE`;
  if (!model || model.removed) {
    throw new NotFoundError("The model was removed while it was being trained, so no version was registered.");
  }
  return { name: model.name, productionScope: productionScopeOf(policy.scope, modelId) };
}

/**
 * Registers what a run has trained as the model's next version, a candidate: it answers nothing until it is promoted. With its
 * stage change, audit event and notice, in the given transaction. A run has at most one version (the database holds it).
 * @throws {NotFoundError} when the model was removed meanwhile
 */
export async function registerVersion(
  tx: Transaction,
  pubSub: PubSub,
  registration: Registration,
): Promise<ModelVersion> {
  const { run, actor, cause, metrics, coefficients, artifact, at } = registration;
  const model = await lockForRegistration(tx, run.modelId);
  const latest = await tx.modelVersion.aggregate({ where: { modelId: run.modelId }, _max: { version: true } });
  const version = await tx.modelVersion.create({
    data: {
      modelId: run.modelId,
      version: registration.number ?? (latest._max.version ?? 0) + 1,
      productionScope: model.productionScope,
      algorithm: run.algorithm,
      metrics: metrics.map((metric) => ({ ...metric })),
      params: registration.params as Prisma.InputJsonValue,
      coefficients: coefficients?.map((each) => ({ ...each })) ?? Prisma.DbNull,
      artifactSha256: artifact.sha256,
      artifactBytes: artifact.bytes,
      datasetId: run.datasetId,
      trainingRunId: run.id,
      createdAt: at,
      createdBy: actor.id,
      updatedAt: at,
    },
  });
  await touch(tx, { modelId: run.modelId, versionIds: [], at });
  const loggedAt = await lockStageLog(tx, at);
  const change = await tx.stageChange.create({
    data: {
      modelId: run.modelId,
      versionId: version.id,
      toStage: "CANDIDATE",
      reason: "REGISTERED",
      ...causeColumns({ actor, cause }),
      at: loggedAt,
    },
  });
  await pubSub.publish(tx, "model_event", { model: model.name, changeId: change.id.toString() });
  await appendAudit(tx, {
    action: "registerVersion",
    outcome: "DONE",
    actor,
    subject: model.name,
    version: version.version,
    summary: `Registered version ${version.version} of ${model.name} as a candidate.`,
    details: {
      runId: run.id,
      algorithm: run.algorithm,
      testSize: run.testSize,
      seed: run.seed,
      dataset: registration.dataset.name,
      datasetSha256: registration.dataset.sha256,
      artifactSha256: artifact.sha256,
    },
    before: null,
    after: { stage: "CANDIDATE" },
    cause,
  });
  return version;
}
