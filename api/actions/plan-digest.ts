import { canonicalJson, sha256 } from "../platform/canonical-json.ts";
import type { Plan } from "./define-action.ts";

/** The digest of a plan: canonical input, what it rests on, and how long it may be approved. */
export function planDigest(action: string, input: unknown, plan: Plan, expiresAt: Date | null): string {
  return sha256(
    canonicalJson({ action, input, basis: plan.basis, gates: plan.gates, expiresAt: expiresAt?.toISOString() ?? null }),
  );
}
