import { z } from "zod";
import type { Model, ModelVersion } from "../../prisma/client/client.ts";
import { defineWrite } from "../actions/define-action.ts";
import type { Transaction } from "../platform/database.ts";
import { ConflictError } from "../platform/errors.ts";
import { checkArtifact } from "./artifact-gate.ts";
import { modelName, versionNumber } from "./inputs.ts";
import { findModel, lockModel } from "./live-models.ts";
import { productionStack } from "./production-history.ts";
import { lockPolicy } from "./production-scope.ts";
import { findVersion, productionOf } from "./stages.ts";
import { planTakeOver, takeOver } from "./take-over-production.ts";

/** Brings back a version that was in production before. */
export const rollback = defineWrite({
  name: "rollback",
  title: "Roll back a model",
  description:
    "Brings back the version of a model that was in production before the present one, or, when none is in production, the last that was; or the one named, if it ever was in production.",
  risk: "destructive",
  permission: "models:write",
  input: z.object({
    model: modelName,
    /** Omitted or null: the one before the present one. */
    version: versionNumber.nullish().transform((version) => version ?? undefined),
  }),
  subject: ({ model, version }) => ({ subject: model, ...(version ? { version } : {}) }),
  model: ({ model }) => model,
  async plan(tx, input, { services: { artifacts } }) {
    // The file is read before anything is locked: others need not wait for a disk.
    const named = await findModel(tx, input.model);
    const checked = await checkArtifact(artifacts, named, await findTarget(tx, named, input.version));
    await lockPolicy(tx);
    const model = await lockModel(tx, input.model);
    return planTakeOver(tx, model, await findTarget(tx, model, input.version), { artifacts, checked });
  },
  execute: (tx, _input, plan, scope, digest) =>
    takeOver(
      tx,
      plan,
      { reason: "ROLLED_BACK", summary: `Rolled ${plan.model.name} back to version ${plan.target.version}.` },
      scope,
      digest,
    ),
  afterCommit: (_result, { services }) => services.predictor.invalidate(),
});

/**
 * The version to go back to: the one named, or the one before the present one.
 * @throws {NotFoundError | ConflictError} when there is none, or the one named never was in production, or is
 */
async function findTarget(
  tx: Transaction,
  model: Pick<Model, "id" | "name">,
  version: number | undefined,
): Promise<ModelVersion> {
  if (!version) return findPrevious(tx, model);
  const target = await findVersion(tx, model, version);
  if (target.stage === "PRODUCTION") {
    throw new ConflictError(`Version ${version} of ${model.name} is in production already.`);
  }
  if (target.promotedAt === null) throw new ConflictError(neverInProduction(model.name, version));
  return target;
}

/** Why a rollback can't bring a version back, and what does. */
export function neverInProduction(model: string, version: number): string {
  return `Version ${version} of ${model} was never in production, and a rollback brings back one that was. To put it there, promote it.`;
}

/**
 * The version that was in production before the present one; or, when none is in production, the last that was.
 * @throws {ConflictError} when there is none
 */
async function findPrevious(tx: Transaction, model: Pick<Model, "id" | "name">): Promise<ModelVersion> {
  const current = await productionOf(tx, model.id);
  const changes = await tx.stageChange.findMany({ where: { modelId: model.id }, orderBy: { id: "asc" } });
  const id = productionStack(changes)
    .filter((version) => version !== current?.id)
    .at(-1);
  const previous = id === undefined ? null : await tx.modelVersion.findUnique({ where: { id } });
  if (previous) return previous;
  throw new ConflictError(
    current
      ? `There is nothing to roll back to: version ${current.version} is the first of ${model.name} that was in production.`
      : `There is nothing to roll back to: no version of ${model.name} was ever in production.`,
  );
}
