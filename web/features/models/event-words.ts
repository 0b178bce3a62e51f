import type { ModelEventType } from "../../gql/graphql.ts";

/** What happened to a model, done by somebody. */
export interface ModelHappening {
  type: ModelEventType;
  model: string;
  version?: number | null;
  /** Of the alias or tag. */
  name?: string | null;
  actor: string;
}

/** "ada promoted titanic version 2." */
export function eventInWords({ type, model, version, name, actor }: ModelHappening): string {
  const what = version ? `${model} version ${version}` : model;
  const did: Record<ModelEventType, string> = {
    ALIAS_DELETED: `deleted the alias ${name} of ${model}`,
    ALIAS_SET: `pointed the alias ${name} to ${what}`,
    ARCHIVED: `archived ${what}`,
    DESCRIBED: `described ${what}`,
    POLICY_SET: `set the policy of ${model}`,
    PROMOTED: `promoted ${what}`,
    PROPOSAL_APPROVED: `approved the promotion of ${what}`,
    PROPOSAL_EXPIRED: `let the proposal to promote ${what} expire`,
    PROPOSAL_REJECTED: `rejected the promotion of ${what}`,
    PROPOSED: `proposed to promote ${what}`,
    REGISTERED: `registered ${what}`,
    REMOVED: `removed ${model}`,
    RESTORED: `restored ${what}`,
    ROLLED_BACK: `rolled ${model} back${version ? ` to version ${version}` : ""}`,
    TAG_DELETED: `deleted the tag ${name} of ${what}`,
    TAG_SET: `set the tag ${name} of ${what}`,
  };
  return `${actor} ${did[type]}.`;
}
