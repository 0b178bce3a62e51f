import type * as language from "../../../language/interpreter.ts";
import { builder } from "../builder.ts";
import { Intent } from "./enums.ts";

type EvidenceShape = Omit<language.SlotEvidence, "value"> & { value?: unknown };

export const SlotEvidence = builder.objectRef<EvidenceShape>("SlotEvidence").implement({
  description: "The words that a slot was read from: exactly message.slice(start, end), in UTF-16 code units.",
  fields: (t) => ({
    slot: t.exposeString("slot"),
    value: t.field({ type: "JSON", resolve: (evidence) => evidence.value ?? "" }),
    text: t.exposeString("text"),
    start: t.exposeInt("start"),
    end: t.exposeInt("end"),
    weak: t.exposeBoolean("weak", { description: "Only hinted at: shown to the person before it counts." }),
  }),
});

const SlotProblem = builder.objectRef<language.SlotProblem>("SlotProblem").implement({
  description: "A value that was said but can't be; its slot stays absent.",
  fields: (t) => ({ slot: t.exposeString("slot"), text: t.exposeString("text"), message: t.exposeString("message") }),
});

const InterpretedIntent = builder.objectRef<language.InterpretedIntent>("InterpretedIntent").implement({
  fields: (t) => ({
    intent: t.expose("intent", { type: Intent }),
    confidence: t.exposeFloat("confidence", { description: "0 to 1." }),
    slots: t.field({
      type: "JSON",
      description:
        'Canonical values, e.g. {"model":"titanic","version":2,"testSize":0.3}; for PREDICT under "features". Defaults never stand here.',
      resolve: ({ slots: { auditAction: _, place: __, listed: ___, ...canonical } }) => canonical,
    }),
    missing: t.exposeStringList("missing", {
      description: "For PREDICT: required features with no evidence in the message.",
    }),
    evidence: t.field({
      type: [SlotEvidence],
      resolve: (intent) => intent.evidence.filter(({ slot }) => !/^(?:auditAction|place|listed)$/.test(slot)),
    }),
    problems: t.field({ type: [SlotProblem], resolve: (intent) => intent.problems }),
  }),
});

export const Interpretation = builder.objectRef<language.Interpretation>("Interpretation").implement({
  description: "How a message was understood.",
  fields: (t) => ({
    intents: t.field({
      type: [InterpretedIntent],
      description: "In the order asked; more than one when the message asks for several things.",
      resolve: (interpretation) => interpretation.intents,
    }),
    source: t.exposeString("source", {
      description:
        "BUILT_IN (no key, no network), the language-model provider that answered, or FORM for a form or button.",
    }),
    fallback: t.string({
      nullable: true,
      description: "Why the built-in interpreter answered although a language model is configured.",
      resolve: (interpretation) => interpretation.fallback ?? null,
    }),
  }),
});

builder.queryField("interpret", (t) =>
  t.field({
    type: Interpretation,
    description: "How a message would be understood. Acts on nothing.",
    authScopes: { permission: "chat:use" },
    args: { message: t.arg.string({ required: true }), threadId: t.arg.id(), model: t.arg.string() },
    resolve: (_parent, { message, threadId, model }, { conversation, actor, requestId, signal }) =>
      conversation.interpret(
        { message, threadId: threadId ?? null, model: model ?? null },
        { actor, requestId, signal },
      ),
  }),
);
