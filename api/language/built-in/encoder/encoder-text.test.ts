import { describe, expect, it } from "vitest";
import { evaluationContexts } from "../../evaluation/contexts.ts";
import { readMessage } from "../text/read-message.ts";
import { encoderText } from "./encoder-text.ts";

const read = (message: string) => readMessage(message, evaluationContexts.registry);

describe("encoderText", () => {
  it.each([
    ["promote titanic v2", "promote modelname v2"],
    ["compare churn-2024 with titanic", "compare modelname with modelname"],
    ["archvie verison 2", "archive version 2"],
    ["Don't archive it, I'd rather wait!", "Don't archive it, I'd rather wait!"],
    ["which phone model should I buy?", "which phone model should I buy?"],
    ["", ""],
  ])("makes of %j %j", (message, text) => {
    expect(encoderText(read(message))).toBe(text);
  });

  it("takes a clause with the mark that ends it", () => {
    const reading = read("Train titanic. Who archived penguins? Thanks.");
    const spans = reading.clauses.map(({ span }) => encoderText(reading, span.from, span.to));
    expect(spans).toEqual(["Train modelname.", "Who archived modelname?", "Thanks."]);
  });
});
