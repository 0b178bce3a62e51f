import type { SetPolicyInput } from "../../gql/graphql.ts";
import type { PolicyAsked } from "./policy-words.ts";

/** A policy as its form holds it: numbers as they are typed. */
export interface PolicyDraft {
  metrics: { name: string; atLeast: string; atMost: string }[];
  notWorse: boolean;
  notWorseMetric: string;
  tolerance: string;
  description: boolean;
  parity: boolean;
  approval: boolean;
}

export function draftOf(policy: PolicyAsked): PolicyDraft {
  const typed = (value: number | null | undefined) => (typeof value === "number" ? String(value) : "");
  return {
    metrics: policy.metrics.map(({ name, atLeast, atMost }) => ({
      name,
      atLeast: typed(atLeast),
      atMost: typed(atMost),
    })),
    notWorse: Boolean(policy.notWorse),
    notWorseMetric: policy.notWorse?.metric ?? "",
    tolerance: typed(policy.notWorse?.tolerance || null),
    description: policy.description,
    parity: policy.parity,
    approval: policy.approvals > 0,
  };
}

/** A draft as the API takes it: a number that is not typed is none. What is not right about it, the API says. */
export function inputOf(draft: PolicyDraft): Omit<SetPolicyInput, "model" | "expectedRevision"> {
  const number = (typed: string) => (typed.trim() === "" ? null : Number(typed));
  return {
    metrics: draft.metrics.map(({ name, atLeast, atMost }) => ({
      name: name.trim(),
      atLeast: number(atLeast),
      atMost: number(atMost),
    })),
    notWorse: draft.notWorse ? { metric: draft.notWorseMetric || null, tolerance: number(draft.tolerance) ?? 0 } : null,
    description: draft.description,
    parity: draft.parity,
    approvals: draft.approval ? 1 : 0,
  };
}
