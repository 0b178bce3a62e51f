import { isTaggable } from "../../components/tagging.ts";
import type { Rule } from "../rule.ts";

const TAGS = ["project", "environment", "stack", "managedBy"];

export const tagged: Rule = {
  name: "tagged",
  description: "Costs and owners are found by tags.",
  check: ({ type, props }) =>
    isTaggable(type) ? TAGS.filter((tag) => !props.tags?.[tag]).map((tag) => `has no tag ${tag}`) : [],
};
