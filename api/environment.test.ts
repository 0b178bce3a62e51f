import { describe, expect, test } from "vitest";
import { readEnvironment, readInterpreterEnvironment, readProcessEnvironment } from "./environment.ts";
import { ConfigurationError } from "./platform/errors.ts";

const compatible = {
  INTERPRETER: "OPENAI_COMPATIBLE",
  LANGUAGE_MODEL: "m",
  LANGUAGE_MODEL_URL: "http://127.0.0.1:1/v1",
};

describe("the interpreter's part of the environment", () => {
  test("needs nothing", () => {
    expect(readInterpreterEnvironment({})).toEqual({ provider: "BUILT_IN", timeoutMs: 15_000, use: "ALWAYS" });
  });

  test("is the same in the whole", () => {
    const whole = readEnvironment({ ...compatible, DATABASE_URL: "postgresql://localhost/x" });
    expect(whole.interpreter).toEqual(readInterpreterEnvironment(compatible));
  });

  test("has prices by the million tokens, a budget, and when to ask", () => {
    const variables = {
      ...compatible,
      LANGUAGE_MODEL_USE: "WHEN_UNSURE",
      LANGUAGE_MODEL_INPUT_PRICE: "0",
      LANGUAGE_MODEL_OUTPUT_PRICE: "1.5",
      LANGUAGE_MODEL_CURRENCY: "EUR",
      LANGUAGE_MODEL_THREAD_TOKENS: "50000",
      LANGUAGE_MODEL_THREAD_COST: "0.25",
    };
    expect(readInterpreterEnvironment(variables)).toMatchObject({
      use: "WHEN_UNSURE",
      prices: { input: 0, output: 1.5, currency: "EUR" },
      budget: { tokens: 50_000, cost: 0.25 },
    });
  });

  test.each([
    [{ LANGUAGE_MODEL_USE: "SOMETIMES" }, /LANGUAGE_MODEL_USE/],
    [{ LANGUAGE_MODEL_INPUT_PRICE: "1" }, /give both or none/],
    [{ LANGUAGE_MODEL_THREAD_COST: "1" }, /needs LANGUAGE_MODEL_INPUT_PRICE/],
    [{ LANGUAGE_MODEL_THREAD_TOKENS: "0" }, /LANGUAGE_MODEL_THREAD_TOKENS/],
    [{ LANGUAGE_MODEL_INPUT_PRICE: "-1", LANGUAGE_MODEL_OUTPUT_PRICE: "1" }, /LANGUAGE_MODEL_INPUT_PRICE/],
    [{ LANGUAGE_MODEL_CURRENCY: "euros" }, /LANGUAGE_MODEL_CURRENCY/],
    [{ LANGUAGE_MODEL_TIMEOUT_MS: "1" }, /LANGUAGE_MODEL_TIMEOUT_MS/],
  ])("says what is wrong with %j", (wrong, reason) => {
    expect(() => readInterpreterEnvironment({ ...compatible, ...wrong })).toThrow(reason);
  });

  test.each([
    ["OPENAI", "of-openai"],
    ["ANTHROPIC", "of-anthropic"],
    ["OPENAI_COMPATIBLE", undefined],
    ["OLLAMA", undefined],
    ["BEDROCK", undefined],
  ])("gives a provider's own key to that provider alone: %s gets %s", (INTERPRETER, key) => {
    const keys = { OPENAI_API_KEY: "of-openai", ANTHROPIC_API_KEY: "of-anthropic" };
    expect(readInterpreterEnvironment({ INTERPRETER, ...keys }).apiKey).toBe(key);
  });
});

describe("a variable that can't be used", () => {
  const url = "postgresql://localhost/x";
  test.each([
    [
      { DATABASE_URL: url, INTERPRETER: "FOO" },
      'INTERPRETER must be BUILT_IN, OPENAI, ANTHROPIC, BEDROCK, OLLAMA or OPENAI_COMPATIBLE, not "FOO". Correct it and start again.',
    ],
    [
      { DATABASE_URL: url, CONFIRMATION_MINUTES: "abc" },
      'CONFIRMATION_MINUTES must be a number of minutes above 0, at most 1440, not "abc". Correct it and start again.',
    ],
    [
      { DATABASE_URL: url, WEB: "maybe", PORT: "4000.5" },
      'PORT must be a whole number from 0 to 65535, not "4000.5". WEB must be true, false, 1 or 0, not "maybe". Correct it and start again.',
    ],
    [{}, "DATABASE_URL must be set. Correct it and start again."],
    [
      { DATABASE_URL: `${url}?schema=other` },
      "DATABASE_URL can't choose a schema: the tables are made in the usual one, so give Modelwright a database of its own. Correct it and start again.",
    ],
  ])("is named, with what it must be: %j", (variables, sentence) => {
    expect(() => readEnvironment(variables)).toThrow(new ConfigurationError(sentence));
  });

  test.each(["mysql://me:secret@x/y", "postgresql://me:sec/ret@x/y", "postgresql://me:100%@x/y"])(
    "of a database's URL is told without what it holds: %s",
    (DATABASE_URL) => {
      const sentence =
        "DATABASE_URL must be a postgresql:// URL, with what is special in the password percent-encoded (@ as %40). Correct it and start again.";
      expect(() => readEnvironment({ DATABASE_URL })).toThrow(new ConfigurationError(sentence));
    },
  );

  test("in the numbers counts as before: as numbers are written, and an empty one as not set", () => {
    const { chat, server } = readEnvironment({ DATABASE_URL: url, CONFIRMATION_MINUTES: " 0.5 ", PORT: "" });
    expect({ chat, port: server.port }).toEqual({ chat: { confirmationMinutes: 0.5 }, port: 4000 });
  });
});

describe("the database", () => {
  const parts = {
    DATABASE_HOST: "db.internal",
    DATABASE_NAME: "mw",
    DATABASE_USER: "app",
    DATABASE_PASSWORD: "p@ss/w%rd",
  };

  test("can be named by its parts, as a secret store hands them out", () => {
    const { databaseUrl } = readEnvironment({ ...parts, DATABASE_SSLMODE: "verify-full" });
    expect(databaseUrl).toBe("postgresql://app:p%40ss%2Fw%25rd@db.internal:5432/mw?sslmode=verify-full");
    expect(decodeURIComponent(new URL(databaseUrl).password)).toBe(parts.DATABASE_PASSWORD);
  });

  test("may be known by certificates of a file, which has to be there, and to be for something", () => {
    const given = { ...parts, DATABASE_SSLMODE: "verify-full", DATABASE_SSLROOTCERT: import.meta.filename };
    const url = new URL(readEnvironment(given).databaseUrl);
    expect(Object.fromEntries(url.searchParams)).toEqual({ sslmode: "verify-full", sslrootcert: import.meta.filename });
    expect(() => readEnvironment({ ...given, DATABASE_SSLROOTCERT: "/nowhere.pem" })).toThrow(
      'DATABASE_SSLROOTCERT must be a file of certificates, not "/nowhere.pem". Correct it and start again.',
    );
    expect(() => readEnvironment({ ...given, DATABASE_SSLMODE: "no-verify" })).toThrow(
      "DATABASE_SSLROOTCERT is for DATABASE_SSLMODE=verify-full alone",
    );
  });

  test.each([
    "postgres://me:p%40ss@[::1]:5433/x?sslmode=verify-full",
    "postgresql:///x?host=/run/postgresql",
    "postgresql://me@/x?host=/run/postgresql",
    "postgresql://localhost/x?schema=public",
  ])("can be named by the URL %s", (DATABASE_URL) => {
    expect(readEnvironment({ DATABASE_URL }).databaseUrl).toBe(DATABASE_URL);
  });

  test("by its URL goes first", () => {
    const url = "postgresql://localhost/x";
    expect(readEnvironment({ ...parts, DATABASE_URL: url }).databaseUrl).toBe(url);
  });

  test("by some of its parts is none, and the password is not shown", () => {
    const { DATABASE_USER: _user, ...some } = parts;
    expect(() => readEnvironment(some)).toThrow(
      new ConfigurationError(
        "DATABASE_USER must be set too, or DATABASE_URL in place of all. Correct it and start again.",
      ),
    );
  });
});

describe("a process", () => {
  test("that has no use for a database needs none", () => {
    expect(readProcessEnvironment({ API_URL: "http://api:4000", FIRST_VIEW_URL: "http://in:1" })).toMatchObject({
      server: { port: 4000, apiUrl: "http://api:4000", firstViewUrl: "http://in:1" },
      stop: { delayMs: 0, withinMs: 9_000 },
    });
    expect(readProcessEnvironment({})).not.toHaveProperty("telemetry");
  });

  test("is told where traces go as OpenTelemetry has it", () => {
    const { telemetry } = readProcessEnvironment({
      OTEL_EXPORTER_OTLP_ENDPOINT: "https://otlp.example/",
      OTEL_EXPORTER_OTLP_HEADERS: "authorization=Basic%20abc%3D, x-team=ml",
      OTEL_TRACES_SAMPLER_ARG: "0.25",
    });
    expect(telemetry).toEqual({
      endpoint: "https://otlp.example",
      headers: { authorization: "Basic abc=", "x-team": "ml" },
      attributes: {},
      sampled: 0.25,
      metricsEveryMs: 60_000,
    });
  });

  test.each([
    [{ STOP_DELAY_SECONDS: "5" }, /STOP_WITHIN_SECONDS must be at least 5 more than STOP_DELAY_SECONDS/],
    [{ OTEL_EXPORTER_OTLP_HEADERS: "secret" }, /^OTEL_EXPORTER_OTLP_HEADERS must be name=value pairs [^"]*$/],
    [{ OTEL_EXPORTER_OTLP_ENDPOINT: "http://x", OTEL_EXPORTER_OTLP_HEADERS: "a=%zz" }, /write it as %25/],
  ])("is told what is wrong with %j", (wrong, sentence) => {
    expect(() => readProcessEnvironment(wrong)).toThrow(sentence);
  });
});

test("a bucket has a folder, or none", () => {
  const url = { DATABASE_URL: "postgresql://localhost/x" };
  expect(readEnvironment(url).artifacts).toBeUndefined();
  expect(readEnvironment({ ...url, ARTIFACTS_URL: "s3://models", AWS_REGION: "eu-central-1" }).artifacts).toEqual({
    bucket: "models",
    folder: "",
    region: "eu-central-1",
  });
  expect(readEnvironment({ ...url, ARTIFACTS_URL: "s3://models/dev/a/" }).artifacts).toEqual({
    bucket: "models",
    folder: "dev/a",
  });
  expect(() => readEnvironment({ ...url, ARTIFACTS_URL: "https://models" })).toThrow(/must be an s3:\/\/ URL/);
});

describe("sign-in", () => {
  const url = { DATABASE_URL: "postgresql://localhost/x" };
  const secret = "0123456789abcdef0123456789abcdef";
  const proxy = { ...url, SIGN_IN: "PROXY", SIGN_IN_USER_HEADER: "X-Forwarded-User", SIGN_IN_SECRET: secret };
  const members = { OWNER: [], APPROVER: [], EDITOR: [], VIEWER: [] };

  test("is off unless it is asked for", () => {
    const { signIn, server } = readEnvironment(url);
    expect([signIn, server.front]).toEqual([undefined, { kind: "NONE" }]);
  });

  test("at a proxy names its headers, who is trusted with what, and programs", () => {
    const { signIn, server } = readEnvironment({
      ...proxy,
      SIGN_IN_EMAIL_HEADER: "X-Forwarded-Email",
      SIGN_IN_OWNERS: "Ann@Example.com, group:Admins",
      SIGN_IN_EDITORS: "id:U-1,machine:robot",
      SIGN_IN_MACHINES: `robot=${secret}=, other=${secret}`,
      SIGN_IN_DEFAULT_ROLE: "NONE",
    });
    const headers = { user: "x-forwarded-user", email: "x-forwarded-email" };
    expect(server.front).toEqual({ kind: "PROXY", headers });
    expect(signIn).toEqual({
      front: { kind: "PROXY", headers, secret },
      machines: [
        { name: "robot", key: `${secret}=` },
        { name: "other", key: secret },
      ],
      roles: {
        members: { ...members, OWNER: ["ann@example.com", "group:Admins"], EDITOR: ["id:U-1", "machine:robot"] },
        byDefault: null,
      },
    });
  });

  test("at a balancer is known by its ARN, issuer and client", () => {
    const balancerArn = "arn:aws:elasticloadbalancing:eu-central-1:111122223333:loadbalancer/app/m/50dc6c495c0c9188";
    const { signIn, server } = readEnvironment({
      ...url,
      SIGN_IN: "AWS_ALB",
      SIGN_IN_BALANCER_ARN: balancerArn,
      SIGN_IN_ISSUER: "https://id.example",
      SIGN_IN_CLIENT_ID: "m",
    });
    expect(server.front).toEqual({ kind: "AWS_ALB" });
    expect(signIn).toEqual({
      front: { kind: "AWS_ALB", balancerArn, issuer: "https://id.example", clientId: "m", groupsClaim: "groups" },
      machines: [],
      roles: { members, byDefault: "VIEWER" },
    });
  });

  test("is passed on by the web app alone, which is told no secret", () => {
    const { SIGN_IN, SIGN_IN_USER_HEADER } = proxy;
    expect(readProcessEnvironment({ SIGN_IN, SIGN_IN_USER_HEADER }).server.front).toEqual({
      kind: "PROXY",
      headers: { user: "x-forwarded-user" },
    });
  });

  test.each([
    [{ SIGN_IN_OWNERS: "ann@example.com" }, "SIGN_IN_OWNERS must not be set, or SIGN_IN must say who signs people in"],
    [{ ...proxy, SIGN_IN_SECRET: "" }, "SIGN_IN_SECRET must be set when SIGN_IN is PROXY"],
    [{ ...proxy, SIGN_IN_USER_HEADER: "" }, "SIGN_IN_USER_HEADER must be set when SIGN_IN is PROXY"],
    [{ SIGN_IN: "AWS_ALB" }, "SIGN_IN_BALANCER_ARN must be set when SIGN_IN is AWS_ALB"],
    [{ ...proxy, SIGN_IN_SECRET: "short" }, "SIGN_IN_SECRET must have at least 32 characters"],
    [
      { ...proxy, SIGN_IN_MACHINES: "robot=short" },
      "SIGN_IN_MACHINES must be name=key pairs with commas between them, a key with at least 32 characters",
    ],
    [
      { ...proxy, SIGN_IN_OWNERS: "ann" },
      'SIGN_IN_OWNERS must be addresses, `id:`, `group:` or `machine:` with a name, and commas between them, not "ann"',
    ],
  ])("that can't be: %j", (variables, why) => {
    expect(() => readEnvironment({ ...url, ...variables })).toThrow(`${why}. Correct it and start again.`);
  });
});
