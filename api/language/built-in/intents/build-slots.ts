import type {
  Intent,
  InterpretationContext,
  InterpretedIntent,
  SlotEvidence,
  SlotProblem,
  Slots,
} from "../../interpreter.ts";
import type { ClauseView } from "../clauses/clause-view.ts";
import type { ModelMention } from "../entities/model-names.ts";
import { readTestSize } from "../entities/test-size.ts";
import { readAlgorithm, readSeed, readUnknownAlgorithm } from "../entities/training-options.ts";
import { modelOfVersions, resolveVersion, type VersionMention } from "../entities/versions.ts";
import type { MessageReading } from "../text/read-message.ts";
import { auditActionOf } from "./audit-action.ts";

const withVersion: ReadonlySet<Intent> = new Set([
  "PROMOTE",
  "ARCHIVE",
  "MODEL_DETAILS",
  "AUDIT_HISTORY",
  "ROLLBACK",
  "PREDICT",
]);
const withModel: ReadonlySet<Intent> = new Set([
  ...withVersion,
  "REMOVE",
  "TRAIN",
  "COMPARE_VERSIONS",
  "TRAINING_STATUS",
  "CANCEL_TRAINING",
  "ACTIVE_MODEL",
]);
const pronoun = /^(it|its|this|that|them)$/;

/** Of several models or versions in one clause, the one that this intent is about. */
export interface Part {
  model?: ModelMention;
  version?: VersionMention;
}

const perModel: ReadonlySet<Intent> = new Set(["REMOVE", "TRAIN", "MODEL_DETAILS", "ROLLBACK"]);
const perVersion: ReadonlySet<Intent> = new Set(["ARCHIVE", "MODEL_DETAILS", "REMOVE"]);

/** "delete cars and penguins" asks twice, and so does "archive versions 1 and 2". */
export function partsOf(intent: Intent, clause: ClauseView, reading: MessageReading): Part[] {
  const models = clause.models.filter(
    (model, index) => clause.models.findIndex(({ name }) => name === model.name) === index,
  );
  if (perModel.has(intent) && models.length > 1 && clause.versions.length === 0)
    return models.map((model) => ({ model }));
  const versions = clause.versions.filter((version) => version.said === "NUMBER" && !negatedVersion(reading, version));
  if (perVersion.has(intent) && versions.length > 1 && models.length < 2)
    return versions.map((version) => ({ version }));
  return [{}];
}

/** What clauses before this one in the message spoke of. */
export interface Carried {
  model: ModelMention | undefined;
  /** It stood before all clauses, as a heading: every one of them is about it. */
  heads?: boolean;
  /** A new version is being made: "it" has no number yet. */
  trains: boolean;
}

/** Collects values with the words that say them. */
export class SlotWriter {
  readonly slots: Slots = {};
  readonly evidence: SlotEvidence[] = [];
  readonly problems: SlotProblem[] = [];
  readonly #reading: MessageReading;

  constructor(reading: MessageReading) {
    this.#reading = reading;
  }

  set<K extends Exclude<keyof Slots, "features">>(
    slot: K,
    value: NonNullable<Slots[K]>,
    first: number,
    last: number,
  ): void {
    const [start, end] = [this.#reading.tokens[first]?.start ?? 0, this.#reading.tokens[last]?.end ?? 0];
    this.slots[slot] = value;
    this.evidence.push({ slot, value, text: this.#reading.text.slice(start, end), start, end, weak: false });
  }

  refuse(slot: string, first: number, last: number, message: string): void {
    const [start, end] = [this.#reading.tokens[first]?.start ?? 0, this.#reading.tokens[last]?.end ?? 0];
    this.problems.push({ slot, text: this.#reading.text.slice(start, end), message });
  }
}

/** Reads the slots of a clause's intent. */
export function buildSlots(
  intent: Intent,
  confidence: number,
  clause: ClauseView,
  reading: MessageReading,
  context: InterpretationContext,
  carried: Carried,
  part: Part = {},
): InterpretedIntent {
  const writer = new SlotWriter(reading);
  const model = withModel.has(intent)
    ? modelOf(intent, clause, reading, context, carried, writer, part.model)
    : undefined;
  const versions = part.version
    ? [part.version]
    : clause.versions.filter((version) => !version.bare || intent !== "TRAIN");
  let result = intent;
  if (intent === "COMPARE_VERSIONS") writeVersions(withBareNumbers(clause, reading, versions), model, context, writer);
  else if (withVersion.has(intent)) writeVersion(intent, clause, versions, model, reading, context, carried, writer);
  else if (intent === "REMOVE" && versions.length > 0) {
    writeVersion("ARCHIVE", clause, versions, model, reading, context, carried, writer);
    if (writer.slots.version !== undefined) result = "ARCHIVE";
  }
  if (intent === "REMOVE" && model === undefined) refuseAll(clause, writer);
  if (intent === "TRAIN") writeTraining(clause, reading, writer);
  if (intent === "AUDIT_HISTORY") {
    const action = auditActionOf(clause.text);
    const at = action === undefined ? undefined : clause.tokenOf[clause.words.indexOf(action.word)];
    if (action && at !== undefined) writer.set("auditAction", action.name, at, at);
  }
  return {
    intent: result,
    confidence,
    slots: writer.slots,
    missing: [],
    evidence: writer.evidence,
    problems: writer.problems,
  };
}

/** "delete everything": models are removed one by one, each with its own confirmation. */
function refuseAll(clause: ClauseView, writer: SlotWriter): void {
  const position = clause.words.findIndex((word) => /^(?:everything|all|both)$/.test(word));
  const at = clause.tokenOf[position];
  if (at !== undefined) writer.refuse("model", at, at, "Models are removed one at a time: name the one to remove.");
}

function modelOf(
  intent: Intent,
  clause: ClauseView,
  reading: MessageReading,
  context: InterpretationContext,
  carried: Carried,
  writer: SlotWriter,
  part: ModelMention | undefined,
): string | undefined {
  const said = part ?? clause.models[0] ?? (carried.heads || carries(intent, clause) ? carried.model : undefined);
  if (said) {
    writer.set("model", said.name, said.first, said.last);
    return said.name;
  }
  if (intent === "PREDICT" || intent === "ACTIVE_MODEL" || context.focus.model === undefined) return undefined;
  const at = pronounIn(clause, reading);
  if (at === undefined) return undefined;
  writer.set("model", context.focus.model, at, at);
  return context.focus.model;
}

/** Whether a name from earlier in the message is meant here as well. */
function carries(intent: Intent, clause: ClauseView): boolean {
  if (/^(?:PROMOTE|ARCHIVE|ROLLBACK|TRAIN|REMOVE|COMPARE_VERSIONS)$/.test(intent)) return true;
  return clause.words.some((word) => pronoun.test(word));
}

function pronounIn(clause: ClauseView, reading: MessageReading): number | undefined {
  for (const [position, word] of clause.words.entries()) {
    const next = clause.words[position + 1] ?? "";
    if (!pronoun.test(word) || (word === "that" && /^(is|are|you|the|we|i|was|has)$/.test(next))) continue;
    const index = clause.tokenOf[position];
    if (index !== undefined && !reading.quoted.has(index)) return index;
  }
  return undefined;
}

function writeVersion(
  intent: Intent,
  clause: ClauseView,
  mentions: readonly VersionMention[],
  model: string | undefined,
  reading: MessageReading,
  context: InterpretationContext,
  carried: Carried,
  writer: SlotWriter,
): void {
  const known = modelOfVersions(model, context);
  const sameModel = model === undefined || model === context.focus.model;
  const mention = mentions.find((item) => !negatedVersion(reading, item));
  const best = mention ? -1 : clause.words.findIndex((word) => /^(best|better)$/.test(word));
  const bestAt = clause.tokenOf[best];
  if ((intent === "PROMOTE" || intent === "ARCHIVE") && bestAt !== undefined) {
    const message = `Which version is the ${clause.words[best]} one is for you to say: compare them, then name one by its number.`;
    writer.refuse("version", bestAt, bestAt, message);
    return;
  }
  if (
    mention &&
    !(mention.said === "PRODUCTION" && intent === "PROMOTE") &&
    !(intent === "ROLLBACK" && mention.said === "PREVIOUS")
  ) {
    if (carried.trains && mention.said !== "NUMBER") return;
    const number = resolveVersion(mention, known, sameModel ? context.focus.version : undefined);
    if (number !== undefined && number > 0) writer.set("version", number, mention.first, mention.last);
    else if (mention.said === "NUMBER")
      writer.refuse("version", mention.first, mention.last, "Versions are counted from 1.");
    else writer.refuse("version", mention.first, mention.last, noSuch(mention, known?.definition.name));
    return;
  }
  if (intent === "ARCHIVE" && clause.words.some((word) => /^(production|prod|live|offline|serving)$/.test(word))) {
    const production = known?.versions.find(({ stage }) => stage === "PRODUCTION")?.version;
    const at = clause.words.findIndex((word) => /^(production|prod|live|offline|serving)$/.test(word));
    const index = clause.tokenOf[at];
    const isFocus =
      clause.models.length === 0 &&
      sameModel &&
      context.focus.version !== undefined &&
      pronounIn(clause, reading) !== undefined;
    if (!isFocus && production !== undefined && index !== undefined) {
      writer.set("version", production, index, index);
      return;
    }
  }
  const focus = context.focus.version;
  const at = pronounIn(clause, reading);
  const byFocus =
    intent === "PROMOTE" || intent === "ARCHIVE" || intent === "MODEL_DETAILS" || intent === "AUDIT_HISTORY";
  if (
    byFocus &&
    focus !== undefined &&
    at !== undefined &&
    clause.models.length === 0 &&
    carried.model === undefined &&
    !carried.trains
  )
    writer.set("version", focus, at, at);
}

function negatedVersion(reading: MessageReading, mention: VersionMention): boolean {
  const before = reading.tokens
    .slice(Math.max(0, mention.first - 2), mention.first)
    .map((token) => token.norm)
    .join(" ");
  return /(?:^| )not(?: the)?$/.test(before) || /(?:instead|rather|other) (?:of|than)$/.test(before);
}

function noSuch(mention: VersionMention, model: string | undefined): string {
  const of = model === undefined ? "" : ` of ${model}`;
  return mention.said === "PREVIOUS"
    ? `There is no version${of} before that one.`
    : `There is no such version${of} yet.`;
}

function writeVersions(
  mentions: readonly VersionMention[],
  model: string | undefined,
  context: InterpretationContext,
  writer: SlotWriter,
): void {
  const known = modelOfVersions(model, context);
  const numbers: number[] = [];
  let last: number | undefined;
  let first: number | undefined;
  for (const mention of mentions) {
    const number = resolveVersion(mention, known, numbers.at(-1) ?? context.focus.version);
    if (number === undefined || number < 1 || numbers.includes(number)) continue;
    numbers.push(number);
    first ??= mention.first;
    last = mention.last;
  }
  if (first !== undefined && last !== undefined) writer.set("versions", numbers, first, last);
}

/** "which is better, 1 or 3?": in a comparison small whole numbers are versions. */
function withBareNumbers(
  clause: ClauseView,
  reading: MessageReading,
  mentions: readonly VersionMention[],
): VersionMention[] {
  const bare = clause.tokenOf.flatMap((index, position): VersionMention[] => {
    const token = reading.tokens[index];
    if (clause.words[position] !== "NUM" || !Number.isInteger(token?.number)) return [];
    return [{ said: "NUMBER", number: token?.number ?? 0, bare: true, first: index, last: index }];
  });
  return [...mentions, ...bare].sort((a, b) => a.first - b.first);
}

function writeTraining(clause: ClauseView, reading: MessageReading, writer: SlotWriter): void {
  const { from } = clause.span;
  const to = trainingEnd(clause, reading);
  const skip = new Set(reading.versions.filter((version) => !version.bare).flatMap(({ first, last }) => [first, last]));
  for (const model of clause.models) for (let index = model.first; index <= model.last; index += 1) skip.add(index);
  const algorithm =
    readAlgorithm(reading.tokens, from, to) ?? readUnknownAlgorithm(reading.tokens, from, to, reading.isKnownWord);
  if (algorithm) writer.set("algorithm", algorithm.value, algorithm.first, algorithm.last);
  const seed = readSeed(reading.tokens, from, to);
  if (seed) {
    writer.set("seed", seed.value, seed.first, seed.last);
    for (let index = seed.first; index <= seed.last; index += 1) skip.add(index);
  }
  const testSize = readTestSize(reading.tokens, from, to, skip);
  if (!testSize) return;
  if ("value" in testSize) writer.set("testSize", testSize.value, testSize.first, testSize.last);
  else
    writer.refuse(
      "testSize",
      testSize.first,
      testSize.last,
      "The part held out for testing must lie between 0 and 1, for example 0.3 or 30%.",
    );
}

/** A sentence that follows and only says how ("Hold out 30%.") belongs to the training before it. */
function trainingEnd(clause: ClauseView, reading: MessageReading): number {
  let { to } = clause.span;
  const index = reading.clauses.indexOf(clause);
  for (const next of reading.clauses.slice(index + 1)) {
    const isOption =
      / (?:hold|held|holdout|test|split|seed|keep|reserve|use|percent|NUM|with|aside|algorithm|set) /.test(next.text) &&
      next.models.length === 0 &&
      next.versions.length === 0 &&
      next.words.length <= 14 &&
      !/ (?:what|who|which|how|promote|archive|remove|predict|show|list|tell|compare) /.test(next.text);
    if (!isOption) break;
    to = next.span.to;
  }
  return to;
}
