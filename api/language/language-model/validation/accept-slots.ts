import { auditActions } from "../../../audit/audit-events.ts";
import { findModels } from "../../built-in/entities/model-names.ts";
import { readAlgorithm } from "../../built-in/entities/training-options.ts";
import { findVersions, modelOfVersions, resolveVersion } from "../../built-in/entities/versions.ts";
import { auditActionOf } from "../../built-in/intents/audit-action.ts";
import { readNumbers } from "../../built-in/text/numbers.ts";
import type {
  Intent,
  Interpretation,
  InterpretationContext,
  SlotEvidence,
  SlotProblem,
  Slots,
} from "../../interpreter.ts";
import type { ProposableSlot, ProposedIntent } from "../proposal.ts";
import { type MessageText, type Span, tokensOf } from "./message-text.ts";

/** Most proposed slots of an intent that are looked at. */
const mostSlots = 40;
/** Words that point at what the thread spoke of last. */
const pointers =
  /^(?:it|its|this|that|them|these|those|one|the one|(?:this|that|the|same|the same) (?:one|model|version)|model|version)$/i;

export interface AcceptedSlots {
  slots: Slots;
  evidence: SlotEvidence[];
  problems: SlotProblem[];
}

type Reading = { value: string | number } | { problem: string } | undefined;

/**
 * The proposed slots that the message backs. Names, numbers and options are read from their words again by code; the language
 * model only says where they stand and what they mean. What was said but is not known stays as said, so that the answer can say
 * that there is none such; a default is never filled in for it.
 */
export function acceptSlots(
  proposed: ProposedIntent,
  message: MessageText,
  context: InterpretationContext,
  builtIn: Interpretation,
): AcceptedSlots {
  const accepted: AcceptedSlots = { slots: {}, evidence: [], problems: [] };
  const items = proposed.slots.slice(0, mostSlots);
  // Versions are counted of a model, so its name is read first.
  const ordered = [...items.filter(({ slot }) => slot === "model"), ...items.filter(({ slot }) => slot !== "model")];
  for (const { slot, value, evidence } of ordered) {
    const span = message.find(evidence);
    if (!span || (slot !== "versions" && accepted.slots[slot] !== undefined)) continue;
    const agreed = builtInValue(builtIn, proposed.intent, slot, value);
    const pointed = pointers.test(span.text) ? { value: pointedAt(slot, context, accepted.slots) } : undefined;
    const reading = agreed ?? pointed ?? readers[slot](span, value.trim(), context, accepted.slots);
    if (reading === undefined) continue;
    if ("problem" in reading) accepted.problems.push({ slot, text: span.text, message: reading.problem });
    else if (reading.value !== undefined) addSlot(accepted, slot, reading.value, span, message);
  }
  return accepted;
}

/** The value that the built-in interpreter read too, in its own type. */
function builtInValue(
  builtIn: Interpretation,
  intent: Intent,
  slot: ProposableSlot,
  value: string,
): { value: string | number } | undefined {
  const evidence = builtIn.intents.filter((known) => known.intent === intent).flatMap((known) => known.evidence);
  const values = evidence.filter((item) => item.slot === slot && !item.weak).flatMap((item) => item.value);
  const same = values.find((candidate) => String(candidate) === value.trim());
  return typeof same === "string" || typeof same === "number" ? { value: same } : undefined;
}

/** What "it" is: the model and the version that the thread spoke of last. */
function pointedAt(slot: ProposableSlot, { focus }: InterpretationContext, slots: Slots): string | number | undefined {
  if (slot === "model") return focus.model;
  const isOther = slots.model !== undefined && slots.model !== focus.model;
  return (slot === "version" || slot === "versions") && !isOther ? focus.version : undefined;
}

function addSlot(
  { slots, evidence }: AcceptedSlots,
  slot: ProposableSlot,
  value: string | number,
  span: Span,
  message: MessageText,
): void {
  if (slot !== "versions") {
    Object.assign(slots, { [slot]: value });
    evidence.push({ slot, value, ...span, weak: false });
    return;
  }
  if (typeof value !== "number" || slots.versions?.includes(value)) return;
  slots.versions = [...(slots.versions ?? []), value];
  const before = evidence.findIndex((item) => item.slot === slot);
  const known = evidence[before];
  const whole = known ? message.join(known, span) : span;
  evidence.splice(before < 0 ? evidence.length : before, 1, { slot, value: slots.versions, ...whole, weak: false });
}

type Reader = (span: Span, value: string, context: InterpretationContext, slots: Slots) => Reading;

const readers = {
  model: ({ text }, value, { models }) => {
    const tokens = tokensOf(text);
    const [mention] = findModels(tokens, models);
    if (mention) return { value: mention.name };
    const meant = models.find(({ definition }) => definition.name === value)?.definition;
    if (meant && tokens.some(({ norm }) => meant.topics.includes(norm))) return { value: meant.name };
    const name = text.replace(/^(?:the|an?|our|my)\s+|\s+models?$/giu, "").trim();
    return name === "" ? undefined : { value: name };
  },
  version: readVersion,
  versions: readVersion,
  testSize: ({ text }, value) => readShare(text, Number(value)),
  algorithm: ({ text }) => {
    const tokens = tokensOf(text);
    const name = readAlgorithm(tokens, 0, tokens.length)?.value ?? text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "_");
    return { value: name };
  },
  seed: ({ text }, value) => {
    const seed = integerIn(text, value);
    return seed === undefined || seed < 0 ? undefined : { value: seed };
  },
  auditAction: ({ text }, value) => {
    const action = auditActionOf(` ${text.toLowerCase()} `)?.name ?? auditActions.find((known) => known === value);
    return action === undefined ? undefined : { value: action };
  },
} satisfies Record<ProposableSlot, Reader>;

/** A number that stands in the words, or one that the registry gives for them ("the latest version"). */
function readVersion({ text }: Span, value: string, context: InterpretationContext, slots: Slots): Reading {
  const number = integerIn(text, value);
  if (number !== undefined) return number > 0 ? { value: number } : { problem: "Versions are counted from 1." };
  const tokens = tokensOf(text);
  const [mention] = findVersions(tokens, []);
  const version = mention && resolveVersion(mention, modelOfVersions(slots.model, context), context.focus.version);
  return version === undefined ? undefined : { value: version };
}

function integerIn(text: string, value: string): number | undefined {
  const number = value === "" ? Number.NaN : Number(value);
  if (!Number.isSafeInteger(number)) return undefined;
  return readNumbers(tokensOf(text)).some((mention) => mention.kind === "PLAIN" && mention.value === number)
    ? number
    : undefined;
}

/** The fraction held out: said itself ("30%", "0.3", "a third"), or as what is left for training ("train on 70%"). */
function readShare(text: string, value: number): Reading {
  const shares = readNumbers(tokensOf(text)).map((mention) =>
    mention.kind === "PERCENT" ? mention.value / 100 : mention.value,
  );
  const share = [...shares, ...shares.map((said) => 1 - said), ...shares.map((said) => said / 100)]
    .map((said) => Number(said.toFixed(4)))
    .find((said) => Math.abs(said - value) < 0.005);
  if (share !== undefined && share > 0 && share < 1) return { value: share };
  return {
    problem:
      "The part that is held out for the test is a share of the rows, above 0 and below 1: 30% or 0.3, for example.",
  };
}
