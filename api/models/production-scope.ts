import type { ProductionScope } from "../../prisma/client/client.ts";
import { type Database, Prisma, type Transaction } from "../platform/database.ts";
import { ConfigurationError } from "../platform/errors.ts";

/** Where PRODUCTION is unique when the scope is the whole registry. */
const registryScope = "registry";

export interface RegistryPolicy {
  scope: ProductionScope;
  revision: number;
}

/**
 * The registry's rule on production, locked: what moves a version into or out of production goes one after another, whichever the
 * model. Taken before any model's lock.
 */
export function lockPolicy(tx: Transaction): Promise<RegistryPolicy> {
  return readPolicy(tx, Prisma.sql`FOR UPDATE`);
}

/** The rule, held as it is for who moves nothing: others may hold it too. Taken before any model's lock. */
export function holdPolicy(tx: Transaction): Promise<RegistryPolicy> {
  return readPolicy(tx, Prisma.sql`FOR SHARE`);
}

async function readPolicy(tx: Transaction, lock: Prisma.Sql): Promise<RegistryPolicy> {
  const [policy] = await tx.$queryRaw<RegistryPolicy[]>`
    SELECT scope::text AS scope, revision FROM registry_policy WHERE id = 1 ${lock}`;
  if (!policy) throw new Error("registry_policy has no row; the migrations are incomplete");
  return policy;
}

/** The value of model_version.production_scope under a policy. */
export function productionScopeOf(scope: ProductionScope, modelId: string): string {
  return scope === "MODEL" ? modelId : registryScope;
}

/**
 * Makes the configured scope the registry's policy. A new scope is a new revision: plans that were shown under the old one are stale.
 * @throws {ConfigurationError} more than one version is in production, and the scope wanted is REGISTRY: a person must choose
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
        throw new ConfigurationError(
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
