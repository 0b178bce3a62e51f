/** The digest of the plan that was approved, from an event's details; undefined where the act had none. */
export function planDigestOf(details: unknown): string | undefined {
  if (typeof details !== "object" || details === null || !("planDigest" in details)) return undefined;
  return typeof details.planDigest === "string" ? details.planDigest : undefined;
}
