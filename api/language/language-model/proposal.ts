import { z } from "zod";
import { intents } from "../interpreter.ts";

/** Slots that a language model may propose, besides features. */
export const proposableSlots = [
  "model",
  "version",
  "versions",
  "testSize",
  "algorithm",
  "seed",
  "auditAction",
] as const;
export type ProposableSlot = (typeof proposableSlots)[number];

/**
 * What a language model is asked to say. Flat, closed and without optional parts: so every provider's structured output takes the
 * schema (strict ones allow no maps and no optional keys). Values are texts, read and checked by our code; numbers that come
 * instead of texts are taken as such.
 */
const text = z.coerce.string();

const proposedFeature = z.object({
  name: text.describe("A feature's name, exactly as in the definition."),
  value: text.describe("A category's value, exactly as in the definition, or a number in the feature's unit."),
  evidence: text.describe("The words that say it, copied from the message letter by letter."),
  hint: z.boolean().describe("True when the words only hint at the value."),
});

const proposedIntent = z.object({
  intent: z.enum(intents),
  said: text.describe("The words that ask for it, copied from the message letter by letter."),
  confidence: z.coerce.number().describe("0 to 1"),
  slots: z.array(
    z.object({
      slot: z.enum(proposableSlots),
      value: text,
      evidence: text.describe("The words that say it, copied from the message letter by letter."),
    }),
  ),
  features: z.array(proposedFeature).describe("Only for PREDICT."),
});

export const proposalSchema = z.object({
  act: z.enum(["AFFIRM", "DENY", "CANCEL", "ANSWER", "REQUEST"]),
  intents: z.array(proposedIntent).describe("In the order asked; empty unless act is REQUEST."),
  answer: z
    .object({
      choice: text.describe("The value of the option that is chosen; empty if none."),
      choiceEvidence: text.describe("The words that choose it, copied from the message; empty if none."),
      features: z.array(proposedFeature),
    })
    .describe("Only for ANSWER."),
});

export type Proposal = z.output<typeof proposalSchema>;
export type ProposedIntent = z.output<typeof proposedIntent>;
export type ProposedFeature = z.output<typeof proposedFeature>;

/** The schema as providers take it. */
export const proposalJsonSchema: Record<string, unknown> = (() => {
  const { $schema: _, ...schema } = z.toJSONSchema(proposalSchema, { io: "output" });
  return { title: "interpretation", description: "What the message asks for.", ...schema };
})();
