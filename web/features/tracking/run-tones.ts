import type { LoggedModelStatus, LoggedRunStatus } from "../../gql/graphql.ts";
import type { Tone } from "../../ui/Badge.tsx";

/** How a run's state looks; the word beside it says the same. */
export const loggedRunTones: Record<LoggedRunStatus, Tone> = {
  SCHEDULED: "neutral",
  RUNNING: "accent",
  FINISHED: "good",
  FAILED: "bad",
  KILLED: "warn",
};

export const loggedModelTones: Record<LoggedModelStatus, Tone> = {
  PENDING: "accent",
  READY: "good",
  UPLOAD_FAILED: "bad",
};
