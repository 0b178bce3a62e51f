import type { Stage } from "../../gql/graphql.ts";

/** What the list of models is filtered by, as the address holds it: empty where there is no filter. */
export interface ModelFilter {
  search: string;
  stage: Stage | "";
}

/** Which models a stage stands for, as the list offers it. */
export const stageFilters: Record<Stage, string> = {
  PRODUCTION: "In production",
  CANDIDATE: "With a candidate",
  ARCHIVED: "With an archived version",
};

/** What an address says; a stage that there is not is left out. */
export function modelFilterOf(address: URLSearchParams): ModelFilter {
  const stage = address.get("stage") ?? "";
  return {
    search: address.get("search") ?? "",
    stage: Object.hasOwn(stageFilters, stage) ? (stage as Stage) : "",
  };
}

const pageSize = 24;

/** A page of the list, as the API takes it. */
export function modelsVariables({ search, stage }: ModelFilter, after: string | null = null) {
  return { first: pageSize, after, search: search.trim() || null, stage: stage || null };
}

/** The list of models with a filter. */
export function modelsPath({ search, stage }: ModelFilter): string {
  const parameters = new URLSearchParams({ ...(search ? { search } : {}), ...(stage ? { stage } : {}) });
  return parameters.size > 0 ? `/models?${parameters}` : "/models";
}
