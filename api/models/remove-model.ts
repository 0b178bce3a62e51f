import { z } from "zod";
import { defineWrite } from "../actions/define-action.ts";
import { ConflictError, InvalidInputError } from "../platform/errors.ts";
import { cancelRunsOfModel } from "../training/cancel-training.ts";
import { counted } from "./counted.ts";
import { modelName } from "./inputs.ts";
import { lockModel } from "./live-models.ts";
import { lockPolicy } from "./production-scope.ts";
import { type RemovedModel, restorableUntil } from "./removed-models.ts";
import { appendModelStage, moveStages } from "./stages.ts";

const dayMs = 24 * 60 * 60_000;

/** How long a removed model can be restored, as a sentence says it. */
function keptFor(ms: number): string {
  return ms < dayMs ? "until its files are deleted, within the day" : `for ${counted(Math.floor(ms / dayMs), "day")}`;
}

/** Removes a model with all of its versions from the registry. Its history stays in the audit log. */
export const removeModel = defineWrite({
  name: "removeModel",
  title: "Remove a model",
  description:
    "Removes a model and all of its versions from the registry, one in production only when the caller says so. It can be restored for a time; what was done with it stays in the audit log.",
  risk: "destructive",
  permission: "models:remove",
  input: z.object({
    name: modelName,
    confirmName: z.string().max(200),
    /** The caller knows that a version of it may be in production, and stop answering. */
    inProduction: z.boolean().default(false),
  }),
  subject: ({ name }) => ({ subject: name }),
  model: ({ name }) => name,
  async plan(tx, input, { services: { removedModelsKeptMs } }) {
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
    if (production && !input.inProduction) {
      throw new ConflictError(
        `Version ${production.version} of ${model.name} is in production and answers predictions. To remove the model all the same, say that it may be in production, or take the version off production first.`,
      );
    }
    return {
      model,
      versions,
      effects: [
        versions.length === 0
          ? `${model.name} is removed from the registry; it has no version yet.`
          : `${model.name} and its ${counted(versions.length, "version")} are removed from the registry.`,
        ...(production ? [`Version ${production.version} is in production now; predictions by it stop.`] : []),
        ...(runs.length > 0 ? [`${runs.length} training ${runs.length === 1 ? "run is" : "runs are"} cancelled.`] : []),
        `It can be restored ${keptFor(removedModelsKeptMs)}. Its history stays in the audit log; training it again starts at version 1.`,
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
    const { clock, removedModelsKeptMs } = scope.services;
    const removedAt = clock.now();
    const cancelledRuns = await cancelRunsOfModel(tx, model.id, scope);
    const moves = versions
      .filter((version) => version.stage !== "ARCHIVED")
      .map((version) => ({ model, version, to: "ARCHIVED", reason: "REMOVED" }) as const);
    const changes = await moveStages(tx, moves, scope, digest);
    await tx.model.update({ where: { id: model.id }, data: { removedAt } });
    await appendModelStage(tx, { model, to: "ARCHIVED", reason: "REMOVED" }, scope, digest);
    const result: RemovedModel = {
      name: model.name,
      versions: versions.length,
      removedAt: removedAt.toISOString(),
      restorableUntil: restorableUntil({ removedAt }, removedModelsKeptMs).toISOString(),
    };
    const production = versions.find(({ stage }) => stage === "PRODUCTION")?.version ?? null;
    return {
      result,
      registry: [{ kind: "REMOVED", model: model.name, modelId: model.id, production }],
      audit: {
        summary: `Removed the model ${model.name} with ${counted(versions.length, "version")}.`,
        details: { planDigest: digest, changes, versions: versions.length, cancelledRuns },
        before: { versions: versions.map(({ version, stage }) => ({ version, stage })) },
        after: null,
      },
    };
  },
  afterCommit: (_result, { services }) => services.predictor.invalidate(),
});
