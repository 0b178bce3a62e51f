import type { Made } from "./run-program.ts";

/** The properties of the one resource of a type (as "rds/instance") and name. */
export function inputsOf(made: Made[], kind: string, name?: string): Made["inputs"] {
  const found = made.filter((resource) => kindOf(resource) === kind && (name === undefined || resource.name === name));
  const [first, ...others] = found;
  if (!first || others.length > 0) throw new Error(`There are ${found.length} of ${kind} ${name ?? ""}`);
  return first.inputs;
}

/** "rds/instance" of "aws:rds/instance:Instance". */
export function kindOf({ type }: { type: string }): string {
  return type.split(":")[1] ?? type;
}

export function countsOf(made: Made[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const resource of made) counts[kindOf(resource)] = (counts[kindOf(resource)] ?? 0) + 1;
  return counts;
}

export interface ReadStatement {
  Sid?: string;
  Effect: string;
  Action: string | string[];
  Resource: string | string[];
  Condition?: Record<string, unknown>;
}

export function statementsOf(policy: string): ReadStatement[] {
  return JSON.parse(policy).Statement;
}

/** "action on resource", one a line: what a role may do, to be compared as a whole. */
export function rightsOf(made: Made[], name: string): string[] {
  return statementsOf(inputsOf(made, "iam/rolePolicy", name).policy)
    .flatMap(({ Action, Resource }) =>
      [Action].flat().flatMap((action) => [Resource].flat().map((on) => `${action} on ${on}`)),
    )
    .sort();
}

export function containerOf(made: Made[], name: string) {
  const [container, ...others] = JSON.parse(inputsOf(made, "ecs/taskDefinition", name).containerDefinitions);
  if (others.length > 0) throw new Error(`The task ${name} has several containers`);
  return container;
}

/** Who may speak to whom: "from → to:port", by security group or network. */
export function openings(made: Made[], direction: "Ingress" | "Egress"): string[] {
  return made
    .filter((resource) => kindOf(resource) === `vpc/securityGroup${direction}Rule`)
    .map(({ inputs }) => {
      const other = inputs.cidrIpv4 ?? inputs.referencedSecurityGroupId;
      const [from, to] = direction === "Ingress" ? [other, inputs.securityGroupId] : [inputs.securityGroupId, other];
      return `${short(from)} → ${short(to)}:${inputs.fromPort}`;
    })
    .sort();
}

function short(group: string): string {
  return group.replace("securitygroup-", "");
}
