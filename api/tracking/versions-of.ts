import type { Database } from "../platform/database.ts";

/** Of one run or logged model; nobody registers it more often. */
const mostVersions = 100;

/** The versions of models here that were registered of runs, by run: their ids, the newest first. */
export function versionsOfRuns(database: Database, runIds: string[]): Promise<Map<string, string[]>> {
  return versionsBy(database, "runId", runIds);
}

/** The same of logged models. */
export function versionsOfLoggedModels(database: Database, modelIds: string[]): Promise<Map<string, string[]>> {
  return versionsBy(database, "loggedModelId", modelIds);
}

async function versionsBy(
  database: Database,
  origin: "runId" | "loggedModelId",
  ids: string[],
): Promise<Map<string, string[]>> {
  const rows = await database.versionOrigin.findMany({
    where: { [origin]: { in: ids }, version: { model: { removedAt: null } } },
    select: { versionId: true, runId: true, loggedModelId: true },
    orderBy: { version: { createdAt: "desc" } },
    take: mostVersions * ids.length,
  });
  const versions = new Map<string, string[]>();
  for (const { versionId, ...row } of rows) {
    const of = row[origin] ?? "";
    versions.set(of, [...(versions.get(of) ?? []), versionId].slice(0, mostVersions));
  }
  return versions;
}
