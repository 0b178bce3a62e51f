import { beforeAll, describe, expect, test, vi } from "vitest";
import { readEnvironment, readProcessEnvironment } from "../../api/environment.ts";
import * as schemas from "../../api/environment-variables.ts";
import { APP, OIDC } from "../testing/example-settings.ts";
import { containerOf, inputsOf } from "../testing/query.ts";
import { type Made, runProgram } from "../testing/run-program.ts";

/** The file of certificates is the image's, whose own test opens it. */
vi.mock("node:fs", async (original) => {
  const fs = await original<typeof import("node:fs")>();
  return {
    ...fs,
    statSync: (path: string, ...rest: []) => fs.statSync(path === CERTIFICATES ? import.meta.filename : path, ...rest),
  };
});
const CERTIFICATES = "/app/certificates/rds.pem";

const MODEL = "eu.anthropic.claude-haiku-4-5-20251001-v1:0";
const SECRET = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:language-model-AbCdEf";
const COLLECTOR_KEY = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:collector-AbCdEf";
/** Settings that between them have every variable set that any setting can. */
const VARIANTS = {
  plain: {},
  watched: { otlpEndpoint: "https://collector.example.com:4318", otlpHeadersSecretArn: COLLECTOR_KEY },
  bedrock: { interpreter: "BEDROCK", languageModel: MODEL, bedrockModels: MODEL },
  signedIn: {
    ...OIDC,
    approvers: "group:reviewers",
    editors: "ed@example.com",
    viewers: "id:u-1",
    groupsClaim: "roles",
  },
  openai: { interpreter: "OPENAI", languageModel: "a-model", languageModelKeySecretArn: SECRET },
} satisfies Record<string, Record<string, string>>;
const ROLES = ["api", "worker", "migrate", "web"] as const;

/** Node's own; the product reads it nowhere. */
const OF_NODE = ["NODE_ENV"];
/** Read by the product, set by no stack: why. Whoever adds a variable to the product decides here. */
const UNSET: Record<string, string> = {
  DATABASE_URL: "its parts are set",
  S3_ENDPOINT: "the bucket is AWS's",
  API_URL: "the balancer leads /graphql to the API",
  SIGN_IN_USER_HEADER: "the balancer signs what it says",
  SIGN_IN_EMAIL_HEADER: "the balancer signs what it says",
  SIGN_IN_GROUPS_HEADER: "the balancer signs what it says",
  SIGN_IN_SECRET: "the balancer signs what it says",
  SIGN_IN_KEYS_URL: "the region's usual address",
  WEB_DEV: "for development",
  AWS_DEFAULT_REGION: "AWS_REGION is set",
  PRODUCTION_SCOPE: "the product's default",
  CONFIRMATION_MINUTES: "the product's default",
  REGISTRY: "the product's default",
  MLFLOW_TRACKING_URI: "the registry is the database",
  MLFLOW_TRACKING_USERNAME: "the registry is the database",
  MLFLOW_TRACKING_PASSWORD: "the registry is the database",
  MLFLOW_TRACKING_TOKEN: "the registry is the database",
  MLFLOW_FOLLOW_SECONDS: "the registry is the database",
  REMOVED_MODELS_KEPT_DAYS: "the product's default",
  WEBHOOK_ALLOW_PRIVATE: "the product's default",
  OTEL_SERVICE_NAME: "named after the role",
  OTEL_TRACES_SAMPLER_ARG: "the product's default",
  OTEL_METRIC_EXPORT_INTERVAL: "the product's default",
  LANGUAGE_MODEL_URL: "the provider's own address",
  OPENAI_API_KEY: "LANGUAGE_MODEL_API_KEY is set",
  ANTHROPIC_API_KEY: "LANGUAGE_MODEL_API_KEY is set",
  LANGUAGE_MODEL_TIMEOUT_MS: "the product's default",
  LANGUAGE_MODEL_USE: "the product's default",
  LANGUAGE_MODEL_INPUT_PRICE: "nothing is counted by it",
  LANGUAGE_MODEL_OUTPUT_PRICE: "nothing is counted by it",
  LANGUAGE_MODEL_CURRENCY: "nothing is counted by it",
  LANGUAGE_MODEL_THREAD_TOKENS: "no limit but the account's",
  LANGUAGE_MODEL_THREAD_COST: "no limit but the account's",
};

/** Of a form that is asked for. */
const SECRETS: Record<string, string> = {
  SIGN_IN_MACHINES: `smoke-test=${"k".repeat(64)}`,
  OTEL_EXPORTER_OTLP_HEADERS: "api-key=of-nobody",
};

const runs: Record<string, Made[]> = {};
beforeAll(async () => {
  for (const [name, settings] of Object.entries(VARIANTS))
    runs[name] = (await runProgram("app", "dev", { ...APP, ...settings })).made;
});

/** What a role's process finds in its environment; a secret's value is made up. */
function variablesOf(variant: string, role: string): Record<string, string> {
  const { environment, secrets } = containerOf(runs[variant] ?? [], role);
  return Object.fromEntries([
    ...environment.map(({ name, value }: { name: string; value: string }) => [name, value]),
    ...secrets.map(({ name }: { name: string }) => [name, SECRETS[name] ?? "a-secret"]),
  ]);
}

const known: string[] = Object.values(schemas).flatMap((schema) =>
  "shape" in schema ? Object.keys(schema.shape) : [],
);
const set = () =>
  new Set(Object.keys(VARIANTS).flatMap((name) => ROLES.flatMap((role) => Object.keys(variablesOf(name, role)))));

describe("what the stacks set is what the product reads", () => {
  test("nothing is set that nobody reads", () => {
    expect([...set()].filter((name) => !known.includes(name) && !OF_NODE.includes(name))).toEqual([]);
  });

  test("what is read is set, or left unset for a reason", () => {
    expect(known.filter((name) => !set().has(name)).sort()).toEqual(Object.keys(UNSET).sort());
  });
});

describe.each(Object.keys(VARIANTS))("with settings that are %s", (variant) => {
  test.each(["api", "worker", "migrate"])("%s can start, and has what it works on", (role) => {
    const environment = readEnvironment(variablesOf(variant, role));
    const database = new URL(environment.databaseUrl);
    expect(database.hostname).toBe("modelwright-dev-database.abc.eu-west-1.rds.amazonaws.com");
    expect(Object.fromEntries(database.searchParams)).toEqual({ sslmode: "verify-full", sslrootcert: CERTIFICATES });
    expect(environment.dataDir).toBe("/data");
    // Each task has a disk of its own, so model files are in the bucket.
    if (role !== "migrate")
      expect(environment.artifacts).toMatchObject({ bucket: "bucket-artifacts", region: "eu-west-1" });
  });

  test("web can start, on nothing but its port, and finds the API by its name", () => {
    expect(readProcessEnvironment(variablesOf(variant, "web")).server).toMatchObject({
      host: "0.0.0.0",
      port: 3000,
      firstViewUrl: "http://api.modelwright-dev.internal:4000",
    });
    expect(() => readEnvironment(variablesOf(variant, "web"))).toThrow("DATABASE_URL must be set");
  });
});

test.each(["DATABASE_HOST", "DATABASE_NAME", "DATABASE_USER", "DATABASE_PASSWORD"])(
  "none starts without %s",
  (name) => {
    for (const role of ["api", "worker", "migrate"]) {
      const { [name]: _left, ...rest } = variablesOf("plain", role);
      expect(() => readEnvironment(rest)).toThrow(`${name} must be set too`);
    }
  },
);

test("whom the API believes, and who may what, is as the settings and the balancer are", () => {
  const { signIn, server } = readEnvironment(variablesOf("signedIn", "api"));
  const balancer = runs.signedIn?.find(({ type }) => type === "aws:lb/loadBalancer:LoadBalancer");
  expect(signIn).toEqual({
    front: {
      kind: "AWS_ALB",
      balancerArn: balancer?.outputs.arn,
      issuer: OIDC.oidcIssuer,
      clientId: OIDC.oidcClientId,
      groupsClaim: "roles",
    },
    machines: [{ name: "smoke-test", key: "k".repeat(64) }],
    roles: {
      members: {
        OWNER: ["ann@example.com"],
        APPROVER: ["group:reviewers"],
        EDITOR: ["ed@example.com", "machine:smoke-test"],
        VIEWER: ["id:u-1"],
      },
      byDefault: "VIEWER",
    },
  });
  expect(server.front).toEqual({ kind: "AWS_ALB" });
  expect(readProcessEnvironment(variablesOf("signedIn", "web")).server.front).toEqual({ kind: "AWS_ALB" });
  expect(readEnvironment(variablesOf("plain", "api")).signIn).toBeUndefined();
});

test("who reads messages is told how, and where traces go", () => {
  expect(readEnvironment(variablesOf("bedrock", "api")).interpreter).toMatchObject({
    provider: "BEDROCK",
    model: MODEL,
    region: "eu-west-1",
  });
  expect(readEnvironment(variablesOf("openai", "api")).interpreter).toMatchObject({
    provider: "OPENAI",
    apiKey: "a-secret",
  });
  for (const role of ["api", "worker", "migrate"])
    expect(readEnvironment(variablesOf("watched", role)).telemetry).toMatchObject({
      endpoint: VARIANTS.watched.otlpEndpoint,
    });
});

describe("ports and stops", () => {
  test("a process answers where it is asked", () => {
    const { server } = readEnvironment(variablesOf("plain", "api"));
    expect(containerOf(runs.plain ?? [], "api").portMappings[0].containerPort).toBe(server.port);
    const worker = readEnvironment(variablesOf("plain", "worker")).server;
    expect(containerOf(runs.plain ?? [], "worker").healthCheck.command.at(-1)).toContain(
      `:${worker.healthPort}/healthz`,
    );
    expect(server.allowedHosts).toEqual([APP.domain, "api.modelwright-dev.internal"]);
  });

  test.each(ROLES)("%s has ended by itself before Fargate kills it", (role) => {
    const { stop } = readProcessEnvironment(variablesOf("plain", role));
    const { stopTimeout } = containerOf(runs.plain ?? [], role);
    expect(stop.withinMs).toBeLessThan(stopTimeout * 1000);
  });

  test.each(["api", "web"] as const)("%s serves until the balancer has seen that it stops", (role) => {
    const { interval, unhealthyThreshold } = inputsOf(runs.plain ?? [], "lb/targetGroup", role).healthCheck;
    const { stop } = readProcessEnvironment(variablesOf("plain", role));
    expect(stop.delayMs).toBeGreaterThanOrEqual(interval * unhealthyThreshold * 1000);
  });

  test("a worker, which nobody sends anything to, begins to stop at once", () => {
    expect(readProcessEnvironment(variablesOf("plain", "worker")).stop.delayMs).toBe(0);
  });
});
