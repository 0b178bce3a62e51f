import { z } from "zod";
import type { Model, ModelAlias, ModelTag, ModelVersion } from "../../prisma/client/client.ts";
import { defineRead } from "../actions/define-action.ts";
import { inOrderOf, searchInput } from "./search/search-input.ts";
import { searchPage } from "./search/search-page.ts";
import { modelSearch } from "./search/searches.ts";

/** A model with its own labels. */
export interface FoundModel extends Model {
  tags: ModelTag[];
  aliases: (ModelAlias & { version: Pick<ModelVersion, "version"> })[];
}

export const modelParts = {
  tags: { orderBy: { key: "asc" } },
  aliases: { orderBy: { name: "asc" }, include: { version: { select: { version: true } } } },
} as const;

export interface ModelsFound {
  models: FoundModel[];
  /** The id to go on behind; null when there are no more. */
  next: string | null;
}

/** Models by a filter, with their aliases and tags. */
export const searchModels = defineRead({
  name: "searchModels",
  title: "Search models",
  description: "Finds models by a filter in MLflow's syntax, in the order asked for, a page at a time.",
  permission: "models:read",
  input: z.object(searchInput),
  async read({ services: { database } }, { limit, after, ...query }): Promise<ModelsFound> {
    const ids = await searchPage(database, modelSearch(query), { take: limit + 1, after });
    const rows = await database.model.findMany({
      where: { id: { in: ids.slice(0, limit) } },
      include: modelParts,
    });
    return { models: inOrderOf(ids, rows), next: ids.length > limit ? (ids[limit - 1] ?? null) : null };
  },
});
