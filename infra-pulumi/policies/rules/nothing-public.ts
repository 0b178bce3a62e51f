import { allowing, kindOf, type Rule, type Seen, when } from "../rule.ts";

const EVERYBODY = ["0.0.0.0/0", "::/0"];
const BALANCER = "modelwright:aws:LoadBalancer$";
const BALANCER_PORTS = [80, 443];

export const nothingPublic: Rule = {
  name: "nothing-public-but-the-balancer",
  description: "The internet reaches the balancer's ports 80 and 443, and nothing else.",
  check: (resource) => [...openToAll(resource), ...placedInPublic(resource), ...grantedToAll(resource)],
};

function openToAll(resource: Seen): string[] {
  const { props, urn } = resource;
  const balancers = urn.includes(BALANCER);
  switch (kindOf(resource)) {
    case "vpc/securityGroupIngressRule":
      return when({
        "lets everybody in, and is not the balancer's": !balancers && isEverybody(props),
        "lets everybody in to another port than 80 and 443":
          balancers &&
          isEverybody(props) &&
          !(BALANCER_PORTS.includes(props.fromPort) && props.fromPort === props.toPort),
      });
    case "ec2/securityGroupRule":
      return when({
        "lets everybody in":
          props.type === "ingress" && [...(props.cidrBlocks ?? []), ...(props.ipv6CidrBlocks ?? [])].some(isAll),
      });
    case "ec2/securityGroup":
      // Rules inside of a group escape the rule above, and Pulumi fights over them with those outside.
      return when({ "has rules inside of it; make each a resource": (props.ingress ?? []).length > 0 });
    default:
      return [];
  }
}

function isAll(cidr: unknown): boolean {
  return EVERYBODY.includes(String(cidr));
}

function isEverybody(props: Seen["props"]): boolean {
  return isAll(props.cidrIpv4) || isAll(props.cidrIpv6);
}

function placedInPublic(resource: Seen): string[] {
  const { props, urn } = resource;
  switch (kindOf(resource)) {
    case "rds/instance":
      return when({ "is reachable from the internet": props.publiclyAccessible !== false });
    case "ecs/service":
      return when({ "gives its tasks public addresses": props.networkConfiguration?.assignPublicIp !== false });
    case "ec2/instance":
      return when({ "gets a public address": props.associatePublicIpAddress === true });
    case "ec2/subnet":
      return when({ "gives out public addresses": props.mapPublicIpOnLaunch === true });
    case "lb/loadBalancer":
      return when({ "is public, and is not the balancer": props.internal !== true && !urn.includes(BALANCER) });
    case "lambda/functionUrl":
      return when({ "may be called by everybody": props.authorizationType === "NONE" });
    default:
      return [];
  }
}

const ALL_OF_THEM = ["blockPublicAcls", "blockPublicPolicy", "ignorePublicAcls", "restrictPublicBuckets"];

function grantedToAll(resource: Seen): string[] {
  const { props } = resource;
  const kind = kindOf(resource);
  if (kind === "s3/bucketPublicAccessBlock")
    return ALL_OF_THEM.filter((flag) => props[flag] !== true).map((flag) => `does not set ${flag}`);
  if (kind === "s3/bucket" || kind === "s3/bucketAcl")
    return when({ "has a public ACL": /public|authenticated-read/.test(String(props.acl ?? "")) });
  if (!["s3/bucketPolicy", "sns/topicPolicy", "sqs/queuePolicy", "ecr/repositoryPolicy", "kms/key"].includes(kind))
    return [];
  return when({
    "allows something to everybody": allowing(props.policy).some(
      ({ Principal, Condition }) => Condition === undefined && toEverybody(Principal),
    ),
  });
}

function toEverybody(principal: unknown): boolean {
  if (principal === "*") return true;
  return typeof principal === "object" && principal !== null && [Object.values(principal)].flat(2).includes("*");
}
