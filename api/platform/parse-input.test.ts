import { expect, it } from "vitest";
import { z } from "zod";
import type { InvalidInputError } from "./errors.ts";
import { parseInput } from "./parse-input.ts";

function refusal(schema: z.ZodType, raw: unknown, at?: string[]): InvalidInputError {
  try {
    parseInput(schema, raw, at);
  } catch (error) {
    return error as InvalidInputError;
  }
  throw new Error("it was taken");
}

const of = (schema: z.ZodType) => z.object({ it: schema });

it.each([
  [z.string(), 7, "it must be text."],
  [z.string(), undefined, "it is missing."],
  [z.string().min(1), "", "it must not be empty."],
  [z.string().min(3), "ab", "it must have at least 3 characters."],
  [z.string().max(2), "abc", "it must have at most 2 characters."],
  [z.number(), Number.NaN, "it must be a number."],
  [z.number().gt(0), 0, "it must be above 0."],
  [z.number().lt(9), 9, "it must be below 9."],
  [z.int(), 0.5, "it must be a whole number."],
  [z.int().min(0), -1, "it must be at least 0."],
  [z.int().max(5), 6, "it must be at most 5."],
  [z.boolean(), "yes", "it must be true or false."],
  [z.record(z.string(), z.unknown()), [1], "it must be an object."],
  [z.array(z.string()).max(1), ["a", "b"], "it must have at most 1 items."],
  [z.array(z.string()), {}, "it must be a list."],
  [z.enum(["a", "b"]), "c", "it must be one of: a, b."],
  [z.strictObject({}), { depth: 3 }, "it has no depth."],
  [z.union([z.string(), z.number()]), true, "it can't be used as it is."],
  [z.uuid(), "x", "it can't be used as it is."],
  [z.string("must be a name"), 7, "it must be a name."],
  [z.string("a name is missing"), 7, "A name is missing."],
  [z.string("Give a name."), 7, "Give a name."],
])("%#: says what is wrong in a sentence", (schema, raw, message) => {
  expect(refusal(of(schema), { it: raw }).message).toBe(message);
});

it("tells each part that is wrong, with its path, and the whole when that is wrong", () => {
  const error = refusal(z.object({ a: z.string(), b: z.number() }), { a: 1, b: "x" }, ["params"]);
  expect(error.message).toBe("params.a must be text. params.b must be a number.");
  expect(error.issues).toEqual([
    { path: "params.a", message: "must be text" },
    { path: "params.b", message: "must be a number" },
  ]);
  expect(refusal(z.object({}), "x").message).toBe("The input must be an object.");
});
