import type { Stage } from "../../../prisma/client/client.ts";
import { Prisma } from "../../platform/database.ts";
import { modelTarget } from "./model-target.ts";
import { type Search, type SearchQuery, understandSearch } from "./search-page.ts";
import { versionTarget } from "./version-target.ts";

/** Models by a filter, and by the two that a list of them has besides: a part of the name, and a stage that a version is in. */
export function modelSearch({
  search,
  stage,
  ...query
}: SearchQuery & { search?: string | null | undefined; stage?: Stage | null | undefined }): Search {
  // % and _ are wildcards of LIKE, which nobody means by a part of a name.
  const part = search ? `%${search.replace(/[\\%_]/g, "\\$&")}%` : null;
  const inStage = Prisma.sql`EXISTS (SELECT FROM model_version s WHERE s.model_id = m.id AND s.stage = ${stage}::"Stage")`;
  return understandSearch(modelTarget, query, {
    besides: [...(part ? [Prisma.sql`m.name ILIKE ${part}`] : []), ...(stage ? [inStage] : [])],
    newestFirst: false,
  });
}

/** Versions of all models, or of one, by a filter. */
export function versionSearch({ model, ...query }: SearchQuery & { model?: string | null | undefined }): Search {
  return understandSearch(versionTarget, query, {
    besides: model ? [Prisma.sql`m.name = ${model}`] : [],
    newestFirst: true,
  });
}
