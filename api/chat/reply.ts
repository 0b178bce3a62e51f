import { z } from "zod";
import { intents } from "../language/interpreter.ts";
import { metricSchema } from "../models/metric.ts";
import { canonicalJson } from "../platform/canonical-json.ts";
import { storableText } from "../platform/storable.ts";
import { evidenceSchema } from "./evidence.ts";

/** What a reply is, so that a client can choose how to show it. The same names stand in GraphQL (enum ReplyKind). */
export const replyKinds = [
  "LIST_MODELS",
  "ACTIVE_MODEL",
  "MODEL_DETAILS",
  "COMPARE_VERSIONS",
  "PROMOTED",
  "PROPOSED",
  "ARCHIVED",
  "ROLLED_BACK",
  "REMOVED",
  "TRAINING_STARTED",
  "TRAINING_STATUS",
  "TRAINING_CANCELLED",
  "TRAINING_FINISHED",
  "PREDICTION",
  "MISSING_INPUTS",
  "CLARIFICATION",
  "CONFIRMATION_REQUIRED",
  "CANCELLED",
  "AUDIT_HISTORY",
  "HELP",
  "OUT_OF_SCOPE",
  "ERROR",
] as const;
export type ReplyKind = (typeof replyKinds)[number];

const stage = z.enum(["CANDIDATE", "PRODUCTION", "ARCHIVED"]);
const values = z.record(z.string(), z.union([z.string(), z.number()]));

/** Rich display, in a turn's reply. What is live (a run's progress, a request's status) is looked up by id when it is shown. */
export const cardSchema = z.discriminatedUnion("type", [
  z.object({
    type: z.literal("ModelTable"),
    rows: z.array(
      z.object({
        name: z.string(),
        description: z.string(),
        task: z.enum(["BINARY_CLASSIFICATION", "MULTICLASS_CLASSIFICATION", "REGRESSION"]),
        versions: z.number(),
        production: z.number().nullable(),
        latest: z.number().nullable(),
        accuracy: z.number().nullable(),
        /** The metric that is told first of the model's task, on the rows held out. */
        metric: metricSchema.nullable().default(null),
      }),
    ),
    trainable: z.array(z.object({ name: z.string(), description: z.string(), command: z.string() })),
  }),
  z.object({
    type: z.literal("VersionCard"),
    versionId: z.string(),
    model: z.string(),
    version: z.number(),
    stage,
    algorithm: z.string(),
    metrics: z.array(metricSchema),
    features: z.array(z.string()),
    dataset: z
      .object({ name: z.string(), sha256: z.string(), rows: z.number(), columns: z.array(z.string()) })
      .nullable(),
    createdAt: z.string(),
    createdBy: z.string(),
  }),
  z.object({
    type: z.literal("VersionComparison"),
    model: z.string(),
    versions: z.array(
      z.object({
        version: z.number(),
        stage,
        algorithm: z.string(),
        metrics: z.array(metricSchema),
        createdAt: z.string(),
      }),
    ),
  }),
  z.object({
    type: z.literal("FeatureForm"),
    requestId: z.string(),
    model: z.string(),
    version: z.number(),
    values,
    missing: z.array(z.string()),
    weak: z.array(evidenceSchema),
  }),
  z.object({
    type: z.literal("ConfirmationCard"),
    requestId: z.string(),
    action: z.string(),
    title: z.string(),
    effects: z.array(z.string()),
    gates: z.array(z.object({ name: z.string(), passed: z.boolean(), detail: z.string() })),
    destructive: z.boolean(),
    digest: z.string(),
    expiresAt: z.string(),
  }),
  z.object({
    type: z.literal("ChoiceCard"),
    requestId: z.string(),
    question: z.string(),
    options: z.array(z.object({ value: z.string(), label: z.string() })),
  }),
  z.object({ type: z.literal("TrainingCard"), runId: z.string() }),
  z.object({
    type: z.literal("PredictionCard"),
    model: z.string(),
    version: z.number(),
    value: z.union([z.string(), z.number()]),
    label: z.string(),
    probabilities: z.record(z.string(), z.number()).nullable(),
    positive: z.string().nullable(),
    features: values,
    inputs: z.array(
      z.object({
        name: z.string(),
        title: z.string(),
        description: z.string(),
        value: z.union([z.string(), z.number()]),
        label: z.string(),
        evidence: z.string().nullable(),
        weak: z.boolean(),
      }),
    ),
    evidence: z.array(evidenceSchema),
  }),
  z.object({ type: z.literal("AuditTable"), eventIds: z.array(z.string()) }),
  z.object({ type: z.literal("HelpCard"), title: z.string(), suggestions: z.array(z.string()) }),
]);
export type Card = z.infer<typeof cardSchema>;
export type CardOf<T extends Card["type"]> = Extract<Card, { type: T }>;

/** What a thread speaks of: what "it" means in its next message. */
export const focusSchema = z.object({
  model: z.string().optional(),
  version: z.number().optional(),
  runId: z.string().optional(),
  /** What was predicted last, and with which model. */
  features: values.optional(),
  featuresOf: z.string().optional(),
  /** The version that was named for it; none when the one in production answered. */
  featuresVersion: z.number().optional(),
  /** Cases that were predicted before that one, the latest first: "back to the woman". */
  earlier: z.array(z.object({ model: z.string(), features: values, version: z.number().optional() })).optional(),
  /** The options of the last training, as they were said. */
  training: z
    .object({ testSize: z.number().optional(), algorithm: z.string().optional(), seed: z.number().optional() })
    .optional(),
  /** What was compared last: "which is better?" is about the same ones. */
  compared: z.object({ model: z.string(), versions: z.array(z.number()) }).optional(),
  /** What was asked for last. */
  intent: z.enum(intents).optional(),
});
/** Cases that a thread remembers besides the last one. */
const mostEarlier = 5;

/** What a thread speaks of after a reply; the case that another takes the place of is remembered. */
export function focusAfter(before: Focus, reply: Focus): Focus {
  const { features, featuresOf: model, featuresVersion: version, earlier = [] } = before;
  const isKept = features !== undefined && model !== undefined && reply.features !== undefined;
  const kept = isKept ? [{ model, features, ...(version === undefined ? {} : { version }) }, ...earlier] : earlier;
  const others = new Map(kept.map((one) => [canonicalJson(one), one]));
  return { ...before, ...reply, ...(isKept ? { earlier: [...others.values()].slice(0, mostEarlier) } : {}) };
}

export type Focus = { [K in keyof z.infer<typeof focusSchema>]: z.infer<typeof focusSchema>[K] | undefined };

/** A whole reply. */
export interface Reply {
  kind: ReplyKind;
  /** Markdown. */
  content: string;
  cards: Card[];
  /** Messages that would be a good next thing to say. */
  suggestions: string[];
  focus: Focus;
}

/** Longest message that is read, in UTF-16 code units. */
export const longestMessage = 8_000;

/** A thread's title: the beginning of what was said first. */
export function threadTitle(message: string): string {
  const line = storableText(message).replace(/\s+/g, " ").trim();
  return line.length > 60 ? `${line.slice(0, 57).toWellFormed().trimEnd()}…` : line || "New conversation";
}
