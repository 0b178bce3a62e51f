import type { core, z } from "zod";
import { type InputIssue, InvalidInputError } from "./errors.ts";

/** Things wrong with one input that are told at a time. */
const mostIssues = 20;
/** Values that a sentence names before it leaves the rest to the documentation. */
const mostNamed = 12;

/**
 * Reads an input by its schema. What is wrong is told in sentences: a schema's own message is one, or what goes on from the field's
 * name ("must be a whole number"); where the schema has none, the rule that was broken is put in words here.
 * @param at where the input stands in a larger one, for the issues' paths
 * @throws {InvalidInputError} with an issue for each part that is wrong
 */
export function parseInput<Input>(schema: z.ZodType<Input>, raw: unknown, at: readonly string[] = []): Input {
  const parsed = schema.safeParse(raw, { error: ruleInWords });
  if (parsed.success) return parsed.data;
  const issues = parsed.error.issues
    .slice(0, mostIssues)
    .map((issue) => ({ path: [...at, ...issue.path.map(String)].join("."), message: issue.message }));
  throw new InvalidInputError([...new Set(issues.map(sentence))].join(" "), issues);
}

/** "expectedCurrent must be at least 0.", or the message itself where it is a sentence. */
function sentence({ path, message }: InputIssue): string {
  const said = /^(?:must|has|is|can)\b/.test(message) ? `${path || "The input"} ${message}` : capitalised(message);
  return /[.!?]$/.test(said) ? said : `${said}.`;
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

const kinds: Readonly<Record<string, string>> = {
  string: "text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  object: "an object",
  record: "an object",
  array: "a list",
};

function ruleInWords(issue: core.$ZodRawIssue): string {
  switch (issue.code) {
    case "invalid_type":
      if (issue.input === undefined) return "is missing";
      return `must be ${kinds[issue.expected] ?? "of another type"}`;
    case "too_small":
      if (issue.origin === "string" && issue.minimum === 1) return "must not be empty";
      return issue.inclusive === false && !counts(issue.origin)
        ? `must be above ${issue.minimum}`
        : `must ${amount(issue.origin, "at least", issue.minimum)}`;
    case "too_big":
      return issue.inclusive === false && !counts(issue.origin)
        ? `must be below ${issue.maximum}`
        : `must ${amount(issue.origin, "at most", issue.maximum)}`;
    case "invalid_value":
      return `must be one of: ${issue.values.slice(0, mostNamed).map(String).join(", ")}`;
    case "unrecognized_keys":
      return `has no ${issue.keys.slice(0, mostNamed).join(", ")}`;
    default:
      return "can't be used as it is";
  }
}

/** Whether the limit is on how many there are, not on how much it is. */
function counts(origin: string): boolean {
  return origin === "string" || origin === "array" || origin === "set" || origin === "map";
}

function amount(origin: string, bound: string, limit: number | bigint): string {
  if (!counts(origin)) return `be ${bound} ${limit}`;
  return `have ${bound} ${limit} ${origin === "string" ? "characters" : "items"}`;
}
