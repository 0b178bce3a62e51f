import type { Seen } from "../rule.ts";

/** A resource that breaks a rule, and what is said of it. */
export interface Bad {
  rule: string;
  type: string;
  props: Seen["props"];
  says: string;
  /** The component that it is in. */
  inside?: string;
  /** What makes it bad, and is not bad by itself. */
  beside?: { type: string; props: Seen["props"] };
}

const policy = (statement: object) =>
  JSON.stringify({ Version: "2012-10-17", Statement: [{ Effect: "Allow", ...statement }] });
const container = (part: object) =>
  JSON.stringify([
    {
      name: "bad",
      image: `registry.example.com/bad@sha256:${"0".repeat(64)}`,
      user: "1000:1000",
      readonlyRootFilesystem: true,
      logConfiguration: { logDriver: "awslogs" },
      ...part,
    },
  ]);

const PUBLIC = "nothing-public-but-the-balancer";
const SECRET = "no-plain-text-secret";
const ENCRYPTION = "encryption-everywhere";
const RIGHTS = "no-wildcard-rights";
const GROUP = "no-default-security-group";
const TASK = "hardened-tasks";
const SIGN_IN = "no-way-past-the-sign-in";

/** A stack is looked at as a whole only when each resource by itself is as it should be. */
const tags = { project: "modelwright", environment: "dev", stack: "dev", managedBy: "pulumi" };

const ingress = (fromPort: number, toPort = fromPort) => ({
  securityGroupId: "sg-1",
  cidrIpv4: "0.0.0.0/0",
  ipProtocol: "tcp",
  fromPort,
  toPort,
});

/** A listener that has people sign in. */
const signsIn = {
  type: "aws:lb/listener:Listener",
  props: {
    loadBalancerArn: "arn",
    port: 443,
    protocol: "HTTPS",
    sslPolicy: "ELBSecurityPolicy-TLS13-1-2-Res-2021-06",
    defaultActions: [{ type: "authenticate-oidc", order: 1 }],
    tags,
  },
};
const wayPast = (condition: object) => ({
  rule: `${SIGN_IN}-as-a-whole`,
  type: "aws:lb/listenerRule:ListenerRule",
  props: { listenerArn: "arn", conditions: [condition], actions: [{ type: "forward", targetGroupArn: "arn" }], tags },
  beside: signsIn,
  says: "leads past the sign-in without a key",
});

export const badResources: readonly Bad[] = [
  {
    rule: PUBLIC,
    type: "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
    props: ingress(5432),
    says: "lets everybody in, and is not the balancer's",
  },
  {
    rule: PUBLIC,
    type: "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
    inside: "modelwright:aws:LoadBalancer",
    props: ingress(22),
    says: "lets everybody in to another port than 80 and 443",
  },
  {
    rule: PUBLIC,
    type: "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
    inside: "modelwright:aws:LoadBalancer",
    props: ingress(80, 443),
    says: "lets everybody in to another port than 80 and 443",
  },
  {
    rule: PUBLIC,
    type: "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
    props: { securityGroupId: "sg-1", cidrIpv6: "::/0", ipProtocol: "-1" },
    says: "lets everybody in, and is not the balancer's",
  },
  {
    rule: PUBLIC,
    type: "aws:ec2/securityGroupRule:SecurityGroupRule",
    props: {
      type: "ingress",
      cidrBlocks: ["0.0.0.0/0"],
      fromPort: 0,
      toPort: 65535,
      protocol: "tcp",
      securityGroupId: "sg-1",
    },
    says: "lets everybody in",
  },
  {
    rule: PUBLIC,
    type: "aws:ec2/securityGroup:SecurityGroup",
    props: { ingress: [{ fromPort: 22, toPort: 22, protocol: "tcp", cidrBlocks: ["10.0.0.0/8"] }] },
    says: "has rules inside of it",
  },
  {
    rule: PUBLIC,
    type: "aws:rds/instance:Instance",
    props: { publiclyAccessible: true },
    says: "is reachable from the internet",
  },
  {
    rule: PUBLIC,
    type: "aws:ecs/service:Service",
    props: { networkConfiguration: { assignPublicIp: true, securityGroups: ["sg-1"], subnets: [] } },
    says: "gives its tasks public addresses",
  },
  {
    rule: PUBLIC,
    type: "aws:ec2/subnet:Subnet",
    props: { mapPublicIpOnLaunch: true },
    says: "gives out public addresses",
  },
  {
    rule: PUBLIC,
    type: "aws:ec2/instance:Instance",
    props: { associatePublicIpAddress: true },
    says: "gets a public address",
  },
  {
    rule: PUBLIC,
    type: "aws:lb/loadBalancer:LoadBalancer",
    props: { internal: false, securityGroups: ["sg-1"] },
    says: "is public, and is not the balancer",
  },
  {
    rule: PUBLIC,
    type: "aws:lambda/functionUrl:FunctionUrl",
    props: { functionName: "f", authorizationType: "NONE" },
    says: "may be called by everybody",
  },
  {
    rule: PUBLIC,
    type: "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock",
    props: { bucket: "b", blockPublicAcls: true, ignorePublicAcls: true, restrictPublicBuckets: true },
    says: "does not set blockPublicPolicy",
  },
  {
    rule: PUBLIC,
    type: "aws:s3/bucketAcl:BucketAcl",
    props: { bucket: "b", acl: "public-read" },
    says: "has a public ACL",
  },
  {
    rule: PUBLIC,
    type: "aws:s3/bucketPolicy:BucketPolicy",
    props: { bucket: "b", policy: policy({ Principal: "*", Action: "s3:GetObject", Resource: "arn:aws:s3:::b/*" }) },
    says: "allows something to everybody",
  },
  {
    rule: PUBLIC,
    type: "aws:sns/topicPolicy:TopicPolicy",
    props: { arn: "arn", policy: policy({ Principal: { AWS: "*" }, Action: "sns:Publish", Resource: "arn" }) },
    says: "allows something to everybody",
  },

  {
    rule: SECRET,
    type: "aws:ecs/taskDefinition:TaskDefinition",
    props: {
      family: "f",
      containerDefinitions: container({ environment: [{ name: "DATABASE_PASSWORD", value: "hunter2" }] }),
    },
    says: "holds DATABASE_PASSWORD as plain text",
  },
  {
    rule: SECRET,
    type: "aws:ecs/taskDefinition:TaskDefinition",
    props: {
      family: "f",
      containerDefinitions: container({
        environment: [{ name: "DATABASE_URL", value: "postgresql://me:hunter2@host/db" }],
      }),
    },
    says: "holds an address with a password in DATABASE_URL",
  },
  {
    rule: SECRET,
    type: "aws:ecs/taskDefinition:TaskDefinition",
    props: { family: "f", containerDefinitions: container({ command: ["--key", `sk-${"a".repeat(24)}`] }) },
    says: "holds a key of a language model's provider in its command",
  },
  {
    rule: SECRET,
    type: "aws:lambda/function:Function",
    props: { role: "r", environment: { variables: { ID: "AKIAIOSFODNN7EXAMPLE" } } },
    says: "holds an access key of AWS in ID",
  },
  {
    rule: SECRET,
    type: "aws:lambda/function:Function",
    props: {
      role: "r",
      environment: { variables: { SIGNED_WITH: `${["-----BEGIN", "EC", "PRIVATE KEY-----"].join(" ")}\nMHcCAQ` } },
    },
    says: "holds a private key in SIGNED_WITH",
  },
  {
    rule: SECRET,
    type: "aws:ssm/parameter:Parameter",
    props: { name: "/modelwright/api-key", type: "String", value: "hunter2" },
    says: "is no SecureString",
  },
  {
    rule: SECRET,
    type: "aws:rds/instance:Instance",
    props: { password: "hunter2" },
    says: "has a password of the program's",
  },
  { rule: SECRET, type: "aws:rds/instance:Instance", props: {}, says: "has a password that AWS does not manage" },
  {
    rule: SECRET,
    type: "aws:secretsmanager/secretVersion:SecretVersion",
    props: { secretId: "s", secretString: "hunter2" },
    says: "has a value of the program's",
  },

  {
    rule: ENCRYPTION,
    type: "aws:rds/instance:Instance",
    props: { storageEncrypted: false },
    says: "keeps data unencrypted",
  },
  { rule: ENCRYPTION, type: "aws:cloudwatch/logGroup:LogGroup", props: { name: "l" }, says: "has no key" },
  { rule: ENCRYPTION, type: "aws:sns/topic:Topic", props: {}, says: "has no key" },
  { rule: ENCRYPTION, type: "aws:sqs/queue:Queue", props: {}, says: "has no key" },
  {
    rule: ENCRYPTION,
    type: "aws:ecr/repository:Repository",
    props: { encryptionConfigurations: [{ encryptionType: "AES256" }] },
    says: "has no key",
  },
  { rule: ENCRYPTION, type: "aws:ebs/volume:Volume", props: { availabilityZone: "a" }, says: "keeps data unencrypted" },
  { rule: ENCRYPTION, type: "aws:kms/key:Key", props: { enableKeyRotation: false }, says: "is never renewed" },
  {
    rule: ENCRYPTION,
    type: "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration",
    props: { bucket: "b", rules: [{ bucketKeyEnabled: true }] },
    says: "names no algorithm",
  },
  {
    rule: ENCRYPTION,
    type: "aws:lb/listener:Listener",
    props: {
      loadBalancerArn: "l",
      protocol: "HTTP",
      port: 80,
      defaultActions: [{ type: "forward", targetGroupArn: "t" }],
    },
    says: "answers over plain HTTP",
  },
  {
    rule: ENCRYPTION,
    type: "aws:lb/listener:Listener",
    props: {
      loadBalancerArn: "l",
      protocol: "HTTPS",
      port: 443,
      sslPolicy: "ELBSecurityPolicy-2016-08",
      defaultActions: [],
    },
    says: "takes TLS older than 1.2",
  },
  {
    rule: ENCRYPTION,
    type: "aws:ecs/taskDefinition:TaskDefinition",
    props: {
      family: "f",
      containerDefinitions: container({
        environment: [
          { name: "DATABASE_HOST", value: "h" },
          { name: "DATABASE_SSLMODE", value: "no-verify" },
        ],
      }),
    },
    says: "speaks with a database whose certificate it does not check",
  },
  {
    rule: ENCRYPTION,
    type: "aws:rds/parameterGroup:ParameterGroup",
    props: { family: "postgres17", parameters: [] },
    says: "takes unencrypted connections",
  },
  {
    rule: ENCRYPTION,
    type: "aws:s3/bucketPolicy:BucketPolicy",
    props: {
      bucket: "b",
      policy: policy({ Principal: { Service: "s" }, Action: "s3:GetObject", Resource: "arn:aws:s3:::b/*" }),
    },
    says: "takes unencrypted requests",
  },
  {
    rule: `${ENCRYPTION}-as-a-whole`,
    type: "aws:s3/bucket:Bucket",
    props: { tags },
    says: "says nothing of its encryption",
  },

  {
    rule: RIGHTS,
    type: "aws:iam/rolePolicy:RolePolicy",
    props: { role: "r", policy: policy({ Action: "s3:*", Resource: "arn:aws:s3:::b" }) },
    says: "allows s3:*",
  },
  {
    rule: RIGHTS,
    type: "aws:iam/rolePolicy:RolePolicy",
    props: { role: "r", policy: policy({ Action: ["s3:GetObject"], Resource: "*" }) },
    says: "allows s3:GetObject on *",
  },
  {
    rule: RIGHTS,
    type: "aws:iam/rolePolicy:RolePolicy",
    props: { role: "r", policy: policy({ Action: "s3:GetObject", Resource: "arn:aws:s3:::*" }) },
    says: "allows s3:GetObject on arn:aws:s3:::*",
  },
  {
    rule: RIGHTS,
    type: "aws:iam/policy:Policy",
    props: { policy: policy({ Action: "ecs:RunTask", Resource: "arn:aws:ecs:eu-west-1:1:task-definition/*" }) },
    says: "allows ecs:RunTask on arn:aws:ecs",
  },
  {
    rule: RIGHTS,
    type: "aws:iam/rolePolicy:RolePolicy",
    props: { role: "r", policy: policy({ Action: "s3:GetObject", NotResource: "arn:aws:s3:::b" }) },
    says: "allows it on all but some",
  },
  {
    rule: RIGHTS,
    type: "aws:iam/rolePolicy:RolePolicy",
    props: { role: "r", policy: policy({ NotAction: "iam:*", Resource: "arn:aws:s3:::b" }) },
    says: "allows all but some actions",
  },
  {
    rule: RIGHTS,
    type: "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
    props: { role: "r", policyArn: "arn:aws:iam::aws:policy/AmazonS3FullAccess" },
    says: "allows nearly everything",
  },
  {
    rule: RIGHTS,
    type: "aws:iam/role:Role",
    props: { assumeRolePolicy: policy({ Principal: { AWS: "*" }, Action: "sts:AssumeRole" }) },
    says: "may be taken on by everybody",
  },

  {
    rule: "tagged",
    type: "aws:sqs/queue:Queue",
    props: { sqsManagedSseEnabled: true, tags: { project: "modelwright", environment: "dev", stack: "dev" } },
    says: "has no tag managedBy",
  },

  {
    rule: GROUP,
    type: "aws:ecs/service:Service",
    props: { networkConfiguration: { assignPublicIp: false, subnets: [] } },
    says: "names no security group",
  },
  { rule: GROUP, type: "aws:rds/instance:Instance", props: {}, says: "names no security group" },
  { rule: GROUP, type: "aws:lb/loadBalancer:LoadBalancer", props: { internal: true }, says: "names no security group" },
  {
    rule: GROUP,
    type: "aws:ec2/vpcEndpoint:VpcEndpoint",
    props: { vpcId: "v", vpcEndpointType: "Interface" },
    says: "names no security group",
  },
  {
    rule: GROUP,
    type: "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup",
    props: { vpcId: "v", ingress: [], egress: [{ fromPort: 0, toPort: 0, protocol: "-1" }] },
    says: "lets something through",
  },
  {
    rule: `${GROUP}-as-a-whole`,
    type: "aws:ec2/vpc:Vpc",
    props: { cidrBlock: "10.0.0.0/16", tags },
    says: "leaves its default security group open",
  },

  wayPast({ pathPattern: { values: ["/mlflow/*"] } }),
  wayPast({ httpHeader: { httpHeaderName: "User-Agent", values: ["Bearer *"] } }),
  wayPast({ httpHeader: { httpHeaderName: "Authorization", values: ["Bearer *", "*"] } }),

  {
    rule: TASK,
    type: "aws:ecs/taskDefinition:TaskDefinition",
    props: { family: "f", containerDefinitions: container({ image: "nginx:latest" }) },
    says: "has an image without a digest",
  },
  {
    rule: TASK,
    type: "aws:ecs/taskDefinition:TaskDefinition",
    props: { family: "f", containerDefinitions: container({ user: "0" }) },
    says: "may run as root",
  },
  {
    rule: TASK,
    type: "aws:ecs/taskDefinition:TaskDefinition",
    props: { family: "f", containerDefinitions: container({ readonlyRootFilesystem: false }) },
    says: "may write to its root file system",
  },
  {
    rule: TASK,
    type: "aws:ecs/taskDefinition:TaskDefinition",
    props: { family: "f", containerDefinitions: container({ privileged: true }) },
    says: "is privileged",
  },
  {
    rule: TASK,
    type: "aws:ecs/taskDefinition:TaskDefinition",
    props: { family: "f", containerDefinitions: container({ logConfiguration: undefined }) },
    says: "keeps no log",
  },
];
