import type { Stage } from "../../../prisma/client/client.ts";
import type { Database, Transaction } from "../../platform/database.ts";
import { liveModels } from "../live-models.ts";

export interface MirroredVersion {
  id: string;
  version: number;
  stage: Stage;
  description: string;
  tags: ReadonlyMap<string, string>;
  /** The server has it no more. */
  gone: boolean;
}

/** A live model as this database has it, as far as a server has it too. */
export interface MirroredModel {
  id: string;
  name: string;
  description: string;
  tags: ReadonlyMap<string, string>;
  aliases: ReadonlyMap<string, number>;
  versions: readonly MirroredVersion[];
}

/** One query after another: it is read in transactions too, which have one connection. @returns null when no live model has the name */
export async function readMirror(on: Database | Transaction, name: string): Promise<MirroredModel | null> {
  const found = await on.model.findFirst({
    where: { name, ...liveModels },
    select: { id: true, name: true, description: true },
  });
  if (!found) return null;
  const modelId = found.id;
  const tags = await on.modelTag.findMany({ where: { modelId } });
  const aliases = await on.modelAlias.findMany({
    where: { modelId },
    select: { name: true, version: { select: { version: true } } },
  });
  const versions = await on.modelVersion.findMany({
    where: { modelId },
    select: { id: true, version: true, stage: true, description: true, tags: true, deletedAt: true },
    orderBy: { version: "asc" },
  });
  return {
    ...found,
    tags: pairs(tags),
    aliases: new Map(aliases.map((alias) => [alias.name, alias.version.version])),
    versions: versions.map(({ deletedAt, ...version }) => ({
      ...version,
      tags: pairs(version.tags),
      gone: deletedAt !== null,
    })),
  };
}

function pairs(tags: readonly { key: string; value: string }[]): Map<string, string> {
  return new Map(tags.map(({ key, value }) => [key, value]));
}
