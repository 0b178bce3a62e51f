import type { Database } from "../../platform/database.ts";
import { ConfigurationError } from "../../platform/errors.ts";
import { liveModels } from "../live-models.ts";
import { lockPolicy } from "../production-scope.ts";

/**
 * Notes which MLflow server this database mirrors, or that it is the registry itself.
 * @throws {ConfigurationError} when it holds the models of another registry: a mirror would take them for removed
 */
export async function applyRegistry(database: Database, server: string | null): Promise<void> {
  await database.$transaction(async (tx) => {
    await lockPolicy(tx);
    const { server: now } = await tx.registryPolicy.findUniqueOrThrow({ where: { id: 1 } });
    if (now === server) return;
    const models = await tx.model.findMany({ where: liveModels, select: { name: true }, take: 5 });
    if (models.length > 0) {
      const names = models.map(({ name }) => name).join(", ");
      throw new ConfigurationError(
        now === null
          ? `REGISTRY=mlflow is for a database that has no models of its own, and this one has: ${names}. Give Modelwright another database, or remove them first.`
          : `This database mirrors the MLflow server at ${now} (${names}), and ${server === null ? "REGISTRY=mlflow is not set" : `MLFLOW_TRACKING_URI is ${server}`}. Start with REGISTRY=mlflow and that address, or give Modelwright another database.`,
      );
    }
    await tx.registryPolicy.update({ where: { id: 1 }, data: { server } });
  });
}
