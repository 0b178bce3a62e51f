import type { TrainingStatus } from "../../gql/graphql.ts";
import type { Tone } from "../../ui/Badge.tsx";

/** How a run's state looks; the word beside it says the same. */
export const runTones: Record<TrainingStatus, Tone> = {
  QUEUED: "neutral",
  RUNNING: "accent",
  SUCCEEDED: "good",
  FAILED: "bad",
  CANCELLED: "warn",
};

/** Whether something may still come of it. */
export function isLive(status: TrainingStatus): boolean {
  return status === "QUEUED" || status === "RUNNING";
}

/** How long something took, in words: 0.4 s, 12 s, 3 min 5 s. Empty while it has no end. */
export function duration(from: string | null | undefined, to: string | null | undefined): string {
  if (!from || !to) return "";
  const seconds = Math.max(0, Date.parse(to) - Date.parse(from)) / 1_000;
  if (seconds < 10) return `${seconds.toFixed(1)} s`;
  if (seconds < 60) return `${Math.round(seconds)} s`;
  return `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`;
}
