import { beforeAll, describe, expect, test } from "vitest";
import { countsOf, inputsOf, kindOf, openings, rightsOf, statementsOf } from "../testing/query.ts";
import { type ProgramRun, runProgram } from "../testing/run-program.ts";

const runs: Record<string, ProgramRun> = {};
beforeAll(async () => {
  for (const stack of ["dev", "qa", "prod", "pr-7"]) runs[stack] = await runProgram("base", stack);
});
const made = (stack: string) => runs[stack]?.made ?? [];

const LEAST = {
  "budgets/budget": 1,
  "cloudwatch/logGroup": 3,
  "cloudwatch/metricAlarm": 2,
  "ec2/defaultSecurityGroup": 1,
  "ec2/eip": 1,
  "ec2/flowLog": 1,
  "ec2/internetGateway": 1,
  "ec2/natGateway": 1,
  "ec2/route": 3,
  "ec2/routeTable": 3,
  "ec2/routeTableAssociation": 4,
  "ec2/securityGroup": 1,
  "ec2/subnet": 4,
  "ec2/vpc": 1,
  "ec2/vpcEndpoint": 1,
  "ecr/lifecyclePolicy": 2,
  "ecr/repository": 2,
  "iam/role": 1,
  "iam/rolePolicy": 1,
  "kms/alias": 1,
  "kms/key": 1,
  "rds/instance": 1,
  "rds/parameterGroup": 1,
  "rds/subnetGroup": 1,
  "s3/bucket": 1,
  "s3/bucketLifecycleConfiguration": 1,
  "s3/bucketOwnershipControls": 1,
  "s3/bucketPolicy": 1,
  "s3/bucketPublicAccessBlock": 1,
  "s3/bucketServerSideEncryptionConfiguration": 1,
  "s3/bucketVersioning": 1,
  "sns/topic": 1,
  "sns/topicPolicy": 1,
};
const WITH_ENDPOINTS = { "ec2/vpcEndpoint": 5, "ec2/securityGroup": 2, "vpc/securityGroupIngressRule": 1 };

describe("inventory", () => {
  test.each([
    ["dev", LEAST],
    ["pr-7", LEAST],
    ["qa", { ...LEAST, ...WITH_ENDPOINTS }],
    ["prod", { ...LEAST, ...WITH_ENDPOINTS, "ec2/natGateway": 2, "ec2/eip": 2 }],
  ])("%s", (stack, expected) => {
    expect(countsOf(made(stack))).toEqual(expected);
  });

  test("with MLflow and someone to write to", async () => {
    const run = await runProgram("base", "dev", { mlflow: "true", alarmEmail: "ops@example.com" });
    expect(countsOf(run.made)).toEqual({
      ...LEAST,
      "rds/instance": 2,
      "rds/parameterGroup": 2,
      "rds/subnetGroup": 2,
      "ec2/securityGroup": 2,
      "cloudwatch/logGroup": 5,
      "cloudwatch/metricAlarm": 4,
      "ecr/repository": 3,
      "ecr/lifecyclePolicy": 3,
      "sns/topicSubscription": 1,
    });
    expect(inputsOf(run.made, "sns/topicSubscription")).toMatchObject({
      protocol: "email",
      endpoint: "ops@example.com",
    });
    expect(inputsOf(run.made, "rds/instance", "mlflow-database").dbName).toBe("mlflow");
    expect(run.outputs.repositories).toHaveProperty("mlflow");
  });
});

describe("network", () => {
  test("two zones, two kinds of subnets, nothing public by being there", () => {
    expect(inputsOf(made("dev"), "ec2/vpc")).toMatchObject({ cidrBlock: "10.0.0.0/16", enableDnsHostnames: true });
    const subnets = made("dev").filter((resource) => kindOf(resource) === "ec2/subnet");
    expect(subnets.map(({ name, inputs }) => [name, inputs.cidrBlock, inputs.availabilityZone])).toEqual([
      ["network-public-0", "10.0.0.0/24", "eu-west-1a"],
      ["network-public-1", "10.0.1.0/24", "eu-west-1b"],
      ["network-private-0", "10.0.16.0/20", "eu-west-1a"],
      ["network-private-1", "10.0.32.0/20", "eu-west-1b"],
    ]);
    expect(subnets.every(({ inputs }) => inputs.mapPublicIpOnLaunch === false)).toBe(true);
  });

  test("the default group lets nothing in or out", () => {
    expect(inputsOf(made("dev"), "ec2/defaultSecurityGroup")).toMatchObject({ ingress: [], egress: [] });
  });

  test.each([
    ["dev", ["natgateway-network-nat-0", "natgateway-network-nat-0"]],
    ["prod", ["natgateway-network-nat-0", "natgateway-network-nat-1"]],
  ])("private subnets of %s go out by %s", (stack, gateways) => {
    const routes = [0, 1].map((zone) => inputsOf(made(stack), "ec2/route", `network-private-${zone}-nat`));
    expect(routes.map(({ natGatewayId }) => natGatewayId)).toEqual(gateways);
  });

  test("public subnets go out by the internet gateway", () => {
    expect(inputsOf(made("dev"), "ec2/route", "network-public-internet")).toMatchObject({
      destinationCidrBlock: "0.0.0.0/0",
      gatewayId: "internetgateway-network-internet",
    });
  });

  test("endpoints are reached from inside alone", () => {
    const endpoints = made("prod").filter((resource) => kindOf(resource) === "ec2/vpcEndpoint");
    expect(endpoints.map(({ inputs }) => `${inputs.vpcEndpointType} ${inputs.serviceName}`).sort()).toEqual([
      "Gateway com.amazonaws.eu-west-1.s3",
      "Interface com.amazonaws.eu-west-1.ecr.api",
      "Interface com.amazonaws.eu-west-1.ecr.dkr",
      "Interface com.amazonaws.eu-west-1.logs",
      "Interface com.amazonaws.eu-west-1.secretsmanager",
    ]);
    expect(openings(made("prod"), "Ingress")).toEqual(["10.0.0.0/16 → network-endpoints:443"]);
  });

  test("all traffic is logged, and the log is encrypted", () => {
    expect(inputsOf(made("dev"), "ec2/flowLog")).toMatchObject({ trafficType: "ALL", vpcId: "vpc-network" });
    expect(inputsOf(made("dev"), "cloudwatch/logGroup", "network-flow-log")).toMatchObject({
      retentionInDays: 14,
      kmsKeyId: "arn:aws:kms:eu-west-1:123456789012:key/data",
    });
    const log = "arn:aws:logs:eu-west-1:123456789012:loggroup/network-flow-log:*";
    expect(rightsOf(made("dev"), "network-flow-log")).toEqual([
      `logs:CreateLogStream on ${log}`,
      `logs:DescribeLogStreams on ${log}`,
      `logs:PutLogEvents on ${log}`,
    ]);
  });
});

describe("database", () => {
  const database = (stack: string) => inputsOf(made(stack), "rds/instance");

  test.each(["dev", "qa", "prod", "pr-7"])("%s: encrypted, private, with a password that no program holds", (stack) => {
    expect(database(stack)).toMatchObject({
      engine: "postgres",
      storageEncrypted: true,
      kmsKeyId: "arn:aws:kms:eu-west-1:123456789012:key/data",
      manageMasterUserPassword: true,
      publiclyAccessible: false,
      vpcSecurityGroupIds: ["securitygroup-database"],
      performanceInsightsEnabled: true,
    });
    expect(database(stack)).not.toHaveProperty("password");
    expect(inputsOf(made(stack), "rds/subnetGroup").subnetIds).toEqual([
      "subnet-network-private-0",
      "subnet-network-private-1",
    ]);
    expect(inputsOf(made(stack), "rds/parameterGroup").parameters).toContainEqual({
      name: "rds.force_ssl",
      value: "1",
    });
  });

  test("prod can't be lost by accident", () => {
    expect(database("prod")).toMatchObject({
      deletionProtection: true,
      multiAz: true,
      backupRetentionPeriod: 14,
      deleteAutomatedBackups: false,
      skipFinalSnapshot: false,
      finalSnapshotIdentifier: "modelwright-prod-database-final",
    });
  });

  test("a preview leaves nothing behind", () => {
    expect(database("pr-7")).toMatchObject({ deletionProtection: false, skipFinalSnapshot: true, multiAz: false });
    expect(inputsOf(made("pr-7"), "s3/bucket").forceDestroy).toBe(true);
    expect(inputsOf(made("pr-7"), "ecr/repository", "api").forceDelete).toBe(true);
  });

  test("its alarms go to the topic", () => {
    for (const name of ["database-cpu", "database-storage"])
      expect(inputsOf(made("dev"), "cloudwatch/metricAlarm", name)).toMatchObject({
        namespace: "AWS/RDS",
        dimensions: { DBInstanceIdentifier: "modelwright-dev-database" },
        alarmActions: ["arn:aws:sns:eu-west-1:123456789012:topic/notices"],
      });
  });
});

test("the bucket for model files: private, encrypted, versioned, never over plain HTTP", () => {
  const all = made("prod");
  expect(inputsOf(all, "s3/bucket").forceDestroy).toBe(false);
  expect(inputsOf(all, "s3/bucketPublicAccessBlock")).toMatchObject({
    bucket: "bucket-artifacts",
    blockPublicAcls: true,
    blockPublicPolicy: true,
    ignorePublicAcls: true,
    restrictPublicBuckets: true,
  });
  expect(inputsOf(all, "s3/bucketServerSideEncryptionConfiguration").rules[0]).toMatchObject({
    applyServerSideEncryptionByDefault: {
      sseAlgorithm: "aws:kms",
      kmsMasterKeyId: "arn:aws:kms:eu-west-1:123456789012:key/data",
    },
  });
  expect(inputsOf(all, "s3/bucketVersioning").versioningConfiguration).toEqual({ status: "Enabled" });
  expect(statementsOf(inputsOf(all, "s3/bucketPolicy").policy)).toEqual([
    expect.objectContaining({
      Effect: "Deny",
      Action: "s3:*",
      Resource: ["arn:aws:s3:::bucket-artifacts", "arn:aws:s3:::bucket-artifacts/*"],
      Condition: { Bool: { "aws:SecureTransport": "false" } },
    }),
  ]);
});

test.each(["api", "web"])(
  "the repository of %s: immutable tags, scanned, the last ten releases kept, whatever comes along with them",
  (name) => {
    expect(inputsOf(made("prod"), "ecr/repository", name)).toMatchObject({
      name: `modelwright-prod-${name}`,
      imageTagMutability: "IMMUTABLE",
      imageScanningConfiguration: { scanOnPush: true },
      encryptionConfigurations: [{ encryptionType: "KMS" }],
      forceDelete: false,
    });
    const { rules } = JSON.parse(inputsOf(made("prod"), "ecr/lifecyclePolicy", name).policy);
    const counted = { countType: "imageCountMoreThan" };
    expect(rules).toMatchObject([
      { selection: { ...counted, tagPatternList: ["release-*"], countNumber: 10 }, action: { type: "expire" } },
      { selection: { ...counted, tagPatternList: ["sha256-*"], countNumber: 60 }, action: { type: "expire" } },
      { selection: { ...counted, tagStatus: "untagged", countNumber: 60 }, action: { type: "expire" } },
    ]);
  },
);

test("the key turns every year, and only the account, its logs and its alarms use it", () => {
  const key = inputsOf(made("dev"), "kms/key");
  expect(key).toMatchObject({ enableKeyRotation: true, deletionWindowInDays: 30 });
  expect(statementsOf(key.policy).map(({ Sid, Condition }) => [Sid, Condition !== undefined])).toEqual([
    ["TheAccountDecidesByItsRoles", false],
    ["LogsAreEncrypted", true],
    ["AlarmsReachTheTopic", true],
  ]);
});

test("the budget is of this stack and tells before it is spent", () => {
  expect(inputsOf(made("qa"), "budgets/budget")).toMatchObject({
    limitAmount: "300",
    limitUnit: "USD",
    timeUnit: "MONTHLY",
    costFilters: [{ name: "TagKeyValue", values: ["user:stack$qa"] }],
    notifications: [
      { notificationType: "ACTUAL", threshold: 80 },
      { notificationType: "FORECASTED", threshold: 100 },
    ],
  });
});

test("what is wrong in the settings ends the program with a sentence", async () => {
  await expect(runProgram("base", "dev", { natGateways: "MANY" })).rejects.toThrow(
    'These settings can\'t be used:\n- natGateways must be SINGLE or PER_ZONE, not "MANY"',
  );
});
