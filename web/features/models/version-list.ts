import type { Stage } from "../../gql/graphql.ts";
import { versionsOf } from "./comparison.ts";

/** What the address of a model's page says of the list of its versions. */
export interface VersionList {
  stage: Stage | "";
  /** The list begins with the newest version below this one; with the newest of all where it is null. */
  below: number | null;
  /** Chosen to be compared, the oldest first. */
  chosen: readonly number[];
}

/** As a select offers them. */
export const versionStages: Record<Stage, string> = {
  PRODUCTION: "In production",
  CANDIDATE: "Candidates",
  ARCHIVED: "Archived",
};

/** As many rows as stand on a page. */
export const versionsAtOnce = 10;

/** What an address says; what can't be is left out. */
export function versionListOf(address: URLSearchParams): VersionList {
  const stage = address.get("stage") ?? "";
  const [below = null] = versionsOf(address.get("below"));
  return {
    stage: Object.hasOwn(versionStages, stage) ? (stage as Stage) : "",
    below,
    chosen: versionsOf(address.get("compare")).sort((one, other) => one - other),
  };
}

/** A model's page with its list of versions so. */
export function versionListPath(model: string, { stage, below, chosen }: VersionList): string {
  const parameters = [
    ...(stage ? [`stage=${stage}`] : []),
    ...(below === null ? [] : [`below=${below}`]),
    ...(chosen.length > 0 ? [`compare=${chosen.join(",")}`] : []),
  ];
  const path = `/models/${encodeURIComponent(model)}`;
  return parameters.length > 0 ? `${path}?${parameters.join("&")}` : path;
}

/** A page of the list, and the page before it, as the API's search takes them. */
export function versionsVariables(model: string, { stage, below }: Pick<VersionList, "stage" | "below">) {
  const searched = (...conditions: string[]) =>
    [...(stage ? [`stage = '${stage}'`] : []), ...conditions].join(" AND ") || null;
  return {
    model,
    first: versionsAtOnce,
    filter: below === null ? searched() : searched(`version_number < ${below}`),
    isLater: below !== null,
    newer: searched(`version_number >= ${below ?? 0}`),
  };
}

/**
 * Where the page before begins, by its versions, which come the oldest first.
 * @returns null for the first page, which holds what comes new too
 */
export function belowOfNewer(newer: { totalCount: number; nodes: readonly { version: number }[] }): number | null {
  const newest = newer.nodes.at(-1)?.version;
  return newest === undefined || newer.totalCount <= versionsAtOnce ? null : newest + 1;
}

/** "11 to 20 of 46 versions" */
export function placeInWords(shown: { newer: number; here: number; total: number }): string {
  const { newer, here, total } = shown;
  const all = total === 1 ? "1 version" : `${total} versions`;
  if (here === 0) return `None of ${all}`;
  if (here === total) return all;
  return here === 1 ? `${newer + 1} of ${all}` : `${newer + 1} to ${newer + here} of ${all}`;
}
