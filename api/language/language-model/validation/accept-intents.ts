import type { FeatureValues, ModelDefinition } from "../../../models/definitions/define-model.ts";
import type {
  Intent,
  Interpretation,
  InterpretationContext,
  InterpretedIntent,
  SlotProblem,
} from "../../interpreter.ts";
import type { ProposedIntent } from "../proposal.ts";
import { acceptFeatures } from "./accept-features.ts";
import { acceptSlots } from "./accept-slots.ts";
import type { MessageText } from "./message-text.ts";
import { predictedModel } from "./predicted-model.ts";

/** How much a proposal alone can do for an intent. */
const effects = {
  LIST_MODELS: "NONE",
  ACTIVE_MODEL: "NONE",
  MODEL_DETAILS: "NONE",
  COMPARE_VERSIONS: "NONE",
  PROMOTE: "CONFIRMED",
  ARCHIVE: "CONFIRMED",
  ROLLBACK: "CONFIRMED",
  REMOVE: "CONFIRMED",
  TRAIN: "AT_ONCE",
  TRAINING_STATUS: "NONE",
  CANCEL_TRAINING: "AT_ONCE",
  PREDICT: "NONE",
  AUDIT_HISTORY: "NONE",
  HELP: "NONE",
  OUT_OF_SCOPE: "NONE",
} satisfies Record<Intent, "NONE" | "CONFIRMED" | "AT_ONCE">;

/**
 * Whether a change may be asked for on the language model's word. What the built-in interpreter reads too, may. Else a change
 * that acts at once may not; one that a person confirms may, unless the message speaks of nothing that can be changed, the words
 * that ask for it are not in the message, are none that could ask, are quoted, or stand where a change is only spoken of ("don't
 * promote it", "he said archive it", "how do I remove a model?") or something else is asked for, or the built-in interpreter
 * reads another change.
 */
export function mayAsk(proposed: ProposedIntent, message: MessageText, builtIn: Interpretation): boolean {
  const effect = effects[proposed.intent];
  if (effect === "NONE" || builtIn.intents.some(({ intent }) => intent === proposed.intent)) return true;
  if (effect === "AT_ONCE" || !message.speaksOfModels()) return false;
  const span = message.find(proposed.said, Number.POSITIVE_INFINITY);
  if (!span || message.isQuoted(span) || message.isNegated(span) || message.isGuarded(span)) return false;
  if (!message.isRequest(span) || message.asksForElse(span, proposed.intent)) return false;
  return !builtIn.intents.some(
    ({ intent }) => effects[intent] !== "NONE" || intent === "HELP" || intent === "AUDIT_HISTORY",
  );
}

/**
 * Whether the message holds the words that are said to ask for it, or the built-in interpreter reads it too. That nothing is asked
 * for (OUT_OF_SCOPE) has no words.
 */
export function isSaid({ intent, said }: ProposedIntent, message: MessageText, builtIn: Interpretation): boolean {
  if (intent === "OUT_OF_SCOPE" || builtIn.intents.some((known) => known.intent === intent)) return true;
  const words = said.replace(/^[\s\p{P}]+|[\s\p{P}]+$/gu, "");
  return message.find(words, Number.POSITIVE_INFINITY) !== undefined;
}

/** The proposed intent with what the message backs of its slots. */
export function acceptIntent(
  proposed: ProposedIntent,
  message: MessageText,
  context: InterpretationContext,
  builtIn: Interpretation,
): InterpretedIntent {
  const { intent, confidence } = proposed;
  const { slots, evidence, problems } = acceptSlots(proposed, message, context, builtIn);
  const accepted: InterpretedIntent = {
    intent,
    confidence: Math.min(1, Math.max(0, confidence)),
    slots,
    missing: [],
    evidence,
    problems,
  };
  if (intent === "PREDICT") addFeatures(accepted, proposed, message, context, builtIn);
  const known = builtIn.intents.find((candidate) => candidate.intent === intent);
  const time = intent === "ACTIVE_MODEL" ? known?.evidence.find(({ slot }) => slot === "at") : undefined;
  // A time is read by code alone.
  if (time && known?.slots.at !== undefined) {
    accepted.slots.at = known.slots.at;
    accepted.evidence.push(time);
  }
  accepted.problems.push(...unnoticed(accepted, known?.problems ?? []));
  return accepted;
}

function addFeatures(
  accepted: InterpretedIntent,
  proposed: ProposedIntent,
  message: MessageText,
  context: InterpretationContext,
  builtIn: Interpretation,
): void {
  const said = accepted.evidence.find(({ slot }) => slot === "model");
  const model = predictedModel(said, proposed, context, message, builtIn);
  if (model && "unknown" in model) return;
  delete accepted.slots.model;
  accepted.evidence = accepted.evidence.filter((item) => item !== said);
  if (!model) return;
  const { definition, words } = model;
  if (words) {
    const { text, start, end } = words;
    accepted.slots.model = definition.name;
    accepted.evidence.push({ slot: "model", value: definition.name, text, start, end, weak: false });
  }
  const { features: read, evidence, problems } = acceptFeatures(proposed.features, definition, message, builtIn);
  const features = { ...carriedFeatures(definition, builtIn, problems), ...read };
  if (Object.keys(features).length > 0) accepted.slots.features = features;
  accepted.evidence.push(...evidence);
  accepted.problems.push(...problems);
  accepted.missing = definition.features
    .filter((feature) => feature.required && !Object.hasOwn(features, feature.name))
    .map((feature) => feature.name);
}

/** What the built-in interpreter takes over from the last prediction when the message changes one value of it ("and if he were a child?"). */
function carriedFeatures(
  definition: ModelDefinition,
  builtIn: Interpretation,
  problems: readonly SlotProblem[],
): FeatureValues {
  const prediction = builtIn.intents.find(({ intent }) => intent === "PREDICT");
  const said = new Set([...(prediction?.evidence ?? []), ...problems].map(({ slot }) => slot));
  return Object.fromEntries(
    Object.entries(prediction?.slots.features ?? {}).filter(
      ([name]) => !said.has(`features.${name}`) && definition.features.some((feature) => feature.name === name),
    ),
  );
}

/** Problems that the built-in interpreter found with slots that the language model passed over: what was said must not vanish. */
function unnoticed({ slots, problems }: InterpretedIntent, known: readonly SlotProblem[]): SlotProblem[] {
  return known.filter(({ slot }) => {
    const [name = "", feature] = slot.split(".");
    const isFilled = feature ? Object.hasOwn(slots.features ?? {}, feature) : Object.hasOwn(slots, name);
    return !isFilled && !problems.some((problem) => problem.slot === slot);
  });
}
