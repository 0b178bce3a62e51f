import type * as pulumi from "@pulumi/pulumi";
import { mayUseArtifacts } from "../components/artifact-bucket.ts";
import type { baseStack } from "../components/base-stack.ts";
import { mayCallModels } from "../components/bedrock.ts";
import { region } from "../components/policy-document.ts";
import type { PrivateNames } from "../components/private-names.ts";
import {
  artifactVariables,
  databaseVariables,
  interpreterVariables,
  processSecrets,
  processVariables,
  serverVariables,
  signInVariables,
} from "../components/product-environment.ts";
import { signInOf } from "../components/sign-in.ts";
import type { TaskArgs } from "../components/task.ts";
import type { AppSettings } from "../settings/app-settings.ts";

/** Where each listens. */
export const PORTS = { api: 4000, web: 3000 } as const;

export interface RolesArgs {
  settings: AppSettings;
  base: ReturnType<typeof baseStack>;
  environment: string;
  names: PrivateNames;
  balancerArn: pulumi.Input<string>;
}

/** What each role is given: image, command, variables, rights, and nothing that it doesn't need. */
export function roles({ settings, base, environment, names, balancerArn }: RolesArgs) {
  const { vpcId, keyArn, artifactBucket, repositories } = base;
  const common = {
    architecture: settings.architecture,
    logRetentionDays: settings.logRetentionDays,
    vpcId,
    keyArn,
    outgoingPorts: settings.otlpEndpoint ? [portOf(settings.otlpEndpoint)] : [],
  };
  const apiImage = { image: settings.apiImage, repositoryArn: repositories.api.arn };
  const ofEach = processVariables(settings, environment);
  const secretsOfEach = processSecrets(settings);
  const database = databaseVariables(settings, base.databases.modelwright);
  const interpreter = interpreterVariables(settings);
  const artifacts = artifactVariables(artifactBucket, region());
  const signIn = signInVariables(settings, signInOf(settings), balancerArn);
  const internal = (name: keyof typeof PORTS) => `http://${names.hostOf(name)}:${PORTS[name]}`;
  const files = mayUseArtifacts(artifactBucket.arn, keyArn);

  return {
    migrate: {
      ...common,
      ...apiImage,
      command: ["migrate"],
      size: { cpu: "256", memory: "512" },
      environment: { ...ofEach, ...database.environment },
      secrets: { ...secretsOfEach, ...database.secrets },
      mayDo: [],
    },
    api: {
      ...common,
      ...apiImage,
      command: ["api"],
      size: settings.apiSize,
      port: PORTS.api,
      healthPath: "/healthz",
      environment: {
        ...ofEach,
        ...serverVariables(settings, PORTS.api, names.hostOf("api")),
        WEB: "false",
        ...database.environment,
        ...artifacts,
        ...interpreter.environment,
        ...signIn.environment,
      },
      secrets: { ...secretsOfEach, ...database.secrets, ...interpreter.secrets, ...signIn.secrets },
      mayDo: [...files, ...mayCallModels(settings.bedrockModels)],
    },
    worker: {
      ...common,
      ...apiImage,
      command: ["worker"],
      size: settings.workerSize,
      port: PORTS.api,
      healthPath: "/healthz",
      environment: { ...ofEach, ...database.environment, ...artifacts, HEALTH_PORT: String(PORTS.api) },
      secrets: { ...secretsOfEach, ...database.secrets },
      mayDo: files,
    },
    web: {
      ...common,
      image: settings.webImage,
      repositoryArn: repositories.web.arn,
      size: settings.webSize,
      port: PORTS.web,
      healthPath: "/healthz",
      environment: {
        ...ofEach,
        ...serverVariables(settings, PORTS.web, names.hostOf("web")),
        FIRST_VIEW_URL: internal("api"),
      },
      secrets: secretsOfEach,
      mayDo: [],
    },
    smoke: {
      ...common,
      ...apiImage,
      outgoingPorts: [],
      entryPoint: ["node", "scripts/smoke.mjs"],
      command: [internal("web"), `--api=${internal("api")}`],
      size: { cpu: "256", memory: "512" },
      environment: { NODE_ENV: "production" },
      secrets: settings.machineKeysSecretArn
        ? { SMOKE_TEST_KEY: { arn: settings.machineKeysSecretArn, key: "smokeTest" } }
        : {},
      mayDo: [],
    },
  } satisfies Record<string, TaskArgs>;
}

function portOf(endpoint: string): number {
  const { port, protocol } = new URL(endpoint);
  return Number(port) || (protocol === "https:" ? 443 : 80);
}
