import { resolve } from "node:path";
import { z } from "zod";
import { ConfigurationError } from "./platform/errors.ts";

function oneOf<const T extends readonly [string, ...string[]]>(...values: T) {
  return z.enum(values, { error: `must be ${values.slice(0, -1).join(", ")} or ${values.at(-1)}` });
}

function numberThat(holds: (value: number) => boolean, must: string) {
  return z
    .string()
    .transform(Number)
    .refine(holds, { error: `must be ${must}` });
}

const price = numberThat((value) => value >= 0 && value < Number.POSITIVE_INFINITY, "a number that is not negative");
const limit = numberThat((value) => value > 0 && value < Number.POSITIVE_INFINITY, "a number above 0");
const flag = oneOf("true", "false", "1", "0").transform((value) => value === "true" || value === "1");

/** What the interpreter needs; measuring one needs no more. */
const interpreterSchema = z.object({
  INTERPRETER: oneOf("BUILT_IN", "OPENAI", "ANTHROPIC", "BEDROCK", "OLLAMA", "OPENAI_COMPATIBLE").default("BUILT_IN"),
  LANGUAGE_MODEL: z.string().optional(),
  LANGUAGE_MODEL_URL: z.url({ protocol: /^https?$/, error: "must be an http:// or https:// URL" }).optional(),
  LANGUAGE_MODEL_API_KEY: z.string().optional(),
  OPENAI_API_KEY: z.string().optional(),
  ANTHROPIC_API_KEY: z.string().optional(),
  AWS_REGION: z.string().optional(),
  AWS_DEFAULT_REGION: z.string().optional(),
  LANGUAGE_MODEL_TIMEOUT_MS: numberThat(
    (value) => Number.isInteger(value) && value >= 100 && value <= 120_000,
    "a whole number of milliseconds from 100 to 120000",
  ).default(15_000),
  LANGUAGE_MODEL_USE: oneOf("ALWAYS", "WHEN_UNSURE").default("ALWAYS"),
  /** What a million tokens cost. */
  LANGUAGE_MODEL_INPUT_PRICE: price.optional(),
  LANGUAGE_MODEL_OUTPUT_PRICE: price.optional(),
  LANGUAGE_MODEL_CURRENCY: z
    .string()
    .regex(/^[A-Z]{3}$/, "must be three capital letters, as EUR")
    .default("USD"),
  LANGUAGE_MODEL_THREAD_TOKENS: limit.optional(),
  LANGUAGE_MODEL_THREAD_COST: limit.optional(),
});

const schema = interpreterSchema.extend({
  DATABASE_URL: z.string({ error: "must be set" }).regex(/^postgres(ql)?:\/\//, "must be a postgresql:// URL"),
  HOST: z.string().default("127.0.0.1"),
  PORT: numberThat(
    (value) => Number.isInteger(value) && value >= 0 && value <= 65535,
    "a whole number from 0 to 65535",
  ).default(4000),
  MODELWRIGHT_DATA_DIR: z.string().default(".modelwright"),
  /** Host names that requests may be addressed to besides loopback, comma-separated. */
  ALLOWED_HOSTS: z.string().default(""),
  LOG_LEVEL: oneOf("trace", "debug", "info", "warn", "error", "silent").default("info"),
  PRODUCTION_SCOPE: oneOf("MODEL", "REGISTRY").default("MODEL"),
  CONFIRMATION_MINUTES: numberThat(
    (value) => value > 0 && value <= 24 * 60,
    "a number of minutes above 0, at most 1440",
  ).default(15),
  WEB: flag.default(true),
  WEB_DEV: flag.default(false),
});

/** Every variable that is read. */
export const variableNames: readonly string[] = Object.keys(schema.shape);

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
 * The only reader of process.env, once, at the start.
 * @throws {ConfigurationError} naming each variable that is wrong, and what it must be
 */
export function readEnvironment(variables: Variables = process.env): Environment {
  const value = parse(schema, variables);
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
    interpreter: interpreterOf(value),
  };
}

/**
 * The interpreter's part alone, for who has no database to name.
 * @throws {ConfigurationError} naming each variable that is wrong, and what it must be
 */
export function readInterpreterEnvironment(variables: Variables = process.env): Environment["interpreter"] {
  return interpreterOf(parse(interpreterSchema, variables));
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
  if (value === undefined || /(URL|KEY)$/.test(name)) return "";
  return `, not "${value.slice(0, 60)}"`;
}

function unusable(...reasons: string[]): ConfigurationError {
  return new ConfigurationError(`${reasons.join(". ")}. Correct it and start again.`);
}

function interpreterOf(value: z.output<typeof interpreterSchema>): Environment["interpreter"] {
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
