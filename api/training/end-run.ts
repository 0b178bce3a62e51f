import type { TrainingRun } from "../../prisma/client/client.ts";
import { appendAudit } from "../audit/append-audit.ts";
import type { ArtifactStore } from "../models/artifacts.ts";
import { keepArtifacts } from "../models/purge-artifacts.ts";
import { lockForRegistration, type Registration, registerVersion } from "../models/register-version.ts";
import type { KeptTraining, Registry } from "../models/registry/registry.ts";
import type { Database, Transaction } from "../platform/database.ts";
import { UnavailableError } from "../platform/errors.ts";
import type { PubSub } from "../platform/pub-sub.ts";
import { changeRun } from "./append-training-event.ts";
import { runCause } from "./run-cause.ts";

/** Long enough to wait for others who hold the model or the audit log. */
const transactionOptions = { maxWait: 5_000, timeout: 15_000 };

/** The run that a worker took, as long as it is still the one that has it. */
function owned({ id, attempt }: Pick<TrainingRun, "id" | "attempt">) {
  return { id, attempt, status: "RUNNING" as const };
}

/**
 * Fails a run, with its event and audit event.
 * @returns false when the run is no longer in the hands of this attempt; nothing was changed then
 */
export async function failRun(
  tx: Transaction,
  pubSub: PubSub,
  run: TrainingRun,
  { code, reason }: { code: string; reason: string },
): Promise<boolean> {
  const failed = { status: "FAILED", error: reason, finishedAt: new Date() } as const;
  const news = (progress: number) => ({ type: "FAILED", progress, message: reason }) as const;
  if (!(await changeRun(tx, pubSub, owned(run), failed, news))) return false;
  const { name } = await tx.model.findUniqueOrThrow({ where: { id: run.modelId }, select: { name: true } });
  await appendAudit(tx, {
    action: "trainModel",
    outcome: "FAILED",
    ...(await runCause(tx, run)),
    subject: name,
    summary: `The training of ${name} failed: ${reason}`,
    details: {
      code,
      reason,
      input: { runId: run.id, algorithm: run.algorithm, testSize: run.testSize, seed: run.seed },
    },
    before: { status: "RUNNING" },
    after: { status: "FAILED" },
  });
  return true;
}

/**
 * Ends a run with the version that it made: both, or neither.
 * @returns the version's number, or null when the run is no longer in the hands of this attempt
 * @throws {NotFoundError} when the model was removed meanwhile
 * @throws {UnavailableError} when the version's file is gone, or the registry's server does not answer
 */
export function succeedRun(
  services: { database: Database; pubSub: PubSub; artifacts: ArtifactStore; registry: Registry },
  run: TrainingRun,
  { kept, ...trained }: Omit<Registration, "run" | "actor" | "cause" | "number"> & { kept: KeptTraining | null },
): Promise<number | null> {
  const { database, pubSub, artifacts, registry } = services;
  return database.$transaction(async (tx) => {
    const { name } = await lockForRegistration(tx, run.modelId);
    const { metrics } = trained;
    const change = {
      status: "SUCCEEDED",
      progress: 1,
      metrics: metrics.map((metric) => ({ ...metric })),
      finishedAt: trained.at,
    } as const;
    const news = { type: "SUCCEEDED", progress: 1, message: "Registered as a candidate", metrics } as const;
    if (!(await changeRun(tx, pubSub, owned(run), change, news))) return null;
    await keepArtifacts(tx);
    if (!(await artifacts.has(trained.artifact.sha256))) {
      throw new UnavailableError("The model's file vanished before its version was registered. Train again.");
    }
    const cause = await runCause(tx, run);
    const number = await registry.register(name, run, kept);
    const { version } = await registerVersion(tx, pubSub, { ...trained, ...cause, run, number });
    return version;
  }, transactionOptions);
}
