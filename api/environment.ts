import { resolve } from "node:path";
import { z } from "zod";

/** The only reader of process.env. Parsed once, at the start; a bad value stops the start with a sentence that says what to do. */
const flag = z.enum(["true", "false", "1", "0"]).transform((value) => value === "true" || value === "1");

const schema = z.object({
  DATABASE_URL: z.string().regex(/^postgres(ql)?:\/\//, "must be a postgresql:// URL"),
  HOST: z.string().default("127.0.0.1"),
  PORT: z.coerce.number().int().min(0).max(65535).default(4000),
  MODELWRIGHT_DATA_DIR: z.string().default(".modelwright"),
  /** Host names that requests may be addressed to besides loopback, comma-separated. */
  ALLOWED_HOSTS: z.string().default(""),
  LOG_LEVEL: z.enum(["trace", "debug", "info", "warn", "error", "silent"]).default("info"),
  PRODUCTION_SCOPE: z.enum(["MODEL", "REGISTRY"]).default("MODEL"),
  CONFIRMATION_MINUTES: z.coerce
    .number()
    .positive()
    .max(24 * 60)
    .default(15),
  INTERPRETER: z
    .enum(["BUILT_IN", "OPENAI", "ANTHROPIC", "BEDROCK", "OLLAMA", "OPENAI_COMPATIBLE"])
    .default("BUILT_IN"),
  LANGUAGE_MODEL: z.string().optional(),
  LANGUAGE_MODEL_URL: z.url().optional(),
  LANGUAGE_MODEL_API_KEY: z.string().optional(),
  OPENAI_API_KEY: z.string().optional(),
  ANTHROPIC_API_KEY: z.string().optional(),
  AWS_REGION: z.string().optional(),
  AWS_DEFAULT_REGION: z.string().optional(),
  LANGUAGE_MODEL_TIMEOUT_MS: z.coerce.number().int().min(100).max(120_000).default(15_000),
  WEB: flag.default(true),
  WEB_DEV: flag.default(false),
});

export interface Environment {
  databaseUrl: string;
  server: { host: string; port: number; allowedHosts: string[]; web: boolean; webDev: boolean };
  dataDir: string;
  logLevel: z.infer<typeof schema>["LOG_LEVEL"];
  registry: { productionScope: "MODEL" | "REGISTRY" };
  chat: { confirmationMinutes: number };
  interpreter: {
    provider: z.infer<typeof schema>["INTERPRETER"];
    model?: string;
    url?: string;
    apiKey?: string;
    region?: string;
    timeoutMs: number;
  };
}

/** @throws {Error} naming each variable that is wrong and why */
export function readEnvironment(variables: Record<string, string | undefined> = process.env): Environment {
  const given = Object.fromEntries(
    Object.entries(variables).filter(([, value]) => value !== undefined && value !== ""),
  );
  const parsed = schema.safeParse(given);
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `  ${issue.path.join(".")}: ${issue.message}`);
    throw new Error(`The environment can't be used as it is:\n${lines.join("\n")}`);
  }
  const value = parsed.data;
  // A provider's own key goes to that provider alone, never to another address.
  const ownKey = { OPENAI: value.OPENAI_API_KEY, ANTHROPIC: value.ANTHROPIC_API_KEY } as Record<
    string,
    string | undefined
  >;
  const apiKey = value.LANGUAGE_MODEL_API_KEY ?? ownKey[value.INTERPRETER];
  const region = value.AWS_REGION ?? value.AWS_DEFAULT_REGION;
  return {
    databaseUrl: value.DATABASE_URL,
    server: {
      host: value.HOST,
      port: value.PORT,
      allowedHosts: value.ALLOWED_HOSTS.split(",")
        .map((host) => host.trim())
        .filter(Boolean),
      web: value.WEB,
      webDev: value.WEB_DEV,
    },
    dataDir: resolve(value.MODELWRIGHT_DATA_DIR),
    logLevel: value.LOG_LEVEL,
    registry: { productionScope: value.PRODUCTION_SCOPE },
    chat: { confirmationMinutes: value.CONFIRMATION_MINUTES },
    interpreter: {
      provider: value.INTERPRETER,
      ...(value.LANGUAGE_MODEL ? { model: value.LANGUAGE_MODEL } : {}),
      ...(value.LANGUAGE_MODEL_URL ? { url: value.LANGUAGE_MODEL_URL } : {}),
      ...(apiKey ? { apiKey } : {}),
      ...(region ? { region } : {}),
      timeoutMs: value.LANGUAGE_MODEL_TIMEOUT_MS,
    },
  };
}
