import { z } from "zod";
import type { Model, ModelVersion, VersionTag } from "../../prisma/client/client.ts";
import { defineRead } from "../actions/define-action.ts";
import { inOrderOf, searchInput } from "./search/search-input.ts";
import { searchPage } from "./search/search-page.ts";
import { versionSearch } from "./search/searches.ts";

export interface FoundVersion extends ModelVersion {
  model: Model;
  tags: Pick<VersionTag, "key" | "value">[];
  aliases: { name: string }[];
}

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
      include: {
        model: true,
        tags: { select: { key: true, value: true }, orderBy: { key: "asc" } },
        aliases: { select: { name: true }, orderBy: { name: "asc" } },
      },
    });
    return { versions: inOrderOf(ids, rows), next: ids.length > limit ? (ids[limit - 1] ?? null) : null };
  },
});
