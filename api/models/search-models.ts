import { z } from "zod";
import type { Model, ModelTag } from "../../prisma/client/client.ts";
import { defineRead } from "../actions/define-action.ts";
import { inOrderOf, searchInput } from "./search/search-input.ts";
import { searchPage } from "./search/search-page.ts";
import { modelSearch } from "./search/searches.ts";

export interface FoundModel extends Model {
  tags: Pick<ModelTag, "key" | "value">[];
  aliases: { name: string; version: { version: number } }[];
}

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
      include: {
        tags: { select: { key: true, value: true }, orderBy: { key: "asc" } },
        aliases: { select: { name: true, version: { select: { version: true } } }, orderBy: { name: "asc" } },
      },
    });
    return { models: inOrderOf(ids, rows), next: ids.length > limit ? (ids[limit - 1] ?? null) : null };
  },
});
