import { z } from "zod";
import type { EnvironmentName } from "./environments.ts";
import {
  arnOf,
  cidrList,
  domainName,
  flag,
  httpsUrl,
  imageByDigest,
  list,
  members,
  oneOf,
  retentionDays,
  taskCount,
  taskSize,
} from "./kinds.ts";

/** What differs between environments, where the settings don't say otherwise. */
const defaults = {
  dev: { tasks: "1-2", worker: "0-1", waf: "false", api: "512/1024", level: "debug" },
  preview: { tasks: "1-1", worker: "0-1", waf: "false", api: "512/1024", level: "debug" },
  qa: { tasks: "1-2", worker: "1-2", waf: "false", api: "512/1024", level: "info" },
  prod: { tasks: "2-6", worker: "1-4", waf: "true", api: "1024/2048", level: "info" },
} as const satisfies Record<EnvironmentName, object>;

const EVERYWHERE = "0.0.0.0/0";

export function appSettings(environment: EnvironmentName) {
  const usual = defaults[environment];
  return z
    .object({
      /** Where the product is reached; `zone` is the hosted zone of Route 53 that it is in. */
      domain: domainName,
      zone: domainName,
      apiImage: imageByDigest,
      webImage: imageByDigest,
      mlflowImage: imageByDigest.optional(),
      /** What the images were built for. */
      architecture: oneOf("X86_64", "ARM64").prefault("X86_64"),
      /** Who may reach the balancer. */
      allowedCidrs: cidrList.prefault(EVERYWHERE),
      webFirewall: flag.prefault(usual.waf),
      signIn: oneOf("NONE", "OIDC", "COGNITO").prefault("NONE"),
      oidcIssuer: httpsUrl.optional(),
      oidcAuthorizationEndpoint: httpsUrl.optional(),
      oidcTokenEndpoint: httpsUrl.optional(),
      oidcUserInfoEndpoint: httpsUrl.optional(),
      oidcClientId: z.string().optional(),
      oidcClientSecret: z.string().optional(),
      cognitoUserPoolArn: arnOf(
        "cognito-idp",
        "arn:aws:cognito-idp:eu-west-1:123456789012:userpool/eu-west-1_abc",
      ).optional(),
      cognitoClientId: z.string().optional(),
      cognitoDomain: z.string().optional(),
      /** Who may what, once people sign in: docs/decisions/0019-people.md. */
      owners: members.prefault(""),
      approvers: members.prefault(""),
      editors: members.prefault(""),
      viewers: members.prefault(""),
      defaultRole: oneOf("NONE", "VIEWER", "EDITOR", "APPROVER", "OWNER").prefault("VIEWER"),
      /** What of the user info names a person's groups. */
      groupsClaim: z.string().optional(),
      /** The secret of Secrets Manager with the keys of programs, as JSON: `machines` (name=key,…) and `smokeTest`, the key of smoke-test. */
      machineKeysSecretArn: arnOf(
        "secretsmanager",
        "arn:aws:secretsmanager:eu-west-1:123456789012:secret:machine-keys-AbCdEf",
      ).optional(),
      /** Whether programs with such a key may come in by the balancer too, past its sign-in; inside the network they always may. */
      machinesFromOutside: flag.prefault("false"),
      /** The most that any role may do that is made here: for a pipeline that may make no others. */
      permissionsBoundaryArn: arnOf("iam", "arn:aws:iam::123456789012:policy/modelwright-boundary").optional(),
      apiSize: taskSize.prefault(usual.api),
      webSize: taskSize.prefault("512/1024"),
      workerSize: taskSize.prefault("1024/2048"),
      apiTasks: taskCount.prefault(usual.tasks),
      webTasks: taskCount.prefault(usual.tasks),
      /** 0 at least: no worker runs while nothing is queued. */
      workerTasks: taskCount.prefault(usual.worker),
      logRetentionDays: retentionDays.prefault("14"),
      /** Workers follow a line of the log that is told at info, so nothing above it is a choice. */
      logLevel: oneOf("trace", "debug", "info").prefault(usual.level),
      /** Who reads messages. */
      interpreter: oneOf("BUILT_IN", "OPENAI", "ANTHROPIC", "BEDROCK").prefault("BUILT_IN"),
      languageModel: z.string().optional(),
      /** The secret of Secrets Manager that holds the language model's key as plain text. */
      languageModelKeySecretArn: arnOf(
        "secretsmanager",
        "arn:aws:secretsmanager:eu-west-1:123456789012:secret:language-model-AbCdEf",
      ).optional(),
      /** Models of Bedrock that may be called, and no others. */
      bedrockModels: z
        .string()
        .transform(list)
        .refine(
          (models) => models.every((model) => /^[a-z0-9]+(\.[a-z0-9][a-z0-9.:-]*)+$/.test(model)),
          "must be model or inference-profile names with commas between them, as eu.anthropic.claude-haiku-4-5-20251001-v1:0",
        )
        .prefault(""),
      /** Where traces and metrics go. */
      otlpEndpoint: z.url({ protocol: /^https?$/, error: "must be an http:// or https:// URL" }).optional(),
      /** The secret of Secrets Manager that holds, as plain text, the headers for it: its key, as name=value. */
      otlpHeadersSecretArn: arnOf(
        "secretsmanager",
        "arn:aws:secretsmanager:eu-west-1:123456789012:secret:collector-AbCdEf",
      ).optional(),
      /** Where the image keeps the certificates that the database's must be signed by. */
      databaseCertificatesFile: z
        .string()
        .regex(/^\/[\w./-]+$/, "must be an absolute path in the image")
        .prefault("/app/certificates/rds.pem"),
    })
    .superRefine((value, context) => {
      const wrong = (path: string, message: string) => context.addIssue({ code: "custom", path: [path], message });
      if (value.domain !== value.zone && !value.domain.endsWith(`.${value.zone}`))
        wrong("domain", `must be in the zone ${value.zone}`);
      if (value.signIn === "NONE" && value.allowedCidrs.some((cidr) => cidr.endsWith("/0")))
        wrong("allowedCidrs", "must not be everybody while signIn is NONE: whoever reaches the product is its owner");
      if (value.signIn === "NONE" && value.machinesFromOutside)
        wrong("machinesFromOutside", "must not be set while signIn is NONE: whoever reaches the product needs no key");
      if (value.signIn !== "NONE" && value.owners.length === 0)
        wrong("owners", "must name somebody with this signIn, or nobody may set policies and remove models");
      if (value.otlpHeadersSecretArn && !value.otlpEndpoint)
        wrong("otlpEndpoint", "must be set too, or nobody is sent what otlpHeadersSecretArn holds");
      for (const name of requiredBy(value))
        if (!value[name]) wrong(name, "must be set with this signIn or interpreter");
      if (value.interpreter === "BEDROCK" && value.languageModel && !value.bedrockModels.includes(value.languageModel))
        wrong("bedrockModels", `must name ${value.languageModel}, or it may not be called`);
    });
}

type Named =
  | "machineKeysSecretArn"
  | "languageModel"
  | "languageModelKeySecretArn"
  | (typeof OIDC)[number]
  | (typeof COGNITO)[number];

const OIDC = [
  "oidcIssuer",
  "oidcAuthorizationEndpoint",
  "oidcTokenEndpoint",
  "oidcUserInfoEndpoint",
  "oidcClientId",
  "oidcClientSecret",
  "machineKeysSecretArn",
] as const;
const COGNITO = ["cognitoUserPoolArn", "cognitoClientId", "cognitoDomain", "machineKeysSecretArn"] as const;

/** What must be given together. */
function requiredBy({ signIn, interpreter }: { signIn: string; interpreter: string }): readonly Named[] {
  const bySignIn = signIn === "OIDC" ? OIDC : signIn === "COGNITO" ? COGNITO : [];
  const byInterpreter = {
    BUILT_IN: [],
    OPENAI: ["languageModel", "languageModelKeySecretArn"],
    ANTHROPIC: ["languageModel", "languageModelKeySecretArn"],
    BEDROCK: ["languageModel"],
  } as const;
  return [...bySignIn, ...byInterpreter[interpreter as keyof typeof byInterpreter]];
}

export type AppSettings = z.output<ReturnType<typeof appSettings>>;
