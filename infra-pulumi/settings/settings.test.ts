import { Config, runtime } from "@pulumi/pulumi";
import { describe, expect, test } from "vitest";
import { APP, OIDC, OIDC_SECRET } from "../testing/example-settings.ts";
import { appSettings } from "./app-settings.ts";
import { baseSettings } from "./base-settings.ts";
import { type EnvironmentName, environmentOf } from "./environments.ts";
import { readSettings } from "./read-settings.ts";

function base(settings: Record<string, string>, environment: EnvironmentName = "dev") {
  return readSettings(baseSettings(environment), given(settings));
}

function app(settings: Record<string, string>, environment: EnvironmentName = "dev") {
  return readSettings(appSettings(environment), given({ ...APP, ...settings }));
}

function given(settings: Record<string, string>): Config {
  runtime.setAllConfig(Object.fromEntries(Object.entries(settings).map(([name, value]) => [`test:${name}`, value])));
  return new Config("test");
}

describe("a base needs no setting", () => {
  test.each([
    ["dev", { natGateways: "SINGLE", databaseMultiZone: false, deletionProtection: false, privateEndpoints: false }],
    [
      "preview",
      { natGateways: "SINGLE", databaseMultiZone: false, deletionProtection: false, privateEndpoints: false },
    ],
    ["qa", { natGateways: "SINGLE", databaseMultiZone: false, deletionProtection: false, privateEndpoints: true }],
    ["prod", { natGateways: "PER_ZONE", databaseMultiZone: true, deletionProtection: true, privateEndpoints: true }],
  ] as const)("%s", (environment, expected) => {
    expect(base({}, environment)).toMatchObject({ ...expected, logRetentionDays: 14 });
  });
});

test.each([
  ["natGateways", "TWO", 'natGateways must be SINGLE or PER_ZONE, not "TWO"'],
  ["privateEndpoints", "yes", 'privateEndpoints must be true or false, not "yes"'],
  ["logRetentionDays", "10", "logRetentionDays must be a number of days that CloudWatch knows: 1, 3, 5, 7, 14"],
  ["databaseClass", "micro", 'databaseClass must be an instance class of RDS, as db.t4g.micro, not "micro"'],
  ["databaseStorageGb", "19", "databaseStorageGb must be a whole number from 20 to 16384"],
  ["databaseStorageGb", "20.5", "databaseStorageGb must be a whole number from 20 to 16384"],
  ["databaseStorageGb", "200", "databaseStorageMaxGb must be more than databaseStorageGb"],
  ["databaseBackupDays", "0", "databaseBackupDays must be a whole number from 1 to 35"],
  ["budgetUsd", "0", "budgetUsd must be a whole number from 1"],
  ["alarmEmail", "nobody", 'alarmEmail must be an e-mail address, not "nobody"'],
  ["natGateway", "SINGLE", "natGateway is no setting; there are natGateways,"],
])("base: %s=%s", (name, value, message) => {
  expect(() => base({ [name]: value })).toThrow(message);
});

test.each([
  ["domain", "Dev.example.com", "domain must be a domain name in small letters"],
  ["domain", "dev.example.org", "domain must be in the zone modelwright.example"],
  ["apiImage", "modelwright-api:latest", "apiImage must be an image by its digest, as <repository>@sha256:"],
  ["webImage", "", "webImage must be set"],
  ["architecture", "ARM", "architecture must be X86_64 or ARM64"],
  ["allowedCidrs", "203.0.113.0", "allowedCidrs must be one or more networks"],
  ["allowedCidrs", "203.0.113.256/24", "allowedCidrs must be one or more networks"],
  ["allowedCidrs", "203.0.113.0/24, 10.0.0.0/33", "allowedCidrs must be one or more networks"],
  ["allowedCidrs", "0.0.0.0/0", "allowedCidrs must not be everybody while signIn is NONE"],
  ["signIn", "SAML", "signIn must be NONE, OIDC or COGNITO"],
  ["signIn", "OIDC", "oidcClientSecret must be set with this signIn"],
  ["signIn", "COGNITO", "cognitoUserPoolArn must be set with this signIn"],
  ["signIn", "OIDC", "machineKeysSecretArn must be set with this signIn"],
  ["signIn", "OIDC", "owners must name somebody with this signIn"],
  ["machinesFromOutside", "true", "machinesFromOutside must not be set while signIn is NONE"],
  ["editors", "ed", "editors must be e-mail addresses, or id:, group: or machine: with a name"],
  ["cognitoUserPoolArn", "eu-west-1_abc", "cognitoUserPoolArn must be an ARN, as arn:aws:cognito-idp"],
  ["oidcIssuer", "http://id.example.com", "oidcIssuer must be an https:// URL"],
  ["apiSize", "512", "apiSize must be CPU units and MiB of memory, as 512/1024"],
  ["apiSize", "300/1024", "apiSize must have 256, 512, 1024, 2048, 4096 CPU units"],
  ["apiSize", "512/8192", "apiSize must have, with 512 CPU units, 1024 to 4096 MiB in steps of 1024"],
  ["workerTasks", "2", "workerTasks must be the least and the most tasks, as 1-4"],
  ["workerTasks", "3-1", "workerTasks must be the least and the most tasks"],
  ["logLevel", "warn", "logLevel must be trace, debug or info"],
  ["interpreter", "OLLAMA", "interpreter must be BUILT_IN, OPENAI, ANTHROPIC or BEDROCK"],
  ["interpreter", "OPENAI", "languageModelKeySecretArn must be set with this"],
  ["bedrockModels", "*", "bedrockModels must be model or inference-profile names"],
  ["otlpEndpoint", "collector:4318", "otlpEndpoint must be an http:// or https:// URL"],
  ["otlpHeadersSecretArn", "api-key=1", "otlpHeadersSecretArn must be an ARN, as arn:aws:secretsmanager"],
  [
    "otlpHeadersSecretArn",
    "arn:aws:secretsmanager:eu-west-1:123456789012:secret:collector-AbCdEf",
    "otlpEndpoint must be set too",
  ],
  ["databaseCertificatesFile", "rds.pem", "databaseCertificatesFile must be an absolute path in the image"],
])("app: %s=%s", (name, value, message) => {
  expect(() => app({ [name]: value })).toThrow(message);
});

test("a model of Bedrock that is used must be one that may be called", () => {
  const model = "anthropic.claude-haiku-4-5-20251001-v1:0";
  expect(() => app({ interpreter: "BEDROCK", languageModel: model })).toThrow(`bedrockModels must name ${model}`);
  expect(app({ interpreter: "BEDROCK", languageModel: model, bedrockModels: model }).bedrockModels).toEqual([model]);
});

test("all that is wrong is said at once", () => {
  const wrong = () => app({ signIn: "SAML", architecture: "ARM", colour: "blue" });
  expect(wrong).toThrow("signIn");
  expect(wrong).toThrow("architecture");
  expect(wrong).toThrow("colour is no setting");
});

test("a secret is not shown", () => {
  const wrong = () => app({ ...OIDC, oidcTokenEndpoint: "nowhere" });
  expect(wrong).toThrow("oidcTokenEndpoint must be an https:// URL");
  expect(wrong).not.toThrow(OIDC_SECRET);
});

test("with a sign-in everybody may come", () => {
  expect(app({ ...OIDC, allowedCidrs: "0.0.0.0/0" }).signIn).toBe("OIDC");
});

test.each([
  ["dev", "dev"],
  ["qa", "qa"],
  ["prod", "prod"],
  ["pr-41", "preview"],
])("the stack %s is of %s", (stack, environment) => {
  expect(environmentOf(stack)).toBe(environment);
});

test.each(["production", "pr-", "pr-x", "Dev"])("there is no stack %s", (stack) => {
  expect(() => environmentOf(stack)).toThrow(`the stack "${stack}" is none of dev, qa, prod and pr-<number`);
});
