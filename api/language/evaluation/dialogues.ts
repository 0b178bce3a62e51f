import { readFileSync } from "node:fs";
import { z } from "zod";

const turnSchema = z.object({
  say: z.string(),
  /** Kinds of reply that are right. */
  kind: z.array(z.string()).min(1),
  /** What a new request asks for, in order. */
  intents: z.array(z.string()).optional(),
  /** Features that are waited for afterwards, all of them. */
  missing: z.array(z.string()).optional(),
  /** What the prediction was made from. */
  features: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  /** What is pending afterwards. */
  pending: z.enum(["FEATURES", "CHOICE", "CONFIRMATION"]).nullable().optional(),
  /** Words of the reply. */
  says: z.array(z.string()).optional(),
});
const dialogueSchema = z.object({
  id: z.string(),
  topic: z.string(),
  registry: z.enum(["fleet", "empty"]),
  turns: z.array(turnSchema).min(1),
});

export type Dialogue = z.output<typeof dialogueSchema>;
export type DialogueTurn = Dialogue["turns"][number];

/** Reads the dialogues of a set (see readEvaluationSet). @throws {Error} when a line is not one */
export function readDialogues(name: "strangers" | "held-out"): Dialogue[] {
  return readFileSync(new URL(`${name}-dialogues.jsonl`, import.meta.url), "utf8")
    .split("\n")
    .filter(Boolean)
    .map((line) => dialogueSchema.parse(JSON.parse(line)));
}
