import { resolve } from "node:path";
import { z } from "zod";
import {
  databaseVariables,
  frontVariables,
  interpreterVariables,
  processVariables,
  productVariables,
  serverVariables,
  signInVariables,
} from "./environment-variables.ts";
import type { RoleRules } from "./identity/roles.ts";
import { ConfigurationError } from "./platform/errors.ts";

const processSchema = z.object({ ...processVariables.shape, ...serverVariables.shape, ...frontVariables.shape });
const schema = z.object({
  ...processSchema.shape,
  ...databaseVariables.shape,
  ...signInVariables.shape,
  ...productVariables.shape,
  ...interpreterVariables.shape,
});

/** What a process needs that works on no database: the web app alone. */
export interface ProcessEnvironment {
  server: {
    host: string;
    port: number;
    allowedHosts: string[];
    web: boolean;
    webDev: boolean;
    /** Where a worker tells its health. */
    healthPort?: number;
    /** Where `/graphql` is passed on to, by the web app alone. */
    apiUrl?: string;
    /** Where pages that the web app alone renders are read from. */
    firstViewUrl?: string;
    /** Who says who asks, and in which headers. */
    front:
      | { kind: "NONE" }
      | { kind: "AWS_ALB" }
      | { kind: "PROXY"; headers: { user: string; email?: string; groups?: string } };
  };
  dataDir: string;
  logLevel: z.infer<typeof schema>["LOG_LEVEL"];
  stop: { delayMs: number; withinMs: number };
  /** Absent: nothing is told to anyone. */
  telemetry?: {
    endpoint: string;
    headers: Record<string, string>;
    serviceName?: string;
    attributes: Record<string, string>;
    /** 0 to 1. */
    sampled: number;
    metricsEveryMs: number;
  };
}

export interface Environment extends ProcessEnvironment {
  databaseUrl: string;
  /** Absent: nobody signs in, and whoever reaches the port is the local owner. */
  signIn?: {
    front:
      | {
          kind: "AWS_ALB";
          balancerArn: string;
          issuer: string;
          clientId: string;
          groupsClaim: string;
          keysUrl?: string;
        }
      | { kind: "PROXY"; secret: string; headers: { user: string; email?: string; groups?: string } };
    machines: { name: string; key: string }[];
    roles: RoleRules;
  };
  /** Absent: model files are kept in the data directory. */
  artifacts?: { bucket: string; folder: string; endpoint?: string; region?: string };
  registry: { productionScope: "MODEL" | "REGISTRY"; removedModelsKeptMs: number };
  /** Whether webhooks may go to this machine and its networks, and by http. */
  webhooks: { allowPrivate: boolean };
  chat: { confirmationMinutes: number };
  interpreter: {
    provider: z.infer<typeof schema>["INTERPRETER"];
    model?: string;
    url?: string;
    apiKey?: string;
    region?: string;
    /** For all that is done about one message, in milliseconds. */
    timeoutMs: number;
    /** WHEN_UNSURE: the language model is asked only what the built-in interpreter does not plainly understand. */
    use?: "ALWAYS" | "WHEN_UNSURE";
    /** Of a million tokens. */
    prices?: { input: number; output: number; currency: string };
    /** The most that one thread may spend, in tokens and in the prices' currency. */
    budget?: { tokens?: number; cost?: number };
  };
}

type Variables = Record<string, string | undefined>;

/**
 * To be called before onnxruntime is loaded, whose native code would otherwise tell its maker of each session, and keep a file in /tmp and an
 * id in the home directory for that. What is asked of models here is nobody else's business.
 */
export function silenceNativeCode(): void {
  process.env.ORT_DISABLE_TELEMETRY = "1";
}

/**
 * The only reader of process.env, once, at the start.
 * @throws {ConfigurationError} naming each variable that is wrong, and what it must be
 */
export function readEnvironment(variables: Variables = process.env): Environment {
  const value = parse(schema, variables);
  return {
    ...processPart(value),
    databaseUrl: databaseUrlOf(value) ?? unset("DATABASE_URL"),
    ...signInPart(value, variables),
    ...artifactsPart(value),
    registry: {
      productionScope: value.PRODUCTION_SCOPE,
      removedModelsKeptMs: value.REMOVED_MODELS_KEPT_DAYS * 24 * 60 * 60_000,
    },
    webhooks: { allowPrivate: value.WEBHOOK_ALLOW_PRIVATE },
    chat: { confirmationMinutes: value.CONFIRMATION_MINUTES },
    interpreter: interpreterOf(value),
  };
}

/**
 * The part of a process that works on no database.
 * @throws {ConfigurationError} naming each variable that is wrong, and what it must be
 */
export function readProcessEnvironment(variables: Variables = process.env): ProcessEnvironment {
  return processPart(parse(processSchema, variables));
}

/**
 * The interpreter's part alone, for who has no database to name.
 * @throws {ConfigurationError} naming each variable that is wrong, and what it must be
 */
export function readInterpreterEnvironment(variables: Variables = process.env): Environment["interpreter"] {
  return interpreterOf(parse(interpreterVariables, variables));
}

/**
 * Where the database is, for who does nothing but migrate it.
 * @returns undefined when no variable names one
 * @throws {ConfigurationError} naming each variable that is wrong, and what it must be
 */
export function readDatabaseUrl(variables: Variables = process.env): string | undefined {
  return databaseUrlOf(parse(databaseVariables, variables));
}

function parse<T extends z.ZodType>(of: T, variables: Variables): z.output<T> {
  const given = Object.fromEntries(
    Object.entries(variables).filter(([, value]) => value !== undefined && value !== ""),
  );
  const parsed = of.safeParse(given);
  if (parsed.success) return parsed.data;
  throw unusable(
    ...parsed.error.issues.map(({ path, message }) => {
      const name = path.join(".");
      return `${name} ${message}${shown(name, given[name])}`;
    }),
  );
}

/** What a variable holds instead, unless that may be a secret or hold one. */
function shown(name: string, value: string | undefined): string {
  if (value === undefined || /(URL|KEY|HEADERS|PASSWORD|SECRET|MACHINES)$/.test(name)) return "";
  return `, not "${value.slice(0, 60)}"`;
}

function unset(name: string): never {
  throw unusable(`${name} must be set`);
}

function unusable(...reasons: string[]): ConfigurationError {
  return new ConfigurationError(`${reasons.join(". ")}. Correct it and start again.`);
}

function processPart(value: z.output<typeof processSchema>): ProcessEnvironment {
  const [delayMs, withinMs] = [value.STOP_DELAY_SECONDS * 1_000, value.STOP_WITHIN_SECONDS * 1_000];
  if (withinMs - delayMs < 5_000)
    throw unusable(
      "STOP_WITHIN_SECONDS must be at least 5 more than STOP_DELAY_SECONDS, so that what runs then can end",
    );
  return {
    server: {
      host: value.HOST,
      port: value.PORT,
      allowedHosts: listOf(value.ALLOWED_HOSTS),
      web: value.WEB,
      webDev: value.WEB_DEV,
      ...(value.HEALTH_PORT === undefined ? {} : { healthPort: value.HEALTH_PORT }),
      ...(value.API_URL ? { apiUrl: value.API_URL } : {}),
      ...(value.FIRST_VIEW_URL ? { firstViewUrl: value.FIRST_VIEW_URL } : {}),
      front: frontOf(value),
    },
    dataDir: resolve(value.MODELWRIGHT_DATA_DIR),
    logLevel: value.LOG_LEVEL,
    stop: { delayMs, withinMs },
    ...(value.OTEL_EXPORTER_OTLP_ENDPOINT
      ? {
          telemetry: {
            endpoint: value.OTEL_EXPORTER_OTLP_ENDPOINT.replace(/\/$/, ""),
            headers: pairsOf("OTEL_EXPORTER_OTLP_HEADERS", value.OTEL_EXPORTER_OTLP_HEADERS),
            ...(value.OTEL_SERVICE_NAME ? { serviceName: value.OTEL_SERVICE_NAME } : {}),
            attributes: pairsOf("OTEL_RESOURCE_ATTRIBUTES", value.OTEL_RESOURCE_ATTRIBUTES),
            sampled: value.OTEL_TRACES_SAMPLER_ARG,
            metricsEveryMs: value.OTEL_METRIC_EXPORT_INTERVAL,
          },
        }
      : {}),
  };
}

function listOf(text: string): string[] {
  return text
    .split(",")
    .map((item) => item.trim())
    .filter(Boolean);
}

/** Pairs as OpenTelemetry writes them: name=value, with commas between, percent-encoded. */
function pairsOf(name: string, text = ""): Record<string, string> {
  try {
    return Object.fromEntries(
      listOf(text).map((pair) => {
        const at = pair.indexOf("=");
        return [pair.slice(0, at).trim(), decodeURIComponent(pair.slice(at + 1).trim())];
      }),
    );
  } catch {
    throw unusable(`${name} holds a % that begins no percent-encoded character; write it as %25`);
  }
}

function databaseUrlOf(value: z.output<typeof databaseVariables>): string | undefined {
  if (value.DATABASE_URL) return value.DATABASE_URL;
  const parts = ["DATABASE_HOST", "DATABASE_NAME", "DATABASE_USER", "DATABASE_PASSWORD"] as const;
  const missing = parts.filter((part) => value[part] === undefined);
  if (missing.length === parts.length) return undefined;
  if (missing.length > 0) throw unusable(`${missing.join(" and ")} must be set too, or DATABASE_URL in place of all`);
  const { DATABASE_SSLMODE: sslmode, DATABASE_SSLROOTCERT: sslrootcert } = value;
  if (sslrootcert !== undefined && sslmode !== "verify-full")
    throw unusable(
      "DATABASE_SSLROOTCERT is for DATABASE_SSLMODE=verify-full alone; otherwise nothing is checked by it",
    );
  const [host, name, user, password] = parts.map((part) => encodeURIComponent(value[part] ?? ""));
  const options = new URLSearchParams({ sslmode, ...(sslrootcert === undefined ? {} : { sslrootcert }) });
  return `postgresql://${user}:${password}@${host}:${value.DATABASE_PORT}/${name}?${options}`;
}

function frontOf(value: z.output<typeof processSchema>): ProcessEnvironment["server"]["front"] {
  const { SIGN_IN: kind, SIGN_IN_USER_HEADER: user } = value;
  if (kind !== "PROXY") return { kind };
  const { SIGN_IN_EMAIL_HEADER: email, SIGN_IN_GROUPS_HEADER: groups } = value;
  if (user === undefined) throw unusable("SIGN_IN_USER_HEADER must be set when SIGN_IN is PROXY");
  return { kind, headers: { user, ...(email ? { email } : {}), ...(groups ? { groups } : {}) } };
}

function signInPart(value: z.output<typeof schema>, variables: Variables): Pick<Environment, "signIn"> {
  const front = frontOf(value);
  if (front.kind === "NONE") {
    const meant = Object.keys({ ...signInVariables.shape, ...frontVariables.shape }).filter(
      (name) => variables[name] && name !== "SIGN_IN",
    );
    // Who says whom to trust believes that nobody else is let in.
    if (meant.length > 0)
      throw unusable(`${meant.join(" and ")} must not be set, or SIGN_IN must say who signs people in`);
    return {};
  }
  const byDefault = value.SIGN_IN_DEFAULT_ROLE;
  return {
    signIn: {
      front:
        front.kind === "PROXY"
          ? { ...front, secret: neededFor(front.kind, value, "SIGN_IN_SECRET") }
          : balancerOf(value),
      machines: listOf(value.SIGN_IN_MACHINES ?? "").map((pair) => {
        const at = pair.indexOf("=");
        return { name: pair.slice(0, at), key: pair.slice(at + 1) };
      }),
      roles: {
        members: {
          VIEWER: value.SIGN_IN_VIEWERS,
          EDITOR: value.SIGN_IN_EDITORS,
          APPROVER: value.SIGN_IN_APPROVERS,
          OWNER: value.SIGN_IN_OWNERS,
        },
        byDefault: byDefault === "NONE" ? null : byDefault,
      },
    },
  };
}

function balancerOf(value: z.output<typeof schema>) {
  const kind = "AWS_ALB";
  return {
    kind,
    balancerArn: neededFor(kind, value, "SIGN_IN_BALANCER_ARN"),
    issuer: neededFor(kind, value, "SIGN_IN_ISSUER"),
    clientId: neededFor(kind, value, "SIGN_IN_CLIENT_ID"),
    groupsClaim: value.SIGN_IN_GROUPS_CLAIM,
    ...(value.SIGN_IN_KEYS_URL ? { keysUrl: value.SIGN_IN_KEYS_URL } : {}),
  } as const;
}

function neededFor<Name extends string>(
  kind: string,
  value: { [name in Name]?: string | undefined },
  name: Name,
): string {
  const given = value[name];
  if (given === undefined) throw unusable(`${name} must be set when SIGN_IN is ${kind}`);
  return given;
}

function artifactsPart(value: z.output<typeof schema>): Pick<Environment, "artifacts"> {
  if (!value.ARTIFACTS_URL) return {};
  const { hostname: bucket, pathname } = new URL(value.ARTIFACTS_URL);
  const region = value.AWS_REGION ?? value.AWS_DEFAULT_REGION;
  return {
    artifacts: {
      bucket,
      folder: pathname.replace(/^\/+|\/+$/g, ""),
      ...(value.S3_ENDPOINT ? { endpoint: value.S3_ENDPOINT } : {}),
      ...(region ? { region } : {}),
    },
  };
}

function interpreterOf(value: z.output<typeof interpreterVariables>): Environment["interpreter"] {
  // A provider's own key goes to that provider alone, never to another address.
  const ownKey = { OPENAI: value.OPENAI_API_KEY, ANTHROPIC: value.ANTHROPIC_API_KEY } as Record<
    string,
    string | undefined
  >;
  const apiKey = value.LANGUAGE_MODEL_API_KEY ?? ownKey[value.INTERPRETER];
  const region = value.AWS_REGION ?? value.AWS_DEFAULT_REGION;
  const [input, output] = [value.LANGUAGE_MODEL_INPUT_PRICE, value.LANGUAGE_MODEL_OUTPUT_PRICE];
  const [tokens, cost] = [value.LANGUAGE_MODEL_THREAD_TOKENS, value.LANGUAGE_MODEL_THREAD_COST];
  if ((input === undefined) !== (output === undefined))
    throw unusable("LANGUAGE_MODEL_INPUT_PRICE and LANGUAGE_MODEL_OUTPUT_PRICE go together: give both or none");
  if (cost !== undefined && input === undefined)
    throw unusable("LANGUAGE_MODEL_THREAD_COST needs LANGUAGE_MODEL_INPUT_PRICE and LANGUAGE_MODEL_OUTPUT_PRICE");
  const budget = { ...(tokens === undefined ? {} : { tokens }), ...(cost === undefined ? {} : { cost }) };
  return {
    provider: value.INTERPRETER,
    ...(value.LANGUAGE_MODEL ? { model: value.LANGUAGE_MODEL } : {}),
    ...(value.LANGUAGE_MODEL_URL ? { url: value.LANGUAGE_MODEL_URL } : {}),
    ...(apiKey ? { apiKey } : {}),
    ...(region ? { region } : {}),
    timeoutMs: value.LANGUAGE_MODEL_TIMEOUT_MS,
    use: value.LANGUAGE_MODEL_USE,
    ...(input === undefined || output === undefined
      ? {}
      : { prices: { input, output, currency: value.LANGUAGE_MODEL_CURRENCY } }),
    ...(Object.keys(budget).length > 0 ? { budget } : {}),
  };
}
