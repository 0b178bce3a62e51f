import { beforeAll, describe, expect, test } from "vitest";
import {
  API_IMAGE,
  APP,
  MACHINE_KEYS,
  MLFLOW_IMAGE,
  NEXT_API_IMAGE,
  OIDC,
  OIDC_SECRET,
  WEB_IMAGE,
} from "../testing/example-settings.ts";
import { containerOf, countsOf, inputsOf, kindOf, openings, rightsOf, statementsOf } from "../testing/query.ts";
import { type Made, type ProgramRun, runProgram } from "../testing/run-program.ts";

const runs: Record<string, ProgramRun> = {};
beforeAll(async () => {
  for (const stack of ["dev", "qa", "prod", "pr-7"]) runs[stack] = await runProgram("app", stack, APP);
});
const made = (stack = "dev") => runs[stack]?.made ?? [];

const KEY = "arn:aws:kms:eu-west-1:123456789012:key/data";
const TOPIC = "arn:aws:sns:eu-west-1:123456789012:topic/notices";
const DATABASE_SECRET = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:rds-database";

const LEAST = {
  "acm/certificate": 1,
  "acm/certificateValidation": 1,
  "appautoscaling/policy": 4,
  "appautoscaling/target": 3,
  "cloudwatch/eventRule": 1,
  "cloudwatch/eventTarget": 1,
  "cloudwatch/logGroup": 5,
  "cloudwatch/logMetricFilter": 1,
  "cloudwatch/metricAlarm": 7,
  "ec2/securityGroup": 5,
  "ecs/cluster": 1,
  "ecs/service": 3,
  "ecs/taskDefinition": 4,
  "iam/role": 11,
  "iam/rolePolicy": 9,
  "lambda/function": 1,
  "lambda/invocation": 1,
  "lb/listener": 2,
  "lb/listenerRule": 1,
  "lb/loadBalancer": 1,
  "lb/targetGroup": 2,
  "route53/record": 2,
  "s3/bucket": 1,
  "s3/bucketLifecycleConfiguration": 1,
  "s3/bucketOwnershipControls": 1,
  "s3/bucketPolicy": 1,
  "s3/bucketPublicAccessBlock": 1,
  "s3/bucketServerSideEncryptionConfiguration": 1,
  "servicediscovery/privateDnsNamespace": 1,
  "servicediscovery/service": 1,
  "sfn/stateMachine": 1,
  "vpc/securityGroupEgressRule": 10,
  "vpc/securityGroupIngressRule": 8,
};

describe("inventory", () => {
  test.each([
    ["dev", LEAST],
    ["pr-7", LEAST],
    ["qa", LEAST],
    ["prod", { ...LEAST, "wafv2/webAcl": 1, "wafv2/webAclAssociation": 1 }],
  ])("%s", (stack, expected) => {
    expect(countsOf(made(stack))).toEqual(expected);
  });
});

describe("who may speak to whom", () => {
  test("inwards", () => {
    expect(openings(made(), "Ingress")).toEqual([
      "203.0.113.0/24 → balancer:443",
      "203.0.113.0/24 → balancer:80",
      "api → database:5432",
      "balancer → api:4000",
      "balancer → web:3000",
      "migrate → database:5432",
      "web → api:4000",
      "worker → database:5432",
    ]);
  });

  test("outwards", () => {
    expect(openings(made(), "Egress")).toEqual([
      "api → 0.0.0.0/0:443",
      "api → database:5432",
      "balancer → api:4000",
      "balancer → web:3000",
      "migrate → 0.0.0.0/0:443",
      "migrate → database:5432",
      "web → 0.0.0.0/0:443",
      "web → api:4000",
      "worker → 0.0.0.0/0:443",
      "worker → database:5432",
    ]);
  });

  test("an OTLP collector's port is opened, and told to every role, with the key from its secret", async () => {
    const secret = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:collector-AbCdEf";
    const otlp = { otlpEndpoint: "http://collector.example.com:4318", otlpHeadersSecretArn: secret };
    const run = await runProgram("app", "dev", { ...APP, ...otlp });
    for (const name of ["api", "worker", "web", "migrate"]) {
      expect(openings(run.made, "Egress")).toContain(`${name} → 0.0.0.0/0:4318`);
      expect(containerOf(run.made, name).environment).toContainEqual({
        name: "OTEL_EXPORTER_OTLP_ENDPOINT",
        value: "http://collector.example.com:4318",
      });
      const held = { name: "OTEL_EXPORTER_OTLP_HEADERS", valueFrom: secret };
      expect(containerOf(run.made, name).secrets).toContainEqual(held);
      expect(rightsOf(run.made, `${name}-execution`)).toContain(`secretsmanager:GetSecretValue on ${secret}`);
    }
  });
});

describe("certificate and name", () => {
  test("the listener has the ARN of the validation", () => {
    expect(inputsOf(made(), "acm/certificate")).toMatchObject({ domainName: APP.domain, validationMethod: "DNS" });
    expect(inputsOf(made(), "route53/record", "certificate-validation")).toMatchObject({
      zoneId: "Z-OF-THE-ZONE",
      name: "_proof.dev.modelwright.example.",
      type: "CNAME",
      records: ["_proof.acm-validations.aws."],
    });
    expect(inputsOf(made(), "acm/certificateValidation").validationRecordFqdns).toEqual([
      "_proof.dev.modelwright.example.",
    ]);
    const validated = made().find(({ type }) => type === "aws:acm/certificateValidation:CertificateValidation");
    expect(inputsOf(made(), "lb/listener", "balancer-https").certificateArn).toBe(validated?.inputs.certificateArn);
  });

  test("the domain is the balancer's", () => {
    expect(inputsOf(made(), "route53/record", "domain")).toMatchObject({
      name: "dev.modelwright.example",
      type: "A",
      aliases: [{ zoneId: "Z-OF-THE-BALANCER", name: "balancer.eu-west-1.elb.amazonaws.com" }],
    });
    expect(runs.dev?.outputs.url).toBe("https://dev.modelwright.example");
  });
});

describe("balancer", () => {
  test("TLS on 443, and 80 leads there", () => {
    expect(inputsOf(made(), "lb/listener", "balancer-https")).toMatchObject({
      port: 443,
      protocol: "HTTPS",
      sslPolicy: "ELBSecurityPolicy-TLS13-1-2-Res-2021-06",
    });
    expect(inputsOf(made(), "lb/listener", "balancer-http")).toMatchObject({
      port: 80,
      defaultActions: [{ type: "redirect", redirect: { protocol: "HTTPS", port: "443", statusCode: "HTTP_301" } }],
    });
  });

  test("streams are not cut, nothing malformed passes, every request is written down", () => {
    expect(inputsOf(made(), "lb/loadBalancer")).toMatchObject({
      name: "modelwright-dev",
      internal: false,
      idleTimeout: 4000,
      dropInvalidHeaderFields: true,
      accessLogs: { enabled: true, bucket: "bucket-access-logs" },
      subnets: ["subnet-network-public-0", "subnet-network-public-1"],
      enableDeletionProtection: false,
    });
    expect(inputsOf(made("prod"), "lb/loadBalancer").enableDeletionProtection).toBe(true);
    expect(statementsOf(inputsOf(made(), "s3/bucketPolicy").policy)[1]).toMatchObject({
      Effect: "Allow",
      Principal: { Service: "logdelivery.elasticloadbalancing.amazonaws.com" },
      Action: "s3:PutObject",
      Resource: "arn:aws:s3:::bucket-access-logs/AWSLogs/123456789012/*",
    });
  });

  test("one origin: /graphql, /mlflow and model cards are the API's, the rest the web app's", () => {
    expect(inputsOf(made(), "lb/listenerRule")).toMatchObject({
      conditions: [{ pathPattern: { values: ["/graphql", "/mlflow/*", "/models/*/versions/*/card.md"] } }],
      actions: [{ type: "forward", targetGroupArn: expect.stringContaining("targetgroup/api") }],
    });
    expect(inputsOf(made(), "lb/listener", "balancer-https").defaultActions).toEqual([
      { type: "forward", targetGroupArn: expect.stringContaining("targetgroup/web") },
    ]);
  });

  test.each([
    ["api", 4000],
    ["web", 3000],
  ])("targets of %s", (name, port) => {
    expect(inputsOf(made(), "lb/targetGroup", name)).toMatchObject({
      port,
      targetType: "ip",
      healthCheck: { path: "/readyz", matcher: "200" },
      deregistrationDelay: 60,
    });
  });

  test("a sign-in by OIDC: pages go there, calls are refused, and the secret stays one", async () => {
    const run = await runProgram("app", "dev", { ...APP, ...OIDC, allowedCidrs: "0.0.0.0/0" });
    const [signIn, forward] = secretIn(inputsOf(run.made, "lb/listener", "balancer-https").defaultActions);
    expect(signIn).toMatchObject({
      type: "authenticate-oidc",
      order: 1,
      authenticateOidc: {
        issuer: "https://id.example.com",
        clientId: "modelwright",
        onUnauthenticatedRequest: "authenticate",
      },
    });
    expect(forward).toMatchObject({ type: "forward", order: 2 });
    const [guard] = secretIn(inputsOf(run.made, "lb/listenerRule", "balancer-api").actions);
    expect(guard.authenticateOidc).toMatchObject({ onUnauthenticatedRequest: "deny" });
    expect(signIn.authenticateOidc.clientSecret).toBe(OIDC_SECRET);
    expect(openings(run.made, "Egress")).toContain("balancer → 0.0.0.0/0:443");
  });

  test("behind a sign-in a person who opens what the API answers is led to it as from any page", async () => {
    const run = await runProgram("app", "dev", { ...APP, ...OIDC });
    const { priority, conditions, actions } = inputsOf(run.made, "lb/listenerRule", "balancer-pages");
    expect(priority).toBeLessThan(inputsOf(run.made, "lb/listenerRule", "balancer-api").priority);
    expect(conditions).toEqual([
      { pathPattern: { values: ["/graphql", "/mlflow/*", "/models/*/versions/*/card.md"] } },
      { httpHeader: { httpHeaderName: "Accept", values: ["*text/html*"] } },
    ]);
    expect(secretIn(actions)).toMatchObject([
      { type: "authenticate-oidc", authenticateOidc: { onUnauthenticatedRequest: "authenticate" } },
      { type: "forward", targetGroupArn: expect.stringContaining("targetgroup/api") },
    ]);
  });

  test("programs pass the sign-in with a key alone, to the API alone, and only where a setting says so", async () => {
    const rules = (all: Made[]) =>
      all
        .filter((each) => kindOf(each) === "lb/listenerRule")
        .map(({ name }) => name)
        .sort();
    expect(rules((await runProgram("app", "dev", { ...APP, ...OIDC })).made)).toEqual([
      "balancer-api",
      "balancer-pages",
    ]);
    const run = await runProgram("app", "dev", { ...APP, ...OIDC, machinesFromOutside: "true" });
    expect(rules(run.made)).toEqual(["balancer-api", "balancer-machines", "balancer-pages"]);
    const { priority, conditions, actions } = inputsOf(run.made, "lb/listenerRule", "balancer-machines");
    for (const name of ["balancer-api", "balancer-pages"])
      expect(priority).toBeLessThan(inputsOf(run.made, "lb/listenerRule", name).priority);
    expect(conditions).toEqual([
      { pathPattern: { values: ["/graphql", "/mlflow/*", "/models/*/versions/*/card.md"] } },
      { httpHeader: { httpHeaderName: "Authorization", values: ["Bearer *"] } },
    ]);
    expect(actions).toEqual([{ type: "forward", targetGroupArn: expect.stringContaining("targetgroup/api") }]);
  });

  test("no rule has more values than AWS takes: three in a condition, five in all, with five wildcards", async () => {
    const run = await runProgram("app", "dev", { ...APP, ...OIDC, machinesFromOutside: "true" });
    for (const { name, inputs } of run.made.filter((each) => kindOf(each) === "lb/listenerRule")) {
      const values: string[][] = inputs.conditions.map(
        ({ pathPattern, httpHeader }: Record<string, { values: string[] }>) => (pathPattern ?? httpHeader)?.values,
      );
      expect(Math.max(...values.map(({ length }) => length)), name).toBeLessThanOrEqual(3);
      expect(values.flat().length, name).toBeLessThanOrEqual(5);
      expect(values.flat().join("").match(/[*?]/g)?.length ?? 0, name).toBeLessThanOrEqual(5);
    }
  });

  test("behind a sign-in the smoke test is a task inside, which speaks with the services alone, by a key of its own", async () => {
    const run = await runProgram("app", "dev", { ...APP, ...OIDC });
    expect(openings(run.made, "Egress").filter((opening) => opening.startsWith("smoke"))).toEqual([
      "smoke → 0.0.0.0/0:443",
      "smoke → api:4000",
      "smoke → web:3000",
    ]);
    const smoke = containerOf(run.made, "smoke");
    expect(smoke).toMatchObject({
      entryPoint: ["node", "scripts/smoke.mjs"],
      command: ["http://web.modelwright-dev.internal:3000", "--api=http://api.modelwright-dev.internal:4000"],
      secrets: [{ name: "SMOKE_TEST_KEY", valueFrom: `${MACHINE_KEYS}:smokeTest::` }],
    });
    expect(containerOf(run.made, "api").secrets).toContainEqual({
      name: "SIGN_IN_MACHINES",
      valueFrom: `${MACHINE_KEYS}:machines::`,
    });
    for (const name of ["web", "worker", "migrate"])
      expect(JSON.stringify(containerOf(run.made, name))).not.toContain(MACHINE_KEYS);
    expect(run.outputs.smokeTest).toMatchObject({
      taskDefinition: expect.stringContaining("task-definition/modelwright-dev-smoke:"),
      securityGroupId: "securitygroup-smoke",
      subnetIds: ["subnet-network-private-0", "subnet-network-private-1"],
    });
    expect(runs.dev?.outputs.smokeTest).toBeNull();
  });

  test("a service that has a name in the network is found by it", async () => {
    const names = (all: Made[]) => all.filter((each) => kindOf(each) === "servicediscovery/service");
    expect(inputsOf(made(), "servicediscovery/privateDnsNamespace")).toMatchObject({
      name: "modelwright-dev.internal",
    });
    expect(names(made()).map(({ inputs }) => inputs.name)).toEqual(["api"]);
    const registry = made().find((each) => kindOf(each) === "servicediscovery/service")?.outputs.arn;
    expect(inputsOf(made(), "ecs/service", "api").serviceRegistries).toEqual({ registryArn: registry });
    expect(inputsOf(made(), "ecs/service", "web").serviceRegistries).toBeUndefined();
  });

  test("a sign-in by Cognito", async () => {
    const pool = "arn:aws:cognito-idp:eu-west-1:123456789012:userpool/eu-west-1_abc";
    const run = await runProgram("app", "dev", {
      ...APP,
      signIn: "COGNITO",
      cognitoUserPoolArn: pool,
      cognitoClientId: "client",
      cognitoDomain: "modelwright",
      owners: "ann@example.com",
      machineKeysSecretArn: MACHINE_KEYS,
    });
    expect(containerOf(run.made, "api").environment).toContainEqual({
      name: "SIGN_IN_ISSUER",
      value: "https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_abc",
    });
    expect(inputsOf(run.made, "lb/listener", "balancer-https").defaultActions[0]).toMatchObject({
      type: "authenticate-cognito",
      authenticateCognito: { userPoolArn: pool, userPoolClientId: "client", userPoolDomain: "modelwright" },
    });
  });

  test("the firewall: AWS's rules, a limit per address; messages and files let through, whatever is in them", () => {
    const rules = inputsOf(made("prod"), "wafv2/webAcl").rules as { name: string; statement: object }[];
    expect(rules.map(({ name }) => name)).toEqual([
      "AWSManagedRulesAmazonIpReputationList",
      "AWSManagedRulesKnownBadInputsRuleSet",
      "AWSManagedRulesCommonRuleSet",
      "RequestsOfOneAddress",
    ]);
    expect(rules[2]?.statement).toMatchObject({
      managedRuleGroupStatement: {
        ruleActionOverrides: [
          "SizeRestrictions_BODY",
          "CrossSiteScripting_BODY",
          "GenericLFI_BODY",
          "GenericRFI_BODY",
          "EC2MetaDataSSRF_BODY",
          "RestrictedExtensions_URIPATH",
          "RestrictedExtensions_QUERYARGUMENTS",
        ].map((name) => ({ name, actionToUse: { count: {} } })),
      },
    });
    expect(inputsOf(made("prod"), "wafv2/webAclAssociation").resourceArn).toContain("loadbalancer/app/balancer");
  });
});

describe("tasks", () => {
  test.each([
    ["api", API_IMAGE, ["api"], 4000],
    ["worker", API_IMAGE, ["worker"], 4000],
    ["migrate", API_IMAGE, ["migrate"], undefined],
    ["web", WEB_IMAGE, undefined, 3000],
  ])("%s: by digest, not as root, nothing to write to but the data directory", (name, image, command, port) => {
    const container = containerOf(made(), name);
    expect(container).toMatchObject({
      image,
      user: "1000:1000",
      readonlyRootFilesystem: true,
      privileged: false,
      linuxParameters: { capabilities: { drop: ["ALL"] } },
      mountPoints: [{ sourceVolume: "data", containerPath: "/data", readOnly: false }],
      stopTimeout: 120,
      logConfiguration: {
        logDriver: "awslogs",
        options: { "awslogs-group": `/modelwright-dev-${name}`, "awslogs-region": "eu-west-1" },
      },
    });
    expect(container.command).toEqual(command);
    expect(container.portMappings?.[0]?.containerPort).toBe(port);
    if (port) expect(container.healthCheck.command.at(-1)).toContain(`fetch("http://127.0.0.1:${port}/healthz")`);
    expect(inputsOf(made(), "ecs/taskDefinition", name)).toMatchObject({
      requiresCompatibilities: ["FARGATE"],
      networkMode: "awsvpc",
      runtimePlatform: { cpuArchitecture: "X86_64" },
      volumes: [{ name: "data" }],
    });
    expect(inputsOf(made(), "cloudwatch/logGroup", name)).toMatchObject({ retentionInDays: 14, kmsKeyId: KEY });
  });

  test.each([
    ["api", ["DATABASE_PASSWORD"]],
    ["worker", ["DATABASE_PASSWORD"]],
    ["migrate", ["DATABASE_PASSWORD"]],
    ["web", []],
  ])("secrets of %s", (name, secrets) => {
    const container = containerOf(made(), name);
    expect(container.secrets).toEqual(
      secrets.map((secret) => ({ name: secret, valueFrom: `${DATABASE_SECRET}:password::` })),
    );
  });

  test("variables of the API", () => {
    expect(variablesOf("dev", "api")).toEqual({
      NODE_ENV: "production",
      LOG_LEVEL: "debug",
      MODELWRIGHT_DATA_DIR: "/data",
      STOP_DELAY_SECONDS: "30",
      STOP_WITHIN_SECONDS: "110",
      HOST: "0.0.0.0",
      PORT: "4000",
      ALLOWED_HOSTS: "dev.modelwright.example,api.modelwright-dev.internal",
      SIGN_IN: "NONE",
      WEB: "false",
      DATABASE_HOST: "modelwright-dev-database.abc.eu-west-1.rds.amazonaws.com",
      DATABASE_PORT: "5432",
      DATABASE_NAME: "modelwright",
      DATABASE_USER: "modelwright",
      DATABASE_SSLMODE: "verify-full",
      DATABASE_SSLROOTCERT: "/app/certificates/rds.pem",
      ARTIFACTS_URL: "s3://bucket-artifacts/models",
      AWS_REGION: "eu-west-1",
      INTERPRETER: "BUILT_IN",
    });
  });

  test("the worker tells its health, the web app knows no database, the migration no bucket", () => {
    expect(variablesOf("dev", "worker")).toMatchObject({ HEALTH_PORT: "4000", ARTIFACTS_URL: expect.any(String) });
    expect(Object.keys(variablesOf("dev", "web")).filter((name) => /DATABASE|ARTIFACTS/.test(name))).toEqual([]);
    expect(variablesOf("dev", "web")).toMatchObject({ PORT: "3000", HOST: "0.0.0.0" });
    expect(variablesOf("dev", "migrate")).not.toHaveProperty("ARTIFACTS_URL");
  });

  test("the database's certificate is checked by whoever speaks with it, against a file of the image", async () => {
    const run = await runProgram("app", "dev", { ...APP, databaseCertificatesFile: "/etc/other.pem" });
    for (const name of ["api", "worker", "migrate"]) {
      expect(variablesOf("dev", name)).toMatchObject({ DATABASE_SSLMODE: "verify-full" });
      expect(containerOf(run.made, name).environment).toContainEqual({
        name: "DATABASE_SSLROOTCERT",
        value: "/etc/other.pem",
      });
    }
  });

  test("what a role asks of the service is in no other account's power", () => {
    const trusts = made().filter((resource) => kindOf(resource) === "iam/role" && resource.name !== "run-migration");
    for (const { name, inputs } of trusts)
      expect(statementsOf(inputs.assumeRolePolicy)[0]?.Condition, name).toEqual({
        StringEquals: { "aws:SourceAccount": "123456789012" },
      });
  });
});

describe("rights", () => {
  const registry = "arn:aws:ecr:eu-west-1:123456789012:repository";
  const log = (name: string) => `arn:aws:logs:eu-west-1:123456789012:loggroup/${name}:*`;

  test("to start the API: its image, its log, the database's password", () => {
    expect(rightsOf(made(), "api-execution")).toEqual([
      `ecr:BatchCheckLayerAvailability on ${registry}/api`,
      `ecr:BatchGetImage on ${registry}/api`,
      "ecr:GetAuthorizationToken on *",
      `ecr:GetDownloadUrlForLayer on ${registry}/api`,
      `kms:Decrypt on ${KEY}`,
      `logs:CreateLogStream on ${log("api")}`,
      `logs:PutLogEvents on ${log("api")}`,
      `secretsmanager:GetSecretValue on ${DATABASE_SECRET}`,
    ]);
  });

  test("to start the web app: no secret", () => {
    expect(rightsOf(made(), "web-execution").filter((right) => /secrets|kms|\/api/.test(right))).toEqual([]);
  });

  test.each(["api", "worker"])("%s itself: model files, and nothing else", (name) => {
    expect(rightsOf(made(), `${name}-task`)).toEqual([
      `kms:Decrypt on ${KEY}`,
      `kms:GenerateDataKey on ${KEY}`,
      "s3:DeleteObject on arn:aws:s3:::bucket-artifacts/*",
      "s3:GetObject on arn:aws:s3:::bucket-artifacts/*",
      "s3:ListBucket on arn:aws:s3:::bucket-artifacts",
      "s3:PutObject on arn:aws:s3:::bucket-artifacts/*",
    ]);
  });

  test("web app and migration may do nothing in AWS", () => {
    const policies = made()
      .filter((resource) => kindOf(resource) === "iam/rolePolicy")
      .map(({ name }) => name);
    expect(policies).not.toContain("web-task");
    expect(policies).not.toContain("migrate-task");
  });

  test("Bedrock: the models that are named, by the API alone", async () => {
    const profile = "eu.anthropic.claude-haiku-4-5-20251001-v1:0";
    const run = await runProgram("app", "dev", {
      ...APP,
      interpreter: "BEDROCK",
      languageModel: profile,
      bedrockModels: `${profile}, amazon.nova-lite-v1:0`,
    });
    const bedrock = (name: string) =>
      rightsOf(run.made, name).filter((right) => right.startsWith("bedrock:InvokeModel on"));
    expect(bedrock("api-task")).toEqual([
      "bedrock:InvokeModel on arn:aws:bedrock:*::foundation-model/anthropic.claude-haiku-4-5-20251001-v1:0",
      `bedrock:InvokeModel on arn:aws:bedrock:eu-west-1:123456789012:inference-profile/${profile}`,
      "bedrock:InvokeModel on arn:aws:bedrock:eu-west-1::foundation-model/amazon.nova-lite-v1:0",
    ]);
    expect(bedrock("worker-task")).toEqual([]);
    expect(containerOf(run.made, "api").environment).toContainEqual({ name: "LANGUAGE_MODEL", value: profile });
  });

  test("a language model's key comes from its secret", async () => {
    const secret = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:language-model-AbCdEf";
    const run = await runProgram("app", "dev", {
      ...APP,
      interpreter: "OPENAI",
      languageModel: "a-model",
      languageModelKeySecretArn: secret,
    });
    expect(containerOf(run.made, "api").secrets).toContainEqual({ name: "LANGUAGE_MODEL_API_KEY", valueFrom: secret });
    expect(rightsOf(run.made, "api-execution")).toContain(`secretsmanager:GetSecretValue on ${secret}`);
    expect(rightsOf(run.made, "worker-execution")).not.toContain(`secretsmanager:GetSecretValue on ${secret}`);
  });
});

describe("services", () => {
  test.each([
    ["api", 1],
    ["web", 1],
    ["worker", 0],
  ])("%s: private, replaced when it fails, back to what ran", (name, least) => {
    expect(inputsOf(made(), "ecs/service", name)).toMatchObject({
      launchType: "FARGATE",
      desiredCount: least,
      networkConfiguration: {
        subnets: ["subnet-network-private-0", "subnet-network-private-1"],
        securityGroups: [`securitygroup-${name}`],
        assignPublicIp: false,
      },
      deploymentCircuitBreaker: { enable: true, rollback: true },
      deploymentMinimumHealthyPercent: 100,
      deploymentMaximumPercent: 200,
      waitForSteadyState: true,
      enableExecuteCommand: false,
    });
  });

  test("the balancer sends to web and API", () => {
    expect(inputsOf(made(), "ecs/service", "api").loadBalancers).toMatchObject([
      { containerName: "api", containerPort: 4000 },
    ]);
    expect(inputsOf(made(), "ecs/service", "web").loadBalancers).toMatchObject([
      { containerName: "web", containerPort: 3000 },
    ]);
    expect(inputsOf(made(), "ecs/service", "worker")).not.toHaveProperty("loadBalancers");
  });

  test.each([
    ["dev", [0, 1], [1, 2]],
    ["pr-7", [0, 1], [1, 1]],
    ["qa", [1, 2], [1, 2]],
    ["prod", [1, 4], [2, 6]],
  ])("how many in %s", (stack, worker, api) => {
    const capacity = (name: string) => {
      const { minCapacity, maxCapacity } = inputsOf(made(stack), "appautoscaling/target", name);
      return [minCapacity, maxCapacity];
    };
    expect(capacity("worker")).toEqual(worker);
    expect(capacity("api")).toEqual(api);
    expect(capacity("web")).toEqual(api);
  });

  test("workers follow the queue, down to none", () => {
    expect(inputsOf(made(), "cloudwatch/logMetricFilter")).toMatchObject({
      logGroupName: "/modelwright-dev-api",
      pattern: "{ $.trainingQueueDepth >= 0 }",
      metricTransformation: {
        namespace: "modelwright-dev",
        name: "UnfinishedTrainings",
        value: "$.trainingQueueDepth",
      },
    });
    const steps = (stack: string, name: string) => {
      const { adjustmentType, stepAdjustments } = inputsOf(
        made(stack),
        "appautoscaling/policy",
        name,
      ).stepScalingPolicyConfiguration;
      expect(adjustmentType).toBe("ExactCapacity");
      return stepAdjustments.map((step: { scalingAdjustment: number }) => step.scalingAdjustment);
    };
    expect(steps("dev", "worker-busy")).toEqual([1, 1]);
    expect(steps("prod", "worker-busy")).toEqual([1, 4]);
    expect(steps("dev", "worker-quiet")).toEqual([0]);
    expect(steps("prod", "worker-quiet")).toEqual([1]);
    expect(inputsOf(made(), "cloudwatch/metricAlarm", "worker-busy")).toMatchObject({
      namespace: "modelwright-dev",
      metricName: "UnfinishedTrainings",
      threshold: 1,
      comparisonOperator: "GreaterThanOrEqualToThreshold",
      evaluationPeriods: 1,
    });
    expect(inputsOf(made(), "cloudwatch/metricAlarm", "worker-quiet")).toMatchObject({
      threshold: 1,
      comparisonOperator: "LessThanThreshold",
      evaluationPeriods: 10,
      treatMissingData: "ignore",
    });
  });

  test("API and web app follow their CPU", () => {
    for (const name of ["api-cpu", "web-cpu"])
      expect(inputsOf(made(), "appautoscaling/policy", name)).toMatchObject({
        policyType: "TargetTrackingScaling",
        targetTrackingScalingPolicyConfiguration: { targetValue: 60 },
      });
  });
});

describe("migration", () => {
  test("the function may run that one task, in that one cluster", () => {
    const cluster = "arn:aws:ecs:eu-west-1:123456789012:cluster/modelwright-dev";
    const statements = statementsOf(inputsOf(made(), "iam/rolePolicy", "run-migration").policy);
    const run = statements.find(({ Action }) => Action.includes("ecs:RunTask"));
    // Whatever its revision: a new one must be allowed before it is run.
    expect(run?.Resource).toEqual(["arn:aws:ecs:eu-west-1:123456789012:task-definition/modelwright-dev-migrate:*"]);
    expect(run?.Condition).toEqual({ ArnEquals: { "ecs:cluster": cluster } });
    expect(statements.find(({ Action }) => Action.includes("iam:PassRole"))?.Resource).toEqual(
      ["arn:aws:iam::123456789012:role/migrate-execution", "arn:aws:iam::123456789012:role/migrate-task"].map((arn) =>
        expect.stringContaining(arn.split("/").at(-1) ?? ""),
      ),
    );
  });

  test("it is called with where and what to run", () => {
    expect(JSON.parse(inputsOf(made(), "lambda/invocation").input)).toEqual({
      cluster: "arn:aws:ecs:eu-west-1:123456789012:cluster/modelwright-dev",
      taskDefinition: runs.dev?.outputs.migrationTask,
      subnetIds: ["subnet-network-private-0", "subnet-network-private-1"],
      securityGroupId: "securitygroup-migrate",
    });
  });

  test("a new image calls it again", async () => {
    const next = await runProgram("app", "dev", { ...APP, apiImage: NEXT_API_IMAGE });
    expect(inputsOf(next.made, "lambda/invocation").input).not.toBe(inputsOf(made(), "lambda/invocation").input);
  });

  test("services change after it", () => {
    const order = made().map((resource) => kindOf(resource));
    expect(order.indexOf("ecs/service")).toBeGreaterThan(order.indexOf("lambda/invocation"));
  });
});

test("a new password of the database restarts what uses it, one after another", () => {
  expect(JSON.parse(inputsOf(made(), "cloudwatch/eventRule").eventPattern)).toEqual({
    source: ["aws.rds"],
    "detail-type": ["RDS DB Instance Event"],
    detail: { EventID: ["RDS-EVENT-0016"], SourceIdentifier: ["modelwright-dev-database"] },
  });
  const { StartAt, States } = JSON.parse(inputsOf(made(), "sfn/stateMachine").definition);
  expect(StartAt).toBe("Service 1");
  expect(States["Service 1"]).toMatchObject({
    Resource: "arn:aws:states:::aws-sdk:ecs:updateService",
    Parameters: { Service: "modelwright-dev-api", ForceNewDeployment: true },
    Next: "Service 2",
  });
  expect(States["Service 2"]).toMatchObject({ Parameters: { Service: "modelwright-dev-worker" }, End: true });
  expect(rightsOf(made(), "rotation-restart")).toEqual([
    expect.stringMatching(/^ecs:UpdateService on .*api/),
    expect.stringMatching(/^ecs:UpdateService on .*worker/),
  ]);
});

test("alarms go to the topic", () => {
  const alarms = made().filter(({ name }) => name.startsWith("alarms-"));
  expect(alarms.map(({ name }) => name).sort()).toEqual([
    "alarms-api-gone",
    "alarms-faults",
    "alarms-slow",
    "alarms-unanswered",
    "alarms-web-gone",
  ]);
  for (const { inputs } of alarms) expect(inputs).toMatchObject({ alarmActions: [TOPIC], okActions: [TOPIC] });
});

test("MLflow: for the services alone, with a database and a folder of its own", async () => {
  const run = await runProgram("app", "dev", { ...APP, mlflowImage: MLFLOW_IMAGE }, { mlflow: "true" });
  expect(openings(run.made, "Ingress").filter((opening) => opening.includes("mlflow"))).toEqual([
    "api → mlflow:5000",
    "mlflow → mlflow-database:5432",
    "worker → mlflow:5000",
  ]);
  const container = containerOf(run.made, "mlflow");
  expect(container.environment).toContainEqual({
    name: "MLFLOW_BACKEND_STORE_URI",
    value: "postgresql://modelwright@modelwright-dev-mlflow-database.abc.eu-west-1.rds.amazonaws.com:5432/mlflow",
  });
  expect(container.secrets).toEqual([
    {
      name: "PGPASSWORD",
      valueFrom: "arn:aws:secretsmanager:eu-west-1:123456789012:secret:rds-mlflow-database:password::",
    },
  ]);
  expect(container).toMatchObject({ readonlyRootFilesystem: true, user: "1000:1000" });
  // Its password is made anew every week as well.
  const rule = JSON.parse(inputsOf(run.made, "cloudwatch/eventRule", "mlflow-rotation").eventPattern);
  expect(rule.detail.SourceIdentifier).toEqual(["modelwright-dev-mlflow-database"]);
  const { States } = JSON.parse(inputsOf(run.made, "sfn/stateMachine", "mlflow-rotation").definition);
  expect(States).toMatchObject({ "Service 1": { Parameters: { Service: "modelwright-dev-mlflow" }, End: true } });
  expect(run.outputs.internalUrls).toEqual({ mlflow: "http://mlflow.modelwright-dev.internal:5000" });
});

test("what is wrong in the settings ends the program with a sentence", async () => {
  await expect(runProgram("app", "dev", { ...APP, apiImage: "api:latest" })).rejects.toThrow(
    "apiImage must be an image by its digest",
  );
  await expect(runProgram("app", "staging", APP)).rejects.toThrow('the stack "staging" is none of dev, qa, prod');
});

/** What Pulumi has marked as a secret, by which the engine knows to encrypt it; a value that is not marked is refused. */
function secretIn(marked: any): any {
  expect(marked).toMatchObject({ "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270" });
  return marked.value;
}

function variablesOf(stack: string, name: string): Record<string, string> {
  const { environment } = containerOf(made(stack), name);
  return Object.fromEntries(
    environment.map((variable: { name: string; value: string }) => [variable.name, variable.value]),
  );
}
