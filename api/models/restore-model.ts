import { z } from "zod";
import { defineWrite } from "../actions/define-action.ts";
import type { Transaction } from "../platform/database.ts";
import { ConflictError, NotFoundError } from "../platform/errors.ts";
import { counted } from "./counted.ts";
import { modelName } from "./inputs.ts";
import { liveModels, unknownModel } from "./live-models.ts";
import { lockName, takeReserved } from "./logged/reserved-models.ts";
import { lockPolicy } from "./production-scope.ts";
import { findRestorable } from "./removed-models.ts";
import { appendModelStage, moveStages } from "./stages.ts";

/** Takes a removed model into the registry again, with its versions, aliases, tags and policy. */
export const restoreModel = defineWrite({
  name: "restoreModel",
  title: "Restore a model",
  description:
    "Takes the model of that name that was removed last into the registry again. Its candidates are candidates again; what was in production is archived, and a rollback brings it back.",
  risk: "write",
  permission: "models:remove",
  input: z.object({ name: modelName }),
  subject: ({ name }) => ({ subject: name }),
  model: ({ name }) => name,
  async plan(tx, { name }, { services: { clock, removedModelsKeptMs: keptMs } }) {
    await lockPolicy(tx);
    await lockName(tx, name);
    if (await tx.model.findFirst({ where: { name, ...liveModels }, select: { id: true } })) {
      throw new ConflictError(
        `There is a model ${name} in the registry, so the one that was removed can't be restored beside it. Remove that one first.`,
      );
    }
    const found = await findRestorable(tx, name, { now: clock.now(), keptMs });
    // Its row, as it is once nobody else has it: given up or restored meanwhile, it is not there.
    const [held] = found
      ? await tx.$queryRaw<{ id: string }[]>`
          SELECT id::text AS id FROM model
          WHERE id = ${found.id}::uuid AND removed_at IS NOT NULL AND purged_at IS NULL FOR UPDATE`
      : [];
    if (!found || !held) return notRestorable(tx, name);
    const candidates = await versionsRemovedAsCandidates(tx, found.id, found.removedAt);
    const versions = await tx.modelVersion.count({ where: { modelId: found.id } });
    return {
      model: found,
      candidates,
      effects: [
        `${name} is in the registry again, with ${counted(versions, "version")}, ${counted(candidates.length, "candidate")} among them.`,
        "None is in production: a rollback brings back what was.",
      ],
      gates: [],
      basis: { model: found.id, removedAt: found.removedAt.toISOString(), versions },
    };
  },
  async execute(tx, _input, { model, candidates }, scope, digest) {
    // What was said of the name while it was only reserved is added to what the model has.
    const reserved = await takeReserved(tx, model.name);
    const description = model.description || (reserved?.description ?? "");
    await tx.model.update({ where: { id: model.id }, data: { removedAt: null, description } });
    const tags = (reserved?.tags ?? []).map((tag) => ({ ...tag, modelId: model.id }));
    await tx.modelTag.createMany({ data: tags, skipDuplicates: true });
    const restored = { model, to: "CANDIDATE", reason: "RESTORED" } as const;
    await appendModelStage(tx, restored, scope, digest);
    const moves = candidates.map((version) => ({ ...restored, version }));
    const changes = await moveStages(tx, moves, scope, digest);
    return {
      result: { modelId: model.id, name: model.name },
      registry: [
        {
          kind: "RESTORED",
          model: model.name,
          modelId: model.id,
          candidates: candidates.map(({ version }) => version),
        },
      ],
      audit: {
        summary: `Restored the model ${model.name}.`,
        details: { planDigest: digest, changes, removedAt: model.removedAt.toISOString() },
        before: null,
        after: { candidates: candidates.map(({ version }) => version) },
      },
    };
  },
  afterCommit: (_result, { services }) => services.predictor.invalidate(),
});

/** Those that the removal, the last one of the model, took from being candidates. */
async function versionsRemovedAsCandidates(tx: Transaction, modelId: string, removedAt: Date) {
  const changes = await tx.stageChange.findMany({
    where: { modelId, reason: "REMOVED", fromStage: "CANDIDATE", at: { gte: removedAt } },
    select: { versionId: true },
  });
  return tx.modelVersion.findMany({
    where: { id: { in: changes.flatMap(({ versionId }) => versionId ?? []) } },
    orderBy: { version: "asc" },
  });
}

/** @throws {NotFoundError} saying why there is nothing to restore */
async function notRestorable(tx: Transaction, name: string): Promise<never> {
  const gone = await tx.model.findFirst({ where: { name, removedAt: { not: null } }, select: { id: true } });
  if (!gone) return unknownModel(tx, name, "restore");
  throw new NotFoundError(`The model ${name} was removed too long ago to be restored: its files are no longer kept.`);
}
