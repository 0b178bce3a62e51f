import * as pulumi from "@pulumi/pulumi";
import { badResources } from "../../../policies/testing/bad-resources.ts";

/** A resource of any type, asked for by its name: the SDK's own classes would not compile with what is wrong here. */
class Bad extends pulumi.CustomResource {}

// The stack "whole" has what is bad only beside what is missing.
const wanted = (rule: string) => rule.endsWith("-as-a-whole") === (pulumi.getStack() === "whole");

badResources.forEach(({ rule, type, props, inside, beside }, index) => {
  if (!wanted(rule)) return;
  const parent = inside ? new pulumi.ComponentResource(inside, `around-${index}`) : undefined;
  new Bad(type, `bad-${index}`, props, parent ? { parent } : {});
  if (beside) new Bad(beside.type, `beside-${index}`, beside.props);
});
