import { mayUseArtifacts } from "../components/artifact-bucket.ts";
import type { baseStack } from "../components/base-stack.ts";
import { mayCallModels } from "../components/bedrock.ts";
import { region } from "../components/policy-document.ts";
import {
  artifactVariables,
  databaseVariables,
  interpreterVariables,
  processVariables,
  serverVariables,
} from "../components/product-environment.ts";
import type { TaskArgs } from "../components/task.ts";
import type { AppSettings } from "../settings/app-settings.ts";

const API_PORT = 4000;
const WEB_PORT = 3000;

/** What each role is given: image, command, variables, rights, and nothing that it doesn't need. */
export function roles(settings: AppSettings, base: ReturnType<typeof baseStack>, environment: string) {
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
  const database = databaseVariables(settings, base.databases.modelwright);
  const interpreter = interpreterVariables(settings);
  const artifacts = artifactVariables(artifactBucket, region());
  const files = mayUseArtifacts(artifactBucket.arn, keyArn);

  return {
    migrate: {
      ...common,
      ...apiImage,
      command: ["migrate"],
      size: { cpu: "256", memory: "512" },
      environment: { ...ofEach, ...database.environment },
      secrets: database.secrets,
      mayDo: [],
    },
    api: {
      ...common,
      ...apiImage,
      command: ["api"],
      size: settings.apiSize,
      port: API_PORT,
      healthPath: "/healthz",
      environment: {
        ...ofEach,
        ...serverVariables(settings, API_PORT),
        WEB: "false",
        ...database.environment,
        ...artifacts,
        ...interpreter.environment,
      },
      secrets: { ...database.secrets, ...interpreter.secrets },
      mayDo: [...files, ...mayCallModels(settings.bedrockModels)],
    },
    worker: {
      ...common,
      ...apiImage,
      command: ["worker"],
      size: settings.workerSize,
      port: API_PORT,
      healthPath: "/healthz",
      environment: { ...ofEach, ...database.environment, ...artifacts, HEALTH_PORT: String(API_PORT) },
      secrets: database.secrets,
      mayDo: files,
    },
    web: {
      ...common,
      image: settings.webImage,
      repositoryArn: repositories.web.arn,
      size: settings.webSize,
      port: WEB_PORT,
      healthPath: "/healthz",
      environment: { ...ofEach, ...serverVariables(settings, WEB_PORT) },
      secrets: {},
      mayDo: [],
    },
  } satisfies Record<string, TaskArgs>;
}

function portOf(endpoint: string): number {
  const { port, protocol } = new URL(endpoint);
  return Number(port) || (protocol === "https:" ? 443 : 80);
}
