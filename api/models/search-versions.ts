import { z } from "zod";
import type { Model, ModelAlias, ModelVersion, VersionOrigin, VersionTag } from "../../prisma/client/client.ts";
import { defineRead } from "../actions/define-action.ts";
import { inOrderOf, searchInput } from "./search/search-input.ts";
import { searchPage } from "./search/search-page.ts";
import { versionSearch } from "./search/searches.ts";

/** A version with what stands beside it. */
export interface FoundVersion extends ModelVersion {
  model: Pick<Model, "name">;
  origin: VersionOrigin | null;
  tags: VersionTag[];
  aliases: ModelAlias[];
}

export const versionParts = {
  model: { select: { name: true } },
  origin: true,
  tags: { orderBy: { key: "asc" } },
  aliases: { orderBy: { name: "asc" } },
} as const;

export interface VersionsFound {
  versions: FoundVersion[];
  /** The id to go on behind; null when there are no more. */
  next: string | null;
}

/** Versions by a filter, with their aliases and tags. */
export const searchVersions = defineRead({
  name: "searchVersions",
  title: "Search versions",
  description: "Finds versions of models by a filter in MLflow's syntax, in the order asked for, a page at a time.",
  permission: "models:read",
  input: z.object(searchInput),
  async read({ services: { database } }, { limit, after, ...query }): Promise<VersionsFound> {
    const ids = await searchPage(database, versionSearch(query), { take: limit + 1, after });
    const rows = await database.modelVersion.findMany({
      where: { id: { in: ids.slice(0, limit) } },
      include: versionParts,
    });
    return { versions: inOrderOf(ids, rows), next: ids.length > limit ? (ids[limit - 1] ?? null) : null };
  },
});
