import { statSync } from "node:fs";
import { z } from "zod";

/**
 * Every variable that is read, by concern: what it may hold, what it is when it isn't set, and what it is for. The table in
 * docs/configuration.md is made from this.
 */

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
const httpUrl = z.url({ protocol: /^https?$/, error: "must be an http:// or https:// URL" });

function port(least: number) {
  return numberThat(
    (value) => Number.isInteger(value) && value >= least && value <= 65535,
    `a whole number from ${least} to 65535`,
  );
}

/** What the interpreter needs; measuring one needs no more. */
export const interpreterVariables = z.object({
  INTERPRETER: oneOf("BUILT_IN", "OPENAI", "ANTHROPIC", "BEDROCK", "OLLAMA", "OPENAI_COMPATIBLE")
    .default("BUILT_IN")
    .describe(
      "Who reads messages. All but `BUILT_IN` are language models; the built-in one steps in when that is late or wrong, and says so.",
    ),
  LANGUAGE_MODEL: z.string().optional().describe("The language model's name, as its provider has it."),
  LANGUAGE_MODEL_URL: httpUrl.optional().describe("Where it answers, when that is not the provider's usual address."),
  LANGUAGE_MODEL_API_KEY: z.string().optional().describe("Its key."),
  OPENAI_API_KEY: z.string().optional().describe("OpenAI's own key, for that provider alone."),
  ANTHROPIC_API_KEY: z.string().optional().describe("Anthropic's own key, for that provider alone."),
  AWS_REGION: z.string().optional().describe("The region of Bedrock and of the bucket for model files."),
  AWS_DEFAULT_REGION: z.string().optional().describe("The same, when `AWS_REGION` is not set."),
  LANGUAGE_MODEL_TIMEOUT_MS: numberThat(
    (value) => Number.isInteger(value) && value >= 100 && value <= 120_000,
    "a whole number of milliseconds from 100 to 120000",
  )
    .default(15_000)
    .describe("How long the language model may take for all that is done about one message."),
  LANGUAGE_MODEL_USE: oneOf("ALWAYS", "WHEN_UNSURE")
    .default("ALWAYS")
    .describe(
      "`WHEN_UNSURE`: the language model is asked only what the built-in interpreter does not plainly understand.",
    ),
  LANGUAGE_MODEL_INPUT_PRICE: price
    .optional()
    .describe("What a million tokens cost that are read; both prices or none."),
  LANGUAGE_MODEL_OUTPUT_PRICE: price
    .optional()
    .describe("What a million tokens cost that are written; both prices or none."),
  LANGUAGE_MODEL_CURRENCY: z
    .string()
    .regex(/^[A-Z]{3}$/, "must be three capital letters, as EUR")
    .default("USD")
    .describe("The currency of the prices."),
  LANGUAGE_MODEL_THREAD_TOKENS: limit
    .optional()
    .describe("The most tokens that one conversation may use; beyond it the built-in interpreter answers."),
  LANGUAGE_MODEL_THREAD_COST: limit
    .optional()
    .describe("The most that one conversation may cost, in the prices' currency; beyond it the built-in one answers."),
});

/** What every role needs, whatever it does. */
export const processVariables = z.object({
  LOG_LEVEL: oneOf("trace", "debug", "info", "warn", "error", "silent")
    .default("info")
    .describe(
      "JSON lines on stderr; `npm start` keeps them under the data directory's `logs/`. Every request is told at `debug`; at `info` those that failed by a fault or took more than a second.",
    ),
  MODELWRIGHT_DATA_DIR: z
    .string()
    .default(".modelwright")
    .describe("All that is written to disk: model files; under `npm start` the database and logs too."),
  STOP_DELAY_SECONDS: numberThat((value) => value >= 0 && value <= 60, "a number of seconds from 0 to 60")
    .default(0)
    .describe(
      "How long a process that was asked to stop (SIGTERM) still takes requests, while `/readyz` already answers 503: as long as a balancer needs to see that.",
    ),
  STOP_WITHIN_SECONDS: numberThat((value) => value >= 5 && value <= 120, "a number of seconds from 5 to 120")
    .default(9)
    .describe(
      "When a process that was asked to stop ends, whatever is not done. Less than what the one who asks waits before it kills; at least 5 more than `STOP_DELAY_SECONDS`.",
    ),
  OTEL_EXPORTER_OTLP_ENDPOINT: httpUrl
    .optional()
    .describe(
      "Where traces and metrics go by OTLP over HTTP (protobuf), as `http://localhost:4318`. Not set: OpenTelemetry is not even loaded.",
    ),
  OTEL_EXPORTER_OTLP_HEADERS: z
    .string()
    .regex(/^\s*([^=,\s]+=[^,]*)(,\s*[^=,\s]+=[^,]*)*\s*$/, "must be name=value pairs with commas between them")
    .optional()
    .describe("Headers for that endpoint, as `name=value,name=value`, percent-encoded where needed: its key, say."),
  OTEL_SERVICE_NAME: z
    .string()
    .optional()
    .describe("The name in traces and metrics; `modelwright-` and the role when it is not set."),
  OTEL_RESOURCE_ATTRIBUTES: z
    .string()
    .regex(/^\s*([^=,\s]+=[^,]*)(,\s*[^=,\s]+=[^,]*)*\s*$/, "must be name=value pairs with commas between them")
    .optional()
    .describe("More about this process, as `deployment.environment.name=prod`, in the same form as the headers."),
  OTEL_TRACES_SAMPLER_ARG: numberThat((value) => value >= 0 && value <= 1, "a number from 0 to 1")
    .default(1)
    .describe("The share of traces that are sent, of those that no caller decided about."),
  OTEL_METRIC_EXPORT_INTERVAL: numberThat(
    (value) => Number.isInteger(value) && value >= 100 && value <= 3_600_000,
    "a whole number of milliseconds from 100 to 3600000",
  )
    .default(60_000)
    .describe("How often metrics are sent, in milliseconds."),
});

const headerName = z
  .string()
  .regex(/^[A-Za-z0-9-]{1,60}$/, "must be a header's name")
  .transform((name) => name.toLowerCase());

/** Who signs people in. The web app alone needs no more than this: it passes on what says who asks. */
export const frontVariables = z.object({
  SIGN_IN: oneOf("NONE", "AWS_ALB", "PROXY")
    .default("NONE")
    .describe(
      "Who says who asks. `NONE`: whoever reaches the port is the local owner. `AWS_ALB`: AWS's application load balancer, by the token that it signs. `PROXY`: a proxy that signs people in, as oauth2-proxy does, and knows `SIGN_IN_SECRET`.",
    ),
  SIGN_IN_USER_HEADER: headerName
    .optional()
    .describe(
      "Of `PROXY`: the header that it puts a person's id into, as `X-Forwarded-User`. Whatever a client sends by the names of these headers the proxy must replace, or drop.",
    ),
  SIGN_IN_EMAIL_HEADER: headerName.optional().describe("… their address, which it has verified …"),
  SIGN_IN_GROUPS_HEADER: headerName.optional().describe("… and their groups, with commas between them."),
});

/** The roles that listen: api and web, and the worker for its health. */
export const serverVariables = z.object({
  PORT: port(0)
    .default(4000)
    .describe(
      "What the API and the web app listen on. Under `npm start`, when it is taken the next free one is used, and said.",
    ),
  HOST: z
    .string()
    .default("127.0.0.1")
    .describe("The address to listen on. Without `SIGN_IN` whoever reaches the port is the local owner."),
  HEALTH_PORT: port(1)
    .optional()
    .describe("Where a worker, which serves nothing else, answers `/healthz` and `/readyz`. Not set: nowhere."),
  ALLOWED_HOSTS: z
    .string()
    .default("")
    .describe(
      "Comma-separated names that requests may be addressed to, besides `localhost`, `HOST` and any IP address. Other names are refused whatever `HOST` is, `0.0.0.0` too: a foreign page could make its own name point here.",
    ),
  WEB: flag.default(true).describe("`false`: the API alone, without the web app on its port."),
  WEB_DEV: flag.default(false).describe("The web app with reload, as `npm run dev` has it."),
  API_URL: httpUrl
    .optional()
    .describe(
      "For the role `web` alone, where no balancer does it: where the API is that `/graphql`, `/mlflow` and model cards are passed on to.",
    ),
  FIRST_VIEW_URL: httpUrl
    .optional()
    .describe(
      "For the role `web` alone: where the API is that pages are read from before they are sent, past a balancer and its sign-in. `API_URL` when it is not set; without both, pages come empty and are read in the browser.",
    ),
});

const databasePart = z.string().optional();

/** Asked at the start: a file that isn't there would otherwise be told of by whoever connects first. */
function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

/** @returns null when it is none. A socket's folder stands in the URL's parameters, and leaves the place of its host empty. */
function databaseUrl(text: string): URL | null {
  const url = /^postgres(ql)?:\/\//.test(text) ? URL.parse(text.replace("@/", "@localhost/")) : null;
  try {
    for (const part of [url?.username, url?.password, url?.pathname]) decodeURIComponent(part ?? "");
    return url;
  } catch {
    return null;
  }
}

/** The roles that work on the database: all but the web app. */
export const databaseVariables = z.object({
  DATABASE_URL: z
    .string()
    .refine((text) => databaseUrl(text) !== null, {
      error: "must be a postgresql:// URL, with what is special in the password percent-encoded (@ as %40)",
      abort: true,
    })
    .refine((text) => ["public", null].includes(databaseUrl(text)?.searchParams.get("schema") ?? null), {
      error: "can't choose a schema: the tables are made in the usual one, so give Modelwright a database of its own",
    })
    .optional()
    .describe("PostgreSQL 15 or newer. `npm start` runs one of its own when this is not set."),
  DATABASE_HOST: databasePart.describe("In place of the URL, its parts, as a secret store hands them out: the host …"),
  DATABASE_PORT: port(1).default(5432).describe("… the port …"),
  DATABASE_NAME: databasePart.describe("… the database …"),
  DATABASE_USER: databasePart.describe("… the user …"),
  DATABASE_PASSWORD: databasePart.describe("… the password …"),
  DATABASE_SSLMODE: oneOf("disable", "no-verify", "verify-full")
    .default("disable")
    .describe(
      "… whether the connection is encrypted, and the server's certificate and name checked (against Node's own list and `NODE_EXTRA_CA_CERTS`) …",
    ),
  DATABASE_SSLROOTCERT: z
    .string()
    .refine(isFile, "must be a file of certificates")
    .optional()
    .describe(
      "… and, with `verify-full`, the file of the only certificates that it may be signed by. The image for `api`, `worker` and `migrate` has Amazon RDS's in `/app/certificates/rds.pem`.",
    ),
});

const members = z
  .string()
  .default("")
  .transform((text) =>
    text
      .split(",")
      .map((member) => member.trim())
      .filter(Boolean)
      .map((member) => (/^(id|group|machine):/.test(member) ? member : member.toLowerCase())),
  )
  .refine(
    (all) => all.every((member) => /^(id|group|machine):.|^[^\s@:]+@[^\s@:]+$/.test(member)),
    "must be addresses, `id:`, `group:` or `machine:` with a name, and commas between them",
  );

/** Whom sign-in trusts, and people with what: of the API. */
export const signInVariables = z.object({
  SIGN_IN_SECRET: z
    .string()
    .min(32, "must have at least 32 characters")
    .optional()
    .describe("Of `PROXY`: what it sends as `X-Modelwright-Secret`, to be believed. At least 32 characters."),
  SIGN_IN_BALANCER_ARN: z
    .string()
    .regex(
      /^arn:aws[a-z-]*:elasticloadbalancing:[a-z0-9-]+:\d{12}:loadbalancer\/app\/\S+$/,
      "must be the ARN of an application load balancer",
    )
    .optional()
    .describe("Of `AWS_ALB`: the balancer that is believed; its region is where its public keys are."),
  SIGN_IN_ISSUER: z.string().optional().describe("… who signs people in there, as its tokens have it …"),
  SIGN_IN_CLIENT_ID: z.string().optional().describe("… and the client that the balancer is to it."),
  SIGN_IN_GROUPS_CLAIM: z
    .string()
    .default("groups")
    .describe("… and what of the user info names a person's groups, where it does."),
  SIGN_IN_KEYS_URL: httpUrl
    .optional()
    .describe("… and where the balancer's public keys are, when that is not the usual address of its region."),
  SIGN_IN_MACHINES: z
    .string()
    .regex(
      /^\s*[a-z0-9-]{1,40}=[\x21-\x2b\x2d-\x7e]{32,}(\s*,\s*[a-z0-9-]{1,40}=[\x21-\x2b\x2d-\x7e]{32,})*\s*$/,
      "must be name=key pairs with commas between them, a key with at least 32 characters",
    )
    .optional()
    .describe(
      "Programs, which can't sign in as people do: `name=key,name=key`, where each sends its key as `Authorization: Bearer …` (`MLFLOW_TRACKING_TOKEN` of MLflow's client). They may what a role gives them by `machine:name`, but not approve.",
    ),
  SIGN_IN_OWNERS: members.describe(
    "Who may everything: addresses that the front vouches for, `id:…`, `group:…`, `machine:…`, with commas between them.",
  ),
  SIGN_IN_APPROVERS: members.describe(
    "Who may approve what others proposed, and what editors may. Nobody approves their own.",
  ),
  SIGN_IN_EDITORS: members.describe("Who may train, register, promote, archive and label, and what viewers may."),
  SIGN_IN_VIEWERS: members.describe("Who may look, chat and predict."),
  SIGN_IN_DEFAULT_ROLE: oneOf("NONE", "VIEWER", "EDITOR", "APPROVER", "OWNER")
    .default("VIEWER")
    .describe("What a person is who signed in and is named in no list. `NONE`: they may do nothing."),
});

/** What the product does, and how. */
export const productVariables = z.object({
  PRODUCTION_SCOPE: oneOf("MODEL", "REGISTRY")
    .default("MODEL")
    .describe("`REGISTRY`: one production version in all, not one per model."),
  REMOVED_MODELS_KEPT_DAYS: numberThat(
    (value) => Number.isInteger(value) && value >= 0 && value <= 3_650,
    "a whole number of days from 0 to 3650",
  )
    .default(30)
    .describe("How long a removed model can be restored. After that its files are deleted."),
  CONFIRMATION_MINUTES: numberThat(
    (value) => value > 0 && value <= 24 * 60,
    "a number of minutes above 0, at most 1440",
  )
    .default(15)
    .describe("How long a plan that is shown may be confirmed."),
  WEBHOOK_ALLOW_PRIVATE: flag
    .default(false)
    .describe(
      "`true`: webhooks may go to addresses of this machine and its networks too, and by plain http. Otherwise only to public ones, by https.",
    ),
  ARTIFACTS_URL: z
    .string()
    .regex(/^s3:\/\/[a-z0-9][a-z0-9.-]{1,61}[a-z0-9](\/[\w./-]*)?$/, "must be an s3:// URL, as s3://bucket/folder")
    .optional()
    .describe(
      "The bucket for model files, as `s3://bucket/folder`, when API and worker share no disk; its keys by AWS's own variables or the task's role. Not set: `artifacts/` in the data directory.",
    ),
  S3_ENDPOINT: httpUrl.optional().describe("Where the bucket is, when that is not AWS."),
});
