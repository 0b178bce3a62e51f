import { readFileSync } from "node:fs";
import { z } from "zod";
import { intents } from "../interpreter.ts";
import { type EvaluationContext, evaluationContexts } from "./contexts.ts";

const contextNames = Object.keys(evaluationContexts) as [EvaluationContext, ...EvaluationContext[]];
const slots = z.record(z.string(), z.unknown()).default({});
const wanted = z.object({
  intent: z.enum(intents),
  /** Intents that are right as well. */
  or: z.array(z.enum(intents)).default([]),
  slots,
  /** Slots that may be there or not. */
  maybe: z.array(z.string()).default([]),
  /** Slots that must be absent with a problem that explains them. */
  refused: z.array(z.string()).default([]),
});

export const kinds = ["plain", "typo", "non-native", "story", "negated", "trap", "injection", "several"] as const;
const messageCase = z.object({
  say: z.string(),
  kind: z.enum(kinds),
  context: z.enum(contextNames).default("registry"),
  want: z.array(wanted).min(1),
});
const turnCase = z.object({
  say: z.string(),
  context: z.enum(contextNames),
  /** Acts that are right. */
  act: z.array(z.enum(["AFFIRM", "DENY", "CANCEL", "ANSWER", "REQUEST"])).min(1),
  slots,
  maybe: z.array(z.string()).default([]),
  refused: z.array(z.string()).default([]),
  choice: z.string().optional(),
  want: z.array(wanted).default([]),
});

export type Wanted = z.output<typeof wanted>;
export type MessageCase = z.output<typeof messageCase>;
export type TurnCase = z.output<typeof turnCase>;
export interface EvaluationSet {
  messages: MessageCase[];
  turns: TurnCase[];
}

/**
 * "tuning" was written by the author of the rules, "strangers" by people who knew nothing of them; rules are worked on with both.
 * "held-out" is the other half of what the strangers wrote: nobody looks at it, it is only scored.
 */
export const setNames = ["tuning", "strangers", "held-out"] as const;
export type SetName = (typeof setNames)[number];

/** Reads a set. @throws {Error} when a line is not a case */
export function readEvaluationSet(name: SetName): EvaluationSet {
  return {
    messages: readLines(`${name}-messages.jsonl`, messageCase),
    turns: name === "tuning" ? readLines("tuning-turns.jsonl", turnCase) : [],
  };
}

function readLines<T>(file: string, schema: z.ZodType<T>): T[] {
  const lines = readFileSync(new URL(file, import.meta.url), "utf8")
    .split("\n")
    .filter(Boolean);
  return lines.map((line) => schema.parse(JSON.parse(line)));
}
