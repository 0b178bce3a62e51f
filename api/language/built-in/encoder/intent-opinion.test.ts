import { describe, expect, it } from "vitest";
import { intents } from "../../interpreter.ts";
import { opinionOf } from "./intent-opinion.ts";

const logits = intents.map((intent) => (intent === "PROMOTE" ? 4 : 0));

describe("opinionOf", () => {
  it("shares one among the intents, the highest first", () => {
    const { probabilities, best } = opinionOf(logits, logits, intents, { primary: 1, asked: 1 });
    expect(best).toBe("PROMOTE");
    expect(Object.values(probabilities).reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 10);
    expect(probabilities.PROMOTE).toBeCloseTo(Math.exp(4) / (Math.exp(4) + 14), 10);
  });

  it("is less sure at a higher temperature", () => {
    const { probabilities, asked } = opinionOf(logits, logits, intents, { primary: 2, asked: 4 });
    expect(probabilities.PROMOTE).toBeCloseTo(Math.exp(2) / (Math.exp(2) + 14), 10);
    expect(asked.PROMOTE).toBeCloseTo(1 / (1 + Math.exp(-1)), 10);
    expect(asked.TRAIN).toBe(0.5);
  });

  it("stays finite with extreme logits", () => {
    const far = intents.map((_, place) => (place === 0 ? 1e4 : -1e4));
    const { probabilities, asked } = opinionOf(far, far, intents, { primary: 0.1, asked: 0.1 });
    expect(probabilities.LIST_MODELS).toBe(1);
    expect(asked.PROMOTE).toBe(0);
  });
});
