import { auditActions } from "../../../audit/audit-events.ts";
import { findModels } from "../../built-in/entities/model-names.ts";
import { readAlgorithm } from "../../built-in/entities/training-options.ts";
import { findVersions, modelOfVersions, resolveVersion } from "../../built-in/entities/versions.ts";
import { readNumbers } from "../../built-in/text/numbers.ts";
import type { InterpretationContext, Slots, SlotEvidence, SlotProblem } from "../../interpreter.ts";
import type { ProposableSlot, ProposedIntent } from "../proposal.ts";
import { type MessageText, type Span, tokensOf } from "./message-text.ts";

/** Most proposed slots of an intent that are looked at. */
const mostSlots = 40;
/** Words that point at what the thread spoke of; who acts resolves them, so they make no slot. */
const pointers = /^(?:it|its|this|that|them|these|those|one|the|this one|that one|the one|the model|model|this model|that model)$/i;

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
export function acceptSlots(proposed: ProposedIntent, message: MessageText, context: InterpretationContext): AcceptedSlots {
  const accepted: AcceptedSlots = { slots: {}, evidence: [], problems: [] };
  const items = proposed.slots.slice(0, mostSlots);
  // Versions are counted of a model, so its name is read first.
  const ordered = [...items.filter(({ slot }) => slot === "model"), ...items.filter(({ slot }) => slot !== "model")];
  for (const { slot, value, evidence } of ordered) {
    const span = message.find(evidence);
    if (!span || pointers.test(span.text)) continue;
    if (slot !== "versions" && accepted.slots[slot] !== undefined) continue;
    const reading = readers[slot](span, value.trim(), context, accepted.slots);
    if (!reading) continue;
    if ("problem" in reading) accepted.problems.push({ slot, text: span.text, message: reading.problem });
    else {
      setSlot(accepted.slots, slot, reading.value);
      accepted.evidence.push({ slot, value: reading.value, ...span, weak: false });
    }
  }
  return accepted;
}

function setSlot(slots: Slots, slot: ProposableSlot, value: string | number): void {
  if (slot === "versions") {
    if (typeof value === "number" && !slots.versions?.includes(value)) slots.versions = [...(slots.versions ?? []), value];
  } else Object.assign(slots, { [slot]: value });
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
  auditAction: (_span, value) => {
    const action = auditActions.find((known) => known === value);
    return action && { value: action };
  },
} satisfies Record<ProposableSlot, Reader>;

/** A number that stands in the words, or one that the registry gives for them ("the latest version"). */
function readVersion({ text }: Span, value: string, context: InterpretationContext, slots: Slots): Reading {
  const number = integerIn(text, value);
  if (number !== undefined) return { value: number };
  const tokens = tokensOf(text);
  const [mention] = findVersions(tokens, []);
  const version = mention && resolveVersion(mention, modelOfVersions(slots.model, context), context.focus.version);
  return version === undefined ? undefined : { value: version };
}

function integerIn(text: string, value: string): number | undefined {
  const number = value === "" ? Number.NaN : Number(value);
  if (!Number.isSafeInteger(number)) return undefined;
  return readNumbers(tokensOf(text)).some((mention) => mention.kind === "PLAIN" && mention.value === number) ? number : undefined;
}

/** The fraction held out: said itself ("30%", "0.3", "a third"), or as what is left for training ("train on 70%"). */
function readShare(text: string, value: number): Reading {
  const shares = readNumbers(tokensOf(text)).map((mention) => (mention.kind === "PERCENT" ? mention.value / 100 : mention.value));
  const share = [...shares, ...shares.map((said) => 1 - said), ...shares.map((said) => said / 100)]
    .map((said) => Number(said.toFixed(4)))
    .find((said) => Math.abs(said - value) < 0.005);
  if (share !== undefined && share > 0 && share < 1) return { value: share };
  return { problem: "The part that is held out for the test is a share of the rows, above 0 and below 1: 30% or 0.3, for example." };
}
