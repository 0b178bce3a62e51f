import type { StageChangeReason } from "../../gql/graphql.ts";

/** What became of a version, as a sentence. */
export function changeInWords(change: { version?: number | null; reason: StageChangeReason; to: string }): string {
  const version = `Version ${change.version}`;
  switch (change.reason) {
    case "REGISTERED":
      return `${version} was registered: a candidate`;
    case "PROMOTED":
      return `${version} went into production`;
    case "SUPERSEDED":
      return `${version} left production: another took its place`;
    case "ARCHIVED":
      return `${version} was archived`;
    case "ROLLED_BACK":
      return change.to === "PRODUCTION"
        ? `${version} went back into production`
        : `${version} left production by a rollback`;
    case "RESTORED":
      return change.version ? `${version} is a candidate again` : "The model was restored";
    case "REMOVED":
      return change.version ? `${version} was archived with the model` : "The model was removed";
  }
}
