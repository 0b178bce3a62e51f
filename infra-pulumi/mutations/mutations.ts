/** A mistake that somebody could make in the programs, and what is to catch it. */
export interface Mutation {
  mistake: string;
  file: string;
  find: string;
  replace: string;
  /** What must say so: the compiler in that file, a unit test by its name, or the engine by what a stack's state says. */
  caughtBy: "types" | "unit tests" | "engine";
  /** The compiler's message, or the test that fails. */
  by: string;
  /** In what the failed test tells, so that it fails for this and for nothing else. */
  tells?: string;
}

/** Each stands in the one list, so that docs/infrastructure.md can tell of all. */
export const mutations: readonly Mutation[] = [
  {
    mistake: "a property's name is misspelt",
    file: "components/load-balancer.ts",
    find: "idleTimeout: IDLE_SECONDS",
    replace: "idleTimeOut: IDLE_SECONDS",
    caughtBy: "types",
    by: "'idleTimeOut' does not exist in type 'LoadBalancerArgs'",
  },
  {
    mistake: "a property inside another is misspelt",
    file: "components/fargate-service.ts",
    find: "deploymentCircuitBreaker: { enable: true, rollback: true }",
    replace: "deploymentCircuitBreaker: { enabled: true, rollback: true }",
    caughtBy: "types",
    by: "'enabled' does not exist in type",
  },
  {
    mistake: "a required input is missing",
    file: "components/certificate.ts",
    find: "zoneId,\n        name: proof",
    replace: "name: proof",
    caughtBy: "types",
    by: "Property 'zoneId' is missing",
  },
  {
    mistake: "a value has the wrong type",
    file: "components/database.ts",
    find: "multiAz: args.multiZone",
    replace: 'multiAz: "yes"',
    caughtBy: "types",
    by: "Type 'string' is not assignable to type",
  },
  {
    mistake: "a component is not given what it needs",
    file: "base/index.ts",
    find: 'new EncryptionKey("data")',
    replace: "new EncryptionKey()",
    caughtBy: "types",
    by: "Expected 1-2 arguments, but got 0",
  },
  {
    mistake: "an output is asked for that the base does not have",
    file: "app/index.ts",
    find: "base.publicSubnetIds",
    replace: "base.publicSubnets",
    caughtBy: "types",
    by: "Property 'publicSubnets' does not exist",
  },
  {
    mistake: "the function calls ECS by a wrong name",
    file: "lambda/run-migration.mjs",
    find: "ecs.describeTasks(",
    replace: "ecs.describeTask(",
    caughtBy: "types",
    by: "Property 'describeTask' does not exist",
  },
  {
    mistake: "the rule that lets services into the database is removed",
    file: "components/connections.ts",
    find: "new aws.vpc.SecurityGroupIngressRule(",
    replace: "new aws.vpc.SecurityGroupEgressRule(",
    caughtBy: "unit tests",
    by: "who may speak to whom > inwards",
    tells: "api → database:5432",
  },
  {
    mistake: "a required rule of a bucket, that nothing is public, is removed",
    file: "components/private-bucket.ts",
    find: "blockPublicPolicy: true",
    replace: "blockPublicPolicy: false",
    caughtBy: "unit tests",
    by: "the bucket for model files: private, encrypted, versioned, never over plain HTTP",
    tells: "blockPublicPolicy",
  },
  {
    mistake: "the database is public",
    file: "components/database.ts",
    find: "publiclyAccessible: false",
    replace: "publiclyAccessible: true",
    caughtBy: "unit tests",
    by: "database > dev: encrypted, private, with a password that no program holds",
    tells: "publiclyAccessible",
  },
  {
    mistake: "a failed deployment is not rolled back",
    file: "components/fargate-service.ts",
    find: "deploymentCircuitBreaker: { enable: true, rollback: true }",
    replace: "deploymentCircuitBreaker: { enable: true, rollback: false }",
    caughtBy: "unit tests",
    by: "services > api: private, replaced when it fails, back to what ran",
    tells: "rollback",
  },
  {
    mistake: "a task may do anything with any file",
    file: "components/artifact-bucket.ts",
    find: "resources: [pulumi.interpolate",
    replace: 'resources: ["*", pulumi.interpolate',
    caughtBy: "unit tests",
    by: "no stack breaks any > dev",
    tells: "no-wildcard-rights: allows s3:GetObject on *",
  },
  {
    mistake: "a task runs as root",
    file: "components/task.ts",
    find: 'const USER = "1000:1000"',
    replace: 'const USER = "0:0"',
    caughtBy: "unit tests",
    by: "no stack breaks any > dev",
    tells: "hardened-tasks: may run as root",
  },
  {
    mistake: "a policy is removed",
    file: "policies/rules/index.ts",
    find: "  tagged,\n",
    replace: "",
    caughtBy: "unit tests",
    by: "each rule is broken by a bad resource > and none is without one",
    tells: "tagged",
  },
  {
    mistake: "a kind of resource is left untagged",
    file: "components/tagging.ts",
    find: '"aws:kms/alias:Alias",',
    replace: '"aws:kms/alias:Alias",\n  "aws:rds/instance:Instance",',
    caughtBy: "unit tests",
    by: "every resource that can have tags has them, and no other",
    tells: "aws:rds/instance:Instance",
  },
  {
    mistake: "a setting that can't be used is taken",
    file: "settings/kinds.ts",
    find: "@sha256:[0-9a-f]{64}$/",
    replace: "(@sha256:[0-9a-f]{64})?$/",
    caughtBy: "unit tests",
    by: "what is wrong in the settings ends the program with a sentence",
    tells: "resolved",
  },
  {
    mistake: "services do not wait for the migration",
    file: "app/index.ts",
    find: "const after = [migration.done, ...balancer.listening]",
    replace: "const after = [...balancer.listening]",
    caughtBy: "engine",
    by: "what the service api waits for, in the state",
  },
  {
    mistake: "the listener takes the certificate before it is valid",
    file: "components/certificate.ts",
    find: "this.arn = validation.certificateArn",
    replace: "this.arn = certificate.arn",
    caughtBy: "engine",
    by: "what the listener waits for, in the state",
  },
  {
    mistake: "a secret is an ordinary value",
    file: "components/sign-in.ts",
    find: "pulumi.secret(given(settings.oidcClientSecret))",
    replace: "pulumi.unsecret(pulumi.output(given(settings.oidcClientSecret)))",
    caughtBy: "engine",
    by: "a secret in plain text, in the state",
  },
  {
    mistake: "the program fails",
    file: "base/index.ts",
    find: 'const network = new Network("network", {',
    replace: "const network = new Network(undefined as unknown as string, {",
    caughtBy: "engine",
    by: "a preview that fails",
  },
];
