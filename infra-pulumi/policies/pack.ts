/** The rules as Pulumi's policies: each ends a deployment that breaks it, before anything is changed. */
import { type Policies, PolicyPack } from "@pulumi/policy";
import { rules } from "./rules/index.ts";

const policies: Policies = rules.flatMap(({ name, description, check, checkStack }) => [
  ...(check
    ? [
        {
          name,
          description,
          validateResource: ({ type, name, urn, props }, report) => {
            for (const sentence of check({ type, name, urn, props })) report(`${name} ${sentence}`);
          },
        } satisfies Policies[number],
      ]
    : []),
  ...(checkStack
    ? [
        {
          name: `${name}-as-a-whole`,
          description,
          validateStack: ({ resources }, report) => {
            for (const sentence of checkStack(resources)) report(sentence);
          },
        } satisfies Policies[number],
      ]
    : []),
]);

new PolicyPack("modelwright", { policies, enforcementLevel: "mandatory" });
