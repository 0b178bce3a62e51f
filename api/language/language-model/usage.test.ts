import { describe, expect, test } from "vitest";
import { BadOutputError } from "./failure.ts";
import { TokenMeter } from "./usage.ts";

const prices = { input: 3, output: 15, currency: "EUR" };
const prompt = "x".repeat(300);

test("nothing asked is nothing used", () => {
  expect(new TokenMeter(prices).usage()).toBeUndefined();
});

test("what the provider counts is added up over the requests of a message, and priced by the million", () => {
  const meter = new TokenMeter(prices);
  meter.begin(prompt).answered({ input_tokens: 1_000_000, output_tokens: 10_000 }, "{}");
  meter.begin(prompt).answered({ input_tokens: 500_000, output_tokens: 0 }, "{}");
  expect(meter.usage()).toEqual({
    inputTokens: 1_500_000,
    outputTokens: 10_000,
    estimated: false,
    cost: 4.65,
    currency: "EUR",
  });
});

test("without prices there is no cost", () => {
  const meter = new TokenMeter(undefined);
  meter.begin(prompt).answered({ input_tokens: 7, output_tokens: 1 }, "{}");
  expect(meter.usage()).toEqual({ inputTokens: 7, outputTokens: 1, estimated: false });
});

describe("what is not counted", () => {
  test.each([undefined, { input_tokens: 0, output_tokens: 0 }, { input_tokens: Number.NaN, output_tokens: 3 }])(
    "is estimated: %j",
    (reported) => {
      const meter = new TokenMeter(undefined);
      meter.begin(prompt).answered(reported, "y".repeat(31));
      expect(meter.usage()).toEqual({ inputTokens: 100, outputTokens: 11, estimated: true });
    },
  );

  test("is estimated for a request that has no end yet, or timed out, or was answered badly", () => {
    const meter = new TokenMeter(undefined);
    meter.begin(prompt);
    meter.begin(prompt).failed(new DOMException("late", "TimeoutError"));
    meter.begin(prompt).failed(new BadOutputError("NOT_JSON", "prose"));
    expect(meter.usage()).toMatchObject({ inputTokens: 300, estimated: true });
  });

  test.each([{ status: 429 }, { status: 500 }, { status: 401 }, { code: "ECONNREFUSED" }])(
    "is nothing where the provider refused: %j",
    (failure) => {
      const meter = new TokenMeter(undefined);
      meter.begin(prompt).failed(Object.assign(new Error("no"), failure));
      expect(meter.usage()).toBeUndefined();
    },
  );
});
