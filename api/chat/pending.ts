import { z } from "zod";
import { intents } from "../language/interpreter.ts";
import { modelDefinitionSchema } from "../models/definitions/define-model.ts";
import { evidenceSchema } from "./evidence.ts";

/** What is waited for, typed by kind. Stored as pending_request.request. */
export const pendingSchema = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("FEATURES"),
    intent: z.enum(intents),
    model: z.string(),
    version: z.number(),
    definition: modelDefinitionSchema,
    values: z.record(z.string(), z.union([z.string(), z.number()])),
    missing: z.array(z.string()),
    /** Evidence of the values that were only hinted at. */
    weak: z.array(evidenceSchema),
    /** What could not be understood in the last answer, in sentences. */
    problems: z.array(z.string()),
  }),
  z.object({
    kind: z.literal("CHOICE"),
    intent: z.enum(intents),
    question: z.string(),
    options: z.array(z.object({ value: z.string(), label: z.string() })).min(1),
  }),
  z.object({
    kind: z.literal("CONFIRMATION"),
    intent: z.enum(intents),
    action: z.string(),
    title: z.string(),
    /** The plan as one question, with what matters most of its effects. */
    question: z.string().default(""),
    effects: z.array(z.string()),
    gates: z.array(z.object({ name: z.string(), passed: z.boolean(), detail: z.string() })),
    digest: z.string(),
    expiresAt: z.string(),
    /** What the change is about: "it" in the messages that follow. */
    about: z.object({ model: z.string(), version: z.number().optional() }).optional(),
    /** The message that asked for the change: said once more it asks again, and approves nothing. */
    request: z.string().optional(),
    /** Of which models this one was chosen before, and the version that was said: "the other one" is the same of another of them. */
    chosenOf: z.object({ models: z.array(z.string()), version: z.number().optional() }).optional(),
  }),
]);
export type Pending = z.infer<typeof pendingSchema>;
export type PendingOf<K extends Pending["kind"]> = Extract<Pending, { kind: K }>;

/** What a pending request is answered with, from words, a form or a button. */
export const pendingAnswerSchema = z.union([
  z.object({ cancel: z.literal(true) }),
  /** `digest` is that of the plan which the person saw. */
  z.object({ confirm: z.literal(true), digest: z.string() }),
  z.object({ choice: z.string() }),
  z.object({
    features: z.record(z.string(), z.union([z.string(), z.number()])),
    evidence: z.array(evidenceSchema),
    problems: z.array(z.string()),
    /** Features of which an impossible value was said: what was known of them before is so no more. */
    refused: z.array(z.string()).default([]),
    /** "No": what was guessed is not so. */
    rejectsGuesses: z.boolean().default(false),
  }),
]);
export type PendingAnswer = z.infer<typeof pendingAnswerSchema>;
