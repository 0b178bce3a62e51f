import type { Model, ModelVersion } from "../../prisma/client/client.ts";
import type { Plan, Scope } from "../actions/define-action.ts";
import type { Transaction } from "../platform/database.ts";
import { artifactGate, type CheckedArtifact, checkArtifact } from "./artifact-gate.ts";
import type { ArtifactStore } from "./artifacts.ts";
import { baselineGate } from "./baseline-gate.ts";
import { lockModels } from "./live-models.ts";
import { lockPolicy } from "./production-scope.ts";
import { type Move, moveStages } from "./stages.ts";
import { versionResult } from "./version-result.ts";

/** A plan that puts one version into production. */
export interface TakeOverPlan extends Plan {
  model: Model;
  target: ModelVersion;
  /** Versions that leave production for it: at most one under the policy MODEL. */
  replaced: { model: { id: string; name: string }; version: ModelVersion }[];
}

/**
 * What it would change to put `target` into production, under the registry's policy: MODEL replaces the model's own production
 * version, REGISTRY whatever is in production in the whole registry. Holds the policy's lock from here on.
 * @param checked what a look at the file came to, before the locks; it is looked at again only when the target is another now
 */
export async function planTakeOver(
  tx: Transaction,
  model: Model,
  target: ModelVersion,
  { artifacts, checked }: { artifacts: ArtifactStore; checked: CheckedArtifact },
): Promise<TakeOverPlan> {
  const policy = await lockPolicy(tx);
  const current = await tx.modelVersion.findMany({
    where: {
      stage: "PRODUCTION",
      model: { removedAt: null },
      ...(policy.scope === "MODEL" ? { modelId: model.id } : {}),
    },
    include: { model: { select: { id: true, name: true } } },
    orderBy: { id: "asc" },
  });
  // Of other models under REGISTRY; none of them leaves production meanwhile, as the policy is locked.
  await lockModels(
    tx,
    current.map(({ modelId }) => modelId).filter((id) => id !== model.id),
  );
  const replaced = current.map(({ model: owner, ...version }) => ({ model: owner, version }));
  const artifact = checked.sha256 === target.artifactSha256 ? checked : await checkArtifact(artifacts, model, target);
  return {
    model,
    target,
    replaced,
    effects: [
      `${model.name} version ${target.version} goes from ${stageName(target.stage)} to production and answers predictions.`,
      ...replaced.map(
        (old) =>
          `${old.model.name} version ${old.version.version} leaves production and is archived; a rollback brings it back.`,
      ),
    ],
    gates: [artifactGate(model, target, artifact), ...baselineGate(model, target)],
    basis: {
      model: model.id,
      version: target.version,
      stage: target.stage,
      artifactSha256: target.artifactSha256,
      production: replaced.map((old) => ({ model: old.model.id, version: old.version.version })),
      policyRevision: policy.revision,
    },
  };
}

/**
 * Puts the plan's version into production in the caller's transaction: the versions that it replaces are archived first.
 * Returns what the action answers and what is audited.
 */
export async function takeOver(
  tx: Transaction,
  plan: TakeOverPlan,
  how: { reason: "PROMOTED" | "ROLLED_BACK"; summary: string },
  scope: Scope,
  planDigest: string,
) {
  const moves: Move[] = [
    ...plan.replaced.map((old) => ({ ...old, to: "ARCHIVED" as const, reason: "SUPERSEDED" as const })),
    { model: plan.model, version: plan.target, to: "PRODUCTION", reason: how.reason },
  ];
  const changes = await moveStages(tx, moves, scope, planDigest);
  return versionResult(plan.model, plan.target, {
    summary: how.summary,
    details: { planDigest, changes: changes.toReversed() },
    before: {
      production: plan.replaced.map((old) => `${old.model.name}/${old.version.version}`),
      stage: plan.target.stage,
    },
    after: { production: [`${plan.model.name}/${plan.target.version}`], stage: "PRODUCTION" as const },
  });
}

/** The stage as a sentence says it. */
export function stageName(stage: ModelVersion["stage"]): string {
  return stage.toLowerCase();
}
