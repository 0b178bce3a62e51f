import type { Stage } from "../../prisma/client/client.ts";
import type { Database } from "../platform/database.ts";

/** How many versions each of these models has, by its id; of those that have one. */
export async function countVersions(database: Database, modelIds: string[]): Promise<Map<string, number>> {
  const rows = await database.modelVersion.groupBy({
    by: ["modelId"],
    where: { modelId: { in: modelIds } },
    _count: { _all: true },
  });
  return new Map(rows.map(({ modelId, _count }) => [modelId, _count._all]));
}

/** A version by which more of it is found. */
export interface NewestVersion {
  id: string;
  version: number;
  stage: Stage;
}

/**
 * Each model's newest versions, the newest first, by the model's id: an index gives each model's first ones, however many come behind them.
 */
export async function newestVersions(
  database: Database,
  modelIds: string[],
  take: number,
): Promise<Map<string, NewestVersion[]>> {
  const rows = await database.$queryRaw<(NewestVersion & { modelId: string })[]>`
    SELECT m.id::text AS "modelId", v.id::text AS id, v.version, v.stage::text AS stage FROM unnest(${modelIds}::uuid[]) AS m(id)
    CROSS JOIN LATERAL (SELECT * FROM model_version v WHERE v.model_id = m.id ORDER BY v.version DESC LIMIT ${take}) v
    ORDER BY m.id, v.version DESC`;
  const found = new Map<string, NewestVersion[]>();
  for (const { modelId, ...version } of rows) {
    const own = found.get(modelId);
    if (own) own.push(version);
    else found.set(modelId, [version]);
  }
  return found;
}
