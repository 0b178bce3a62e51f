import type { ModelVersion, Stage, StageChangeReason } from "../../prisma/client/client.ts";
import type { Scope } from "../actions/define-action.ts";
import type { Services } from "../actions/services.ts";
import type { Cause } from "../audit/audit-events.ts";
import type { Database, Transaction } from "../platform/database.ts";
import { NotFoundError } from "../platform/errors.ts";
import { storableText } from "../platform/storable.ts";

/** @throws {NotFoundError} naming the versions that there are */
export async function findVersion(
  on: Database | Transaction,
  model: { id: string; name: string },
  version: number,
): Promise<ModelVersion> {
  const found = await on.modelVersion.findUnique({ where: { modelId_version: { modelId: model.id, version } } });
  if (found) return found;
  const latest = await on.modelVersion.findFirst({ where: { modelId: model.id }, orderBy: { version: "desc" } });
  throw new NotFoundError(
    latest
      ? `${model.name} has no version ${version}; its latest is ${latest.version}.`
      : `${model.name} has no version yet; it gets one when a training has finished.`,
  );
}

export async function productionOf(on: Database | Transaction, modelId: string): Promise<ModelVersion | null> {
  return on.modelVersion.findFirst({ where: { modelId, stage: "PRODUCTION" } });
}

/** The advisory lock under which stage_change grows, so that its ids are in the order of the commits and a reader that follows them misses none. */
const stageLogLock = 7_305_003;

/**
 * Call it before a row is added to stage_change or model_change. Held until the transaction ends.
 * @returns the time to write: now, or that of the row before where the clock of another machine is ahead, so that the log never goes back in time
 */
export async function lockStageLog(tx: Transaction, now: Date): Promise<Date> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${stageLogLock})`;
  const newest = { orderBy: { id: "desc" }, select: { at: true } } as const;
  const [moved, noted] = [await tx.stageChange.findFirst(newest), await tx.modelChange.findFirst(newest)];
  return new Date(Math.max(now.getTime(), moved?.at.getTime() ?? 0, noted?.at.getTime() ?? 0));
}

/** Who acts and why, with what the log is written by. */
export type LogScope = Pick<Scope, "actor" | "cause"> & { services: Pick<Services, "clock" | "pubSub"> };

/** Who did it and why, as a row of the log has it. */
export function causeColumns({ actor, cause }: { actor: { id: string }; cause: Cause }) {
  return {
    actorId: actor.id,
    turnId: cause.turnId ?? null,
    requestId: cause.requestId,
    message: cause.message === undefined ? null : storableText(cause.message),
    comment: cause.comment ?? null,
  };
}

/** Says of a model, and of those of its versions that it happened to, when they were changed last. */
export async function touch(
  tx: Transaction,
  { modelId, versionIds, at }: { modelId: string; versionIds: string[]; at: Date },
): Promise<void> {
  await tx.model.update({ where: { id: modelId }, data: { updatedAt: at } });
  if (versionIds.length > 0) {
    await tx.modelVersion.updateMany({ where: { id: { in: versionIds } }, data: { updatedAt: at } });
  }
}

/** Writes down that the model as a whole was removed or restored, and tells those who follow the registry. */
export async function appendModelStage(
  tx: Transaction,
  { model, to, reason }: Pick<Move, "model" | "to" | "reason">,
  scope: LogScope,
  planDigest: string | null,
): Promise<void> {
  const at = await lockStageLog(tx, scope.services.clock.now());
  const change = await tx.stageChange.create({
    data: { modelId: model.id, toStage: to, reason, ...causeColumns(scope), planDigest, at },
  });
  await touch(tx, { modelId: model.id, versionIds: [], at });
  await scope.services.pubSub.publish(tx, "model_event", { model: model.name, changeId: change.id.toString() });
}

/** A version that moves, with the names that an audit event tells. */
export interface Move {
  model: { id: string; name: string };
  version: ModelVersion;
  to: Stage;
  reason: StageChangeReason;
}

export interface MovedStage {
  model: string;
  version: number;
  from: string | null;
  to: string;
}

/**
 * Moves versions, in the order given (a version leaves PRODUCTION before another enters: the database holds the rule of one), each
 * with its row in stage_change and its notice.
 */
export async function moveStages(
  tx: Transaction,
  moves: Move[],
  scope: LogScope,
  planDigest: string | null,
): Promise<MovedStage[]> {
  const at = await lockStageLog(tx, scope.services.clock.now());
  const moved: MovedStage[] = [];
  for (const { model, version, to, reason } of moves) {
    await tx.modelVersion.update({
      where: { id: version.id },
      data: { stage: to, updatedAt: at, ...(to === "PRODUCTION" ? { promotedAt: at } : {}) },
    });
    const change = await tx.stageChange.create({
      data: {
        modelId: model.id,
        versionId: version.id,
        fromStage: version.stage,
        toStage: to,
        reason,
        ...causeColumns(scope),
        planDigest,
        at,
      },
    });
    await touch(tx, { modelId: model.id, versionIds: [], at });
    const message = { model: model.name, changeId: change.id.toString() };
    await scope.services.pubSub.publish(tx, "model_event", message);
    moved.push({ model: model.name, version: version.version, from: version.stage, to });
  }
  return moved;
}
