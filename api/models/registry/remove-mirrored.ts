import type { Model } from "../../../prisma/client/client.ts";
import { appendAudit } from "../../audit/append-audit.ts";
import { mlflowServer } from "../../identity/actor.ts";
import type { Transaction } from "../../platform/database.ts";
import { cancelRunsOfModel } from "../../training/cancel-training.ts";
import { counted } from "../counted.ts";
import { appendModelStage, type LogScope, moveStages } from "../stages.ts";
import type { RegistryContext } from "./registry-context.ts";

/** The server has the model no more: it is removed here, as by the act of that name. @returns true */
export async function markRemoved(
  tx: Transaction,
  { trainingQueue }: RegistryContext,
  model: Model,
  scope: LogScope,
): Promise<true> {
  const versions = await tx.modelVersion.findMany({ where: { modelId: model.id }, orderBy: { version: "asc" } });
  const cancelledRuns = await cancelRunsOfModel(tx, model.id, {
    ...scope,
    services: { ...scope.services, trainingQueue },
  });
  const moves = versions
    .filter(({ stage }) => stage !== "ARCHIVED")
    .map((version) => ({ model, version, to: "ARCHIVED", reason: "REMOVED" }) as const);
  const changes = await moveStages(tx, moves, scope, null);
  await tx.model.update({ where: { id: model.id }, data: { removedAt: scope.services.clock.now() } });
  await appendModelStage(tx, { model, to: "ARCHIVED", reason: "REMOVED" }, scope, null);
  await appendAudit(tx, {
    action: "removeModel",
    outcome: "DONE",
    actor: mlflowServer,
    cause: scope.cause,
    subject: model.name,
    summary: `Removed the model ${model.name} with ${counted(versions.length, "version")}, on the MLflow server.`,
    details: { planDigest: null, changes, versions: versions.length, cancelledRuns },
    before: { versions: versions.map(({ version, stage }) => ({ version, stage })) },
    after: null,
  });
  return true;
}
