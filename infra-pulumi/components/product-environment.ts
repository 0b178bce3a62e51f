import type * as pulumi from "@pulumi/pulumi";
import type { AppSettings } from "../settings/app-settings.ts";
import type { Connection } from "./base-stack.ts";
import { type SignIn, signedBy } from "./sign-in.ts";
import { DATA_DIR, STOP_SECONDS } from "./task.ts";

/** The variables that the product reads (api/environment.ts), by concern. */

type Variables = Record<string, pulumi.Input<string>>;
type Secrets = Record<string, { arn: pulumi.Input<string>; key?: string }>;

/** Of every role. */
export function processVariables({ logLevel, otlpEndpoint }: AppSettings, environment: string): Variables {
  return {
    NODE_ENV: "production",
    LOG_LEVEL: logLevel,
    MODELWRIGHT_DATA_DIR: DATA_DIR,
    STOP_WITHIN_SECONDS: String(STOP_SECONDS - 10),
    ...(otlpEndpoint
      ? {
          OTEL_EXPORTER_OTLP_ENDPOINT: otlpEndpoint,
          OTEL_RESOURCE_ATTRIBUTES: `deployment.environment.name=${environment}`,
        }
      : {}),
  };
}

/** Of every role: what a collector that isn't one's own asks for. */
export function processSecrets({ otlpHeadersSecretArn: arn }: AppSettings): Secrets {
  return arn ? { OTEL_EXPORTER_OTLP_HEADERS: { arn } } : {};
}

/**
 * Of a role that listens for the balancer. The balancer asks for health by address, which needs no name.
 * @param internalHost the name that other tasks know it by
 */
export function serverVariables({ domain, signIn }: AppSettings, port: number, internalHost: string): Variables {
  return {
    HOST: "0.0.0.0",
    PORT: String(port),
    ALLOWED_HOSTS: `${domain},${internalHost}`,
    SIGN_IN: signIn === "NONE" ? "NONE" : "AWS_ALB",
    // The balancer needs three looks at /readyz, ten seconds apart, to send nothing more. Nobody sends anything to the other roles.
    STOP_DELAY_SECONDS: "30",
  };
}

/** What the deployment's own conversation with the product is called. */
const SMOKE_TEST = "machine:smoke-test";

/** Of the role that answers: whom it believes who asks, and who may what. */
export function signInVariables(
  settings: AppSettings,
  signIn: SignIn,
  balancerArn: pulumi.Input<string>,
): { environment: Variables; secrets: Secrets } {
  const { machineKeysSecretArn: secret } = settings;
  if (signIn.kind === "NONE" || !secret) return { environment: {}, secrets: {} };
  const { issuer, clientId } = signedBy(signIn);
  const { owners, approvers, editors, viewers } = settings;
  return {
    environment: {
      SIGN_IN_BALANCER_ARN: balancerArn,
      SIGN_IN_ISSUER: issuer,
      SIGN_IN_CLIENT_ID: clientId,
      SIGN_IN_OWNERS: owners.join(","),
      SIGN_IN_APPROVERS: approvers.join(","),
      SIGN_IN_EDITORS: [...editors, SMOKE_TEST].join(","),
      SIGN_IN_VIEWERS: viewers.join(","),
      SIGN_IN_DEFAULT_ROLE: settings.defaultRole,
      ...(settings.groupsClaim ? { SIGN_IN_GROUPS_CLAIM: settings.groupsClaim } : {}),
    },
    secrets: { SIGN_IN_MACHINES: { arn: secret, key: "machines" } },
  };
}

export function databaseVariables(
  { databaseCertificatesFile: file }: AppSettings,
  connection: pulumi.Output<Connection>,
): { environment: Variables; secrets: Secrets } {
  return {
    environment: {
      DATABASE_HOST: connection.host,
      DATABASE_PORT: connection.port.apply(String),
      DATABASE_NAME: connection.databaseName,
      DATABASE_USER: connection.user,
      DATABASE_SSLMODE: "verify-full",
      DATABASE_SSLROOTCERT: file,
    },
    secrets: { DATABASE_PASSWORD: { arn: connection.secretArn, key: "password" } },
  };
}

/** Of the roles that read and write model files. */
export function artifactVariables(bucket: pulumi.Output<{ name: string }>, region: pulumi.Output<string>): Variables {
  return { ARTIFACTS_URL: bucket.apply(({ name }) => `s3://${name}/models`), AWS_REGION: region };
}

/** Of the role that reads messages. */
export function interpreterVariables(settings: AppSettings): { environment: Variables; secrets: Secrets } {
  const { interpreter, languageModel, languageModelKeySecretArn: secret } = settings;
  return {
    environment: { INTERPRETER: interpreter, ...(languageModel ? { LANGUAGE_MODEL: languageModel } : {}) },
    secrets: secret ? { LANGUAGE_MODEL_API_KEY: { arn: secret } } : {},
  };
}
