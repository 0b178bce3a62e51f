import type { ProductionScope } from "../../prisma/client/client.ts";
import type { Database } from "../platform/database.ts";
import { ConflictError } from "../platform/errors.ts";
import { lockPolicy } from "./stages.ts";

/** Where PRODUCTION is unique when the scope is the whole registry. */
export const registryScope = "registry";

/** The value of model_version.production_scope under a policy. */
export function productionScopeOf(scope: ProductionScope, modelId: string): string {
  return scope === "MODEL" ? modelId : registryScope;
}

/**
 * Makes the configured scope the registry's policy. A new scope is a new revision: plans that were shown under the old one are stale.
 * @throws {ConflictError} more than one version is in production, and the scope wanted is REGISTRY: a person must choose
 */
export async function applyProductionScope(database: Database, scope: ProductionScope): Promise<void> {
  await database.$transaction(async (tx) => {
    const policy = await lockPolicy(tx);
    if (policy.scope === scope) return;
    if (scope === "REGISTRY") {
      const production = await tx.modelVersion.findMany({
        where: { stage: "PRODUCTION" },
        select: { version: true, model: { select: { name: true } } },
      });
      if (production.length > 1) {
        const names = production.map(({ model, version }) => `${model.name} version ${version}`).join(", ");
        throw new ConflictError(
          `PRODUCTION_SCOPE=REGISTRY allows one production version, and there are ${production.length}: ${names}. Start with PRODUCTION_SCOPE=MODEL, archive all but one, and start again.`,
        );
      }
      await tx.modelVersion.updateMany({ data: { productionScope: registryScope } });
    } else {
      await tx.$executeRaw`UPDATE model_version SET production_scope = model_id::text`;
    }
    await tx.registryPolicy.update({
      where: { id: 1 },
      data: { scope, revision: { increment: 1 }, changedAt: new Date() },
    });
  });
}
