import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readEnvironment, readInterpreterEnvironment, variableNames } from "./environment.ts";
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
      { DATABASE_URL: "mysql://me:secret@x/y" },
      "DATABASE_URL must be a postgresql:// URL. Correct it and start again.",
    ],
  ])("is named, with what it must be: %j", (variables, sentence) => {
    expect(() => readEnvironment(variables)).toThrow(new ConfigurationError(sentence));
  });

  test("in the numbers counts as before: as numbers are written, and an empty one as not set", () => {
    const { chat, server } = readEnvironment({ DATABASE_URL: url, CONFIRMATION_MINUTES: " 0.5 ", PORT: "" });
    expect({ chat, port: server.port }).toEqual({ chat: { confirmationMinutes: 0.5 }, port: 4000 });
  });
});

test("README.md names every variable", () => {
  const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");
  // What `npm run dev` sets, and AWS's own, which README.md names together.
  const others = ["WEB_DEV", "AWS_REGION", "AWS_DEFAULT_REGION"];
  expect(variableNames.filter((name) => !others.includes(name) && !readme.includes(`\`${name}\``))).toEqual([]);
});
