import { inWords, plainNumber } from "../../ui/format.ts";

/** What a policy asks for. */
export interface PolicyAsked {
  approvals: number;
  description: boolean;
  parity: boolean;
  metrics: readonly { name: string; atLeast?: number | null; atMost?: number | null }[];
  notWorse?: { metric?: string | null; tolerance: number } | null;
}

/** A policy as sentences, one for each thing that it asks of a version; none where it asks for nothing. */
export function policyInWords(policy: PolicyAsked): string[] {
  const { approvals, description, parity, metrics, notWorse } = policy;
  return [
    ...metrics.map(({ name, atLeast, atMost }) => `${inWords(name)} ${bounds(atLeast, atMost)}`),
    ...(notWorse ? [notWorseInWords(notWorse)] : []),
    ...(description ? ["It has a description"] : []),
    ...(parity ? ["Its file, run anew, gives the metrics that were registered"] : []),
    ...(approvals > 0 ? ["A second person approves it"] : []),
  ];
}

function bounds(atLeast: number | null | undefined, atMost: number | null | undefined): string {
  const least = typeof atLeast === "number" ? [`at least ${plainNumber(atLeast)}`] : [];
  const most = typeof atMost === "number" ? [`at most ${plainNumber(atMost)}`] : [];
  return [...least, ...most].join(", ");
}

function notWorseInWords({ metric, tolerance }: NonNullable<PolicyAsked["notWorse"]>): string {
  const by = metric ? ` by ${inWords(metric)}` : "";
  return `Not worse than production${by}${tolerance > 0 ? `, but for ${plainNumber(tolerance)}` : ""}`;
}
