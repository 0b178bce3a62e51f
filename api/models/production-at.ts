import type { Model, ModelVersion, StageChange } from "../../prisma/client/client.ts";
import type { Database } from "../platform/database.ts";
import { parseInput } from "../platform/parse-input.ts";
import { pastInstant } from "./inputs.ts";

/** A version in production, then or now, and the change that brought it there: who did it, when and why. */
export interface InProduction {
  version: ModelVersion & { model: Model };
  change: StageChange;
}

/**
 * What was in production at a time: of the model that had the name then (it may be removed by now, and another one have its name), or
 * without a name what answered predictions that named no model: the version promoted last of those in production.
 * A change at that very time has happened.
 * @throws {InvalidInputError} for a time that has not come, or before there were any to keep
 */
export async function productionAt(
  database: Database,
  { model, at: time }: { model?: string | undefined; at: Date },
): Promise<InProduction | null> {
  const at = parseInput(pastInstant, time, ["at"]);
  const id = model === undefined ? await promotedLast(database, at) : await ofModel(database, model, at);
  if (id === null) return null;
  const change = await database.stageChange.findUniqueOrThrow({
    where: { id },
    include: { version: { include: { model: true } } },
  });
  const { version, ...row } = change;
  return version && { version, change: row };
}

/** The last change into or out of production, of whichever model had the name: if it led into it, that version was there. */
async function ofModel(database: Database, name: string, at: Date): Promise<bigint | null> {
  const [last] = await database.$queryRaw<{ id: bigint; entered: boolean }[]>`
    SELECT c.id, c.to_stage = 'PRODUCTION' AS entered
    FROM stage_change c JOIN model m ON m.id = c.model_id
    WHERE m.name = ${name} AND c.at <= ${at.toISOString()}::timestamptz AND c.version_id IS NOT NULL
      AND (c.to_stage = 'PRODUCTION' OR c.from_stage = 'PRODUCTION')
    ORDER BY c.at DESC, c.id DESC LIMIT 1`;
  return last?.entered ? last.id : null;
}

/** The last change into production of a version that did not leave it again until then. */
async function promotedLast(database: Database, at: Date): Promise<bigint | null> {
  const then = at.toISOString();
  const [last] = await database.$queryRaw<{ id: bigint }[]>`
    SELECT c.id FROM stage_change c
    WHERE c.to_stage = 'PRODUCTION' AND c.at <= ${then}::timestamptz AND NOT EXISTS (
      SELECT FROM stage_change l
      WHERE l.version_id = c.version_id AND l.id > c.id AND l.from_stage = 'PRODUCTION' AND l.at <= ${then}::timestamptz)
    ORDER BY c.at DESC, c.id DESC LIMIT 1`;
  return last?.id ?? null;
}
