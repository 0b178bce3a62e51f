/**
 * What AWS would add to what a program says, made up: the same for the tests with mocks and for the engine's stub provider. Every
 * value is derived from the resource's name, so that two runs agree.
 */

export const ACCOUNT = "123456789012";
export const REGION = "eu-west-1";

type Properties = Record<string, unknown>;

const ARN_SERVICE: Record<string, string> = {
  lb: "elasticloadbalancing",
  cloudwatch: "logs",
  appautoscaling: "autoscaling",
};

export function outputsOf(type: string, name: string, inputs: Properties): { id: string; outputs: Properties } {
  const [, module = "", kind = ""] = /^aws:(\w+)\/\w+:(\w+)$/.exec(type) ?? [];
  const id = `${kind.toLowerCase()}-${name}`;
  const service = ARN_SERVICE[module] ?? module;
  const arn = `arn:aws:${service}:${REGION}:${ACCOUNT}:${kind.toLowerCase()}/${name}`;
  return { id, outputs: { name: inputs.name ?? id, arn, ...inputs, ...special(type, name, arn, inputs) } };
}

/** What programs read of a resource besides its id, name and ARN. */
function special(type: string, name: string, arn: string, inputs: Properties): Properties {
  switch (type) {
    case "aws:s3/bucket:Bucket":
      return { bucket: `bucket-${name}`, arn: `arn:aws:s3:::bucket-${name}` };
    case "aws:kms/key:Key":
      return { keyId: `key-${name}` };
    case "aws:ecr/repository:Repository":
      return { repositoryUrl: `${ACCOUNT}.dkr.ecr.${REGION}.amazonaws.com/${inputs.name}` };
    case "aws:rds/instance:Instance":
      return {
        address: `${inputs.identifier}.abc.${REGION}.rds.amazonaws.com`,
        port: 5432,
        masterUserSecrets: [
          { secretArn: `arn:aws:secretsmanager:${REGION}:${ACCOUNT}:secret:rds-${name}`, secretStatus: "active" },
        ],
      };
    case "aws:acm/certificate:Certificate":
      return {
        domainValidationOptions: [
          {
            domainName: inputs.domainName,
            resourceRecordName: `_proof.${inputs.domainName}.`,
            resourceRecordType: "CNAME",
            resourceRecordValue: "_proof.acm-validations.aws.",
          },
        ],
      };
    case "aws:route53/record:Record":
      return { fqdn: inputs.name };
    case "aws:lb/loadBalancer:LoadBalancer":
      return {
        dnsName: `${name}.${REGION}.elb.amazonaws.com`,
        zoneId: "Z-OF-THE-BALANCER",
        arn: `arn:aws:elasticloadbalancing:${REGION}:${ACCOUNT}:loadbalancer/app/${name}/1`,
        arnSuffix: `app/${name}/1`,
      };
    case "aws:lb/targetGroup:TargetGroup":
      return { arnSuffix: `targetgroup/${name}/1` };
    case "aws:ecs/cluster:Cluster":
      return { arn: `arn:aws:ecs:${REGION}:${ACCOUNT}:cluster/${inputs.name}` };
    case "aws:ecs/taskDefinition:TaskDefinition": {
      const family = `arn:aws:ecs:${REGION}:${ACCOUNT}:task-definition/${inputs.family}`;
      return { arn: `${family}:${revisionOf(inputs)}`, arnWithoutRevision: family };
    }
    case "aws:lambda/invocation:Invocation":
      return { result: "{}" };
    default:
      return { arn };
  }
}

/** A changed definition is a new revision, as ECS has it. */
function revisionOf(inputs: Properties): number {
  let sum = 0;
  for (const character of String(inputs.containerDefinitions)) sum = (sum * 31 + character.charCodeAt(0)) % 9973;
  return sum;
}

export function answerOf(token: string, args: Properties): Properties {
  switch (token) {
    case "aws:index/getAvailabilityZones:getAvailabilityZones":
      return { id: REGION, names: ["a", "b", "c"].map((zone) => REGION + zone), zoneIds: [] };
    case "aws:index/getCallerIdentity:getCallerIdentity":
      return { id: ACCOUNT, accountId: ACCOUNT, arn: `arn:aws:iam::${ACCOUNT}:root`, userId: "AID" };
    case "aws:index/getRegion:getRegion":
      return { id: REGION, region: REGION, name: REGION, endpoint: `ec2.${REGION}.amazonaws.com` };
    case "aws:route53/getZone:getZone":
      return { id: "Z-OF-THE-ZONE", zoneId: "Z-OF-THE-ZONE", name: args.name };
    default:
      throw new Error(`The made-up cloud has no answer to ${token}`);
  }
}
