import type { Model } from "../../prisma/client/client.ts";
import type { Services } from "../actions/services.ts";
import type { Database, Transaction } from "../platform/database.ts";
import { countVersions } from "./newest-versions.ts";

/** Until when a removed model can be restored; its files are deleted after that. */
export function restorableUntil({ removedAt }: { removedAt: Date }, keptMs: number): Date {
  return new Date(removedAt.getTime() + keptMs);
}

export type RemovedRow = Model & { removedAt: Date };

/** The model of that name that was removed last, if it can be restored still. */
export async function findRestorable(
  on: Database | Transaction,
  name: string,
  { now, keptMs }: { now: Date; keptMs: number },
): Promise<RemovedRow | null> {
  const after = new Date(now.getTime() - keptMs);
  const model = await on.model.findFirst({
    where: { name, removedAt: { gt: after }, purgedAt: null },
    orderBy: { removedAt: "desc" },
  });
  return model?.removedAt ? { ...model, removedAt: model.removedAt } : null;
}

/**
 * Gives up the models that were removed long enough ago: they can't be restored from then on, and the next sweep deletes their files.
 * One that can't be deleted where it is kept waits for the next time.
 * @returns how many
 */
export async function giveUpRemovedModels(
  { database, registry, log }: Pick<Services, "database" | "registry" | "log">,
  { now, keptMs }: { now: Date; keptMs: number },
): Promise<number> {
  const due = { removedAt: { lte: new Date(now.getTime() - keptMs) }, purgedAt: null };
  const given: string[] = [];
  for (const model of await database.model.findMany({ where: due, select: { id: true, name: true } })) {
    try {
      await registry.giveUp(model);
      given.push(model.id);
    } catch (error) {
      log.warn(
        { err: error, model: model.name },
        "a removed model could not be deleted where it is kept; trying again",
      );
    }
  }
  const { count } = await database.model.updateMany({
    where: { ...due, id: { in: given } },
    data: { purgedAt: now },
  });
  return count;
}

/** A model that was removed and can be restored still. */
export interface RemovedModel {
  name: string;
  versions: number;
  removedAt: string;
  restorableUntil: string;
}

/** The ones removed last first; of a name the last one alone, since that is the one that is restored. */
export async function findRemovedModels(
  database: Database,
  { now, keptMs }: { now: Date; keptMs: number },
): Promise<RemovedModel[]> {
  const rows = await database.model.findMany({
    where: { removedAt: { gt: new Date(now.getTime() - keptMs) }, purgedAt: null },
    orderBy: [{ removedAt: "desc" }, { id: "desc" }],
    distinct: ["name"],
    take: mostListed,
  });
  const counts = await countVersions(
    database,
    rows.map(({ id }) => id),
  );
  return rows.flatMap(({ id, name, removedAt }) =>
    removedAt
      ? [
          {
            name,
            versions: counts.get(id) ?? 0,
            removedAt: removedAt.toISOString(),
            restorableUntil: restorableUntil({ removedAt }, keptMs).toISOString(),
          },
        ]
      : [],
  );
}

const mostListed = 200;
