import type { Model, ModelVersion } from "../../prisma/client/client.ts";
import type { Gate, Plan } from "../actions/define-action.ts";
import type { Transaction } from "../platform/database.ts";
import { lockPolicy, type Move } from "./stages.ts";

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
 */
export async function planTakeOver(tx: Transaction, model: Model, target: ModelVersion): Promise<TakeOverPlan> {
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
  const replaced = current.map(({ model: owner, ...version }) => ({ model: owner, version }));
  const gates: Gate[] = [
    {
      name: "artifact",
      passed: /^[0-9a-f]{64}$/.test(target.artifactSha256),
      detail: `The ONNX file of version ${target.version} was checked against the trainer's numbers when it was registered.`,
    },
  ];
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
    gates,
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

/** The moves of the plan; the versions replaced go first. */
export function takeOverMoves(plan: TakeOverPlan, reason: "PROMOTED" | "ROLLED_BACK"): Move[] {
  return [
    ...plan.replaced.map((old) => ({ ...old, to: "ARCHIVED" as const, reason: "SUPERSEDED" as const })),
    { model: plan.model, version: plan.target, to: "PRODUCTION", reason },
  ];
}

/** The stage as a sentence says it. */
export function stageName(stage: ModelVersion["stage"]): string {
  return stage.toLowerCase();
}
