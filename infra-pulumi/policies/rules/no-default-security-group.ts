import { kindOf, type Rule, type Seen, unaccompanied, when } from "../rule.ts";

export const noDefaultSecurityGroup: Rule = {
  name: "no-default-security-group",
  description: "The group that AWS puts everything in lets nothing through, and nothing is in it.",
  check: (resource) => {
    const groups = groupsOf(resource);
    const { props } = resource;
    return when({
      "names no security group, so it would be in the default one": groups !== undefined && groups.length === 0,
      "lets something through":
        kindOf(resource) === "ec2/defaultSecurityGroup" &&
        [...(props.ingress ?? []), ...(props.egress ?? [])].length > 0,
    });
  },
  checkStack: (resources) =>
    unaccompanied(resources, "ec2/vpc", "ec2/defaultSecurityGroup").map(
      (name) => `the network ${name} leaves its default security group open`,
    ),
};

/** The groups of what must have some. */
function groupsOf(resource: Seen): unknown[] | undefined {
  const { props } = resource;
  switch (kindOf(resource)) {
    case "ecs/service":
      return props.networkConfiguration?.securityGroups ?? [];
    case "rds/instance":
    case "rds/cluster":
      return props.vpcSecurityGroupIds ?? [];
    case "lb/loadBalancer":
      return props.securityGroups ?? [];
    case "ec2/vpcEndpoint":
      return props.vpcEndpointType === "Interface" ? (props.securityGroupIds ?? []) : undefined;
    case "lambda/function":
      return props.vpcConfig ? (props.vpcConfig.securityGroupIds ?? []) : undefined;
    default:
      return undefined;
  }
}
