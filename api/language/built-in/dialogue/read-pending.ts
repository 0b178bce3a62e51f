import type {
  Interpretation,
  InterpretationContext,
  InterpretedIntent,
  PendingContext,
  SlotEvidence,
  SlotProblem,
} from "../../interpreter.ts";
import { compileDefinition } from "../features/compiled-definition.ts";
import { possibleValues, shortened, spokenName } from "../features/feature-reading.ts";
import { readFeatures } from "../features/read-features.ts";
import type { MessageReading } from "../text/read-message.ts";
import { readChoice } from "./choice.ts";
import { readBareValues } from "./feature-answer.ts";
import { namesOnly } from "./revise-request.ts";
import { dropsIt, saysNo, saysYes } from "./yes-no.ts";

type Act = Pick<Interpretation, "act" | "answer">;

/** How a message bears on what is waited for; REQUEST when it asks for something of its own. `asked` is what it would ask for by itself. */
export function readPending(
  reading: MessageReading,
  raw: string,
  pending: PendingContext,
  asked: readonly InterpretedIntent[],
  context: InterpretationContext,
): Act {
  const line = reading.clauses.map((clause) => clause.text.trim()).join(" ");
  const text = ` ${line} `.replaceAll("~", "");
  switch (pending.kind) {
    case "CONFIRMATION":
      return readConfirmation(text, raw, asked);
    case "CHOICE":
      return readChosen(reading, text, raw, pending.options, asked);
    case "FEATURES":
      return readFeatureAnswer(reading, text, raw, pending, asked, context);
  }
}

/** "Forget that, classify one: …": calls off and asks for something else, which then replaces what was open. */
function asksElse(asked: readonly InterpretedIntent[]): boolean {
  return asked.some(({ intent, slots }) => intent === "PREDICT" && Object.keys(slots.features ?? {}).length > 1);
}

function readConfirmation(text: string, raw: string, asked: readonly InterpretedIntent[]): Act {
  if (dropsIt(text)) return { act: asksElse(asked) ? "REQUEST" : "CANCEL" };
  if (saysYes(text, raw)) return { act: "AFFIRM" };
  return saysNo(text, raw) ? { act: "DENY" } : { act: "REQUEST" };
}

function readChosen(
  reading: MessageReading,
  text: string,
  raw: string,
  options: Extract<PendingContext, { kind: "CHOICE" }>["options"],
  asked: readonly InterpretedIntent[],
): Act {
  if (dropsIt(text)) return { act: "CANCEL" };
  const chosen = readChoice(reading, options);
  const changes = asked.some(
    ({ intent, slots }) =>
      intent !== "OUT_OF_SCOPE" &&
      intent !== "HELP" &&
      intent !== "MODEL_DETAILS" &&
      !(intent === "PREDICT" && slots.features === undefined),
  );
  const isLong = text.split(" ").length > 10;
  if (chosen && (namesOnly(text) || (!(changes && isLong) && !(changes && !isChoiceLike(asked)))))
    return { act: "ANSWER", answer: { choice: chosen.choice, evidence: [chosen.evidence], problems: [] } };
  if (saysNo(text, raw) || / (?:none|neither) /.test(text)) return { act: "CANCEL" };
  if (asked.some(({ intent }) => intent !== "OUT_OF_SCOPE")) return { act: "REQUEST" };
  if (saysYes(text, raw) && options.length === 1 && options[0])
    return { act: "ANSWER", answer: { choice: options[0].value, evidence: [], problems: [] } };
  return { act: "REQUEST" };
}

/** Choosing "Promote version 2" by its words is no new request. */
function isChoiceLike(asked: readonly InterpretedIntent[]): boolean {
  return (
    asked.length === 1 &&
    asked[0] !== undefined &&
    !/^(?:LIST_MODELS|ACTIVE_MODEL|AUDIT_HISTORY|TRAINING_STATUS|COMPARE_VERSIONS|TRAIN)$/.test(asked[0].intent)
  );
}

function readFeatureAnswer(
  reading: MessageReading,
  text: string,
  raw: string,
  pending: Extract<PendingContext, { kind: "FEATURES" }>,
  asked: readonly InterpretedIntent[],
  context: InterpretationContext,
): Act {
  if (dropsIt(text)) return { act: "CANCEL" };
  const known = context.models.find(({ definition }) => definition.name === pending.model);
  if (!known) return { act: "REQUEST" };
  if (saysYes(text, raw)) return { act: "AFFIRM" };
  if (saysNo(text, raw)) return { act: "DENY" };
  const compiled = compileDefinition(known.definition);
  const ignored = new Set(reading.quoted);
  const read = readFeatures(reading.text, compiled, reading.tokens, ignored);
  const others = asked.filter(({ intent }) => intent !== "PREDICT" && intent !== "OUT_OF_SCOPE");
  // "V8", where cylinders are asked for, is an engine and no version.
  const isValue = / VERSION /.test(text) && text.trim().split(" ").length <= 4 && read.outright > 0;
  if (
    others.length > 0 &&
    !isValue &&
    !(
      others.every(({ intent }) => intent === "MODEL_DETAILS" || intent === "HELP") &&
      asked.some(({ intent }) => intent === "PREDICT")
    )
  )
    return { act: "REQUEST" };
  const open = pending.missing.filter(
    (name) => read.values[name] === undefined && !read.problems.some(({ slot }) => slot === `features.${name}`),
  );
  const words = text.trim().split(" ").length;
  const rest = new Set([...ignored, ...read.used]);
  const given = Object.keys(pending.features);
  const forOpen = words <= 12 ? readBareValues(reading, compiled, open, rest) : undefined;
  const corrected = words <= 3 && !forOpen?.strength ? readBareValues(reading, compiled, given, rest) : undefined;
  const bare = corrected?.strength ? corrected : forOpen;
  const values = { ...read.values, ...bare?.values };
  const evidence: SlotEvidence[] = [...read.evidence, ...(bare?.evidence ?? [])];
  const answered = Object.keys(values).length > 0;
  const problems: SlotProblem[] = [...read.problems, ...(answered && read.strength > 0 ? [] : (bare?.problems ?? []))];
  const predict = asked.find(({ intent }) => intent === "PREDICT");
  if (predict?.slots.model !== undefined && predict.slots.model !== pending.model) return { act: "REQUEST" };
  if (predict && startsOver(text, read.values, pending)) return { act: "REQUEST" };
  if (answered || problems.length > 0) {
    return {
      act: "ANSWER",
      answer: { ...(answered ? { features: withoutWeak(values, evidence, pending) } : {}), evidence, problems },
    };
  }
  const unknown = unknownAnswer(reading, text, open.length > 0 ? open : pending.missing, known.definition.features);
  return unknown ? { act: "ANSWER", answer: { evidence: [], problems: [unknown] } } : { act: "REQUEST" };
}

/** A description of a whole other case: "a woman in third class" when a boy is spoken of. */
function startsOver(
  text: string,
  values: Record<string, string | number>,
  pending: Extract<PendingContext, { kind: "FEATURES" }>,
): boolean {
  const changed = Object.entries(values).filter(
    ([name, value]) => pending.features[name] !== undefined && pending.features[name] !== value,
  );
  const given = Object.keys(values).length;
  if (
    /^ (?:no|sorry|actually|i meant|i mean|correction|wait|make|change|not|oh|oops|rather|he|she|it|they) /.test(text)
  )
    return false;
  if (
    / (?:predict|new prediction|another (?:one|passenger|person|case)|start over|what about|how about|instead) /.test(
      text,
    ) &&
    given >= 2
  )
    return true;
  return (
    given >= 2 && changed.length > 0 && /^ (?:(?:and|ok|now|then|would|for|what about|so) )*(?:a|an|the) /.test(text)
  );
}

/** A hint doesn't overrule what was said before. */
function withoutWeak(
  values: Record<string, string | number>,
  evidence: readonly SlotEvidence[],
  pending: Extract<PendingContext, { kind: "FEATURES" }>,
): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(values).filter(([name]) => {
      const said = evidence.find(({ slot }) => slot === `features.${name}`);
      return !(said?.weak && pending.features[name] !== undefined);
    }),
  );
}

/** "Boston", where a port is waited for: a short answer of foreign words is explained, not taken for another subject. */
function unknownAnswer(
  reading: MessageReading,
  text: string,
  missing: readonly string[],
  features: readonly Parameters<typeof possibleValues>[0][],
): SlotProblem | undefined {
  const first = features.find(({ name }) => name === missing[0]);
  const words = text
    .trim()
    .split(" ")
    .filter((word) => !/^(?:in|at|from|the|a|an|it|is|was|he|she|they|boarded|i|think|guess|maybe|'s)$/.test(word));
  const isQuestion =
    /\?\s*$/.test(reading.text) ||
    /^ (?:what|who|when|why|how|where|which|is|are|can|could|do|does|tell|show|please) /.test(text);
  if (
    !first ||
    words.length === 0 ||
    words.length > 4 ||
    isQuestion ||
    /^ (?:hi|hello|hey|thanks|thank|help|yes|no|ok) /.test(text)
  )
    return undefined;
  const cannotSay =
    /^ (?:(?:i|we|do|dont|not|know|no|idea|sure|unsure|skip|it|that|unknown|both|neither|either|none|whatever|any|really|am|cannot|cant|say|tell|clue|have|remember|'s|is|pass|next) )+$/.test(
      text,
    );
  const isOrdinary = words.every((word) => reading.isKnownWord(word) || /^NUM$/.test(word));
  if (cannotSay)
    return {
      slot: `features.${first.name}`,
      text: reading.text.trim(),
      message: `There is no prediction without it: the ${spokenName(first)} can be ${possibleValues(first)}.`,
    };
  if (isOrdinary && !words.includes("NUM")) return undefined;
  return {
    slot: `features.${first.name}`,
    text: reading.text.trim(),
    message: `“${shortened(reading.text)}” isn't possible here: the ${spokenName(first)} can be ${possibleValues(first)}.`,
  };
}
