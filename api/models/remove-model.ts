import { z } from "zod";
import { defineWrite } from "../actions/define-action.ts";
import { InvalidInputError } from "../platform/errors.ts";
import { cancelRunsOfModel } from "../training/cancel-training.ts";
import { counted } from "./counted.ts";
import { modelName } from "./inputs.ts";
import { lockModel } from "./live-models.ts";
import { lockPolicy } from "./production-scope.ts";
import { purgeRemovedModel } from "./purge-artifacts.ts";
import { causeColumns, lockStageLog, moveStages } from "./stages.ts";

export interface RemovedModel {
  name: string;
  versions: number;
  removedAt: string;
}

/** Removes a model with all of its versions from the registry. Its history stays in the audit log. */
export const removeModel = defineWrite({
  name: "removeModel",
  title: "Remove a model",
  description:
    "Removes a model and all of its versions from the registry. What was done with it stays in the audit log.",
  risk: "destructive",
  permission: "models:remove",
  input: z.object({ name: modelName, confirmName: z.string().max(200) }),
  subject: ({ name }) => ({ subject: name }),
  async plan(tx, input) {
    if (input.confirmName !== input.name) {
      throw new InvalidInputError(`To remove ${input.name}, confirmName must be exactly "${input.name}".`, [
        { path: "confirmName", message: `must equal "${input.name}"` },
      ]);
    }
    await lockPolicy(tx);
    const model = await lockModel(tx, input.name, "remove");
    const versions = await tx.modelVersion.findMany({ where: { modelId: model.id }, orderBy: { version: "asc" } });
    const runs = await tx.trainingRun.findMany({
      where: { modelId: model.id, status: { in: ["QUEUED", "RUNNING"] } },
      select: { id: true },
      orderBy: { id: "asc" },
    });
    const production = versions.find((version) => version.stage === "PRODUCTION");
    return {
      model,
      versions,
      effects: [
        versions.length === 0
          ? `${model.name} is removed from the registry; it has no version yet.`
          : `${model.name} and its ${counted(versions.length, "version")} are removed from the registry.`,
        ...(production ? [`Version ${production.version} is in production now; predictions by it stop.`] : []),
        ...(runs.length > 0 ? [`${runs.length} training ${runs.length === 1 ? "run is" : "runs are"} cancelled.`] : []),
        "Its model files are deleted. Its history stays in the audit log; training it again starts at version 1.",
      ],
      gates: [],
      basis: {
        model: model.id,
        versions: versions.map(({ version, stage, artifactSha256 }) => [version, stage, artifactSha256]),
        runs: runs.map((run) => run.id),
      },
    };
  },
  async execute(tx, _input, { model, versions }, scope, digest) {
    const { clock, pubSub } = scope.services;
    const removedAt = clock.now();
    const cancelledRuns = await cancelRunsOfModel(tx, model.id, scope);
    const moves = versions
      .filter((version) => version.stage !== "ARCHIVED")
      .map((version) => ({ model, version, to: "ARCHIVED", reason: "REMOVED" }) as const);
    const changes = await moveStages(tx, moves, scope, digest);
    await tx.model.update({ where: { id: model.id }, data: { removedAt } });
    const loggedAt = await lockStageLog(tx, removedAt);
    const change = await tx.stageChange.create({
      data: {
        modelId: model.id,
        toStage: "ARCHIVED",
        reason: "REMOVED",
        ...causeColumns(scope),
        planDigest: digest,
        at: loggedAt,
      },
    });
    await pubSub.publish(tx, "model_event", { model: model.name, changeId: change.id.toString() });
    const result: RemovedModel = { name: model.name, versions: versions.length, removedAt: removedAt.toISOString() };
    return {
      result,
      audit: {
        summary: `Removed the model ${model.name} with ${counted(versions.length, "version")}.`,
        details: { planDigest: digest, changes, versions: versions.length, cancelledRuns },
        before: { versions: versions.map(({ version, stage }) => ({ version, stage })) },
        after: null,
      },
    };
  },
  async afterCommit({ name, removedAt }, { services }) {
    services.predictor.invalidate();
    await purgeRemovedModel(services, { name, removedAt: new Date(removedAt) });
  },
});
