import type { Intent, InterpretationContext, KnownModel } from "../../interpreter.ts";
import type { ClauseView } from "../clauses/clause-view.ts";
import {
  isVersionNumber,
  modelOfVersions,
  resolveVersion,
  servingBeside,
  type VersionMention,
} from "../entities/versions.ts";
import { afterCorrections } from "../text/corrections.ts";
import type { MessageReading } from "../text/read-message.ts";
import { isNegatedVersion } from "./clause-parts.ts";
import { pronounIn } from "./pronouns.ts";
import type { SlotWriter } from "./slot-writer.ts";

const impossible = "A version is a whole number, counted from 1.";

/** What else a version depends on. */
export interface VersionSurroundings {
  reading: MessageReading;
  context: InterpretationContext;
  /** The model as it was read, if one was. */
  model: string | undefined;
  /** A version that was spoken of earlier in the message, and is meant here by "it". */
  carried: VersionMention | undefined;
  /** The model was named earlier in the message. */
  carriesModel: boolean;
  /** A new version is being made: "it" has no number yet. */
  trains: boolean;
}

/** Writes the one version that an intent is about. */
export function writeVersion(
  intent: Intent,
  clause: ClauseView,
  said: readonly VersionMention[],
  surroundings: VersionSurroundings,
  writer: SlotWriter,
): void {
  const { reading, context, model, carried, trains } = surroundings;
  const known = modelOfVersions(model, context);
  const sameModel = model === undefined || model === context.focus.model;
  const named = said.length === 0 && intent === "AUDIT_HISTORY" ? askedByNumber(clause, reading) : said;
  const own = named.filter((item) => !isNegatedVersion(reading, item) && !(intent === "ROLLBACK" && isLeft(item)));
  const mentions = afterCorrections(own.length > 0 ? [...own, ...correctedTo(clause, reading)] : own, reading.tokens);
  const [first, second] = mentions;
  const mention = intent === "PROMOTE" && first && second && isReplaced(first, second, reading) ? second : first;
  const isCondition = / if (?:\S+ ){0,4}(?:best|better) /.test(clause.text);
  const best = mention || isCondition ? -1 : clause.words.findIndex((word) => /^(best|better)$/.test(word));
  const bestAt = clause.tokenOf[best];
  if (/^(?:PROMOTE|ARCHIVE|REMOVE)$/.test(intent) && bestAt !== undefined) {
    const message = `Which version is the ${clause.words[best]} one is for you to say: compare them, then name one by its number.`;
    writer.refuse("version", bestAt, bestAt, message);
    return;
  }
  const some = /^(?:PROMOTE|ARCHIVE)$/.test(intent) ? oneOfSeveral(clause) : undefined;
  if (some !== undefined && (model !== undefined || context.focus.model !== undefined || mention === undefined)) {
    const of = known === undefined ? "" : ` of ${known.definition.name}`;
    const isOfAny = mention !== undefined && isOneOfThem(mention, model, surroundings);
    if (!isOfAny) {
      const isOr = / VERSION or /.test(clause.text) && own.length > 1;
      const [from, to] = isOr ? [own[0]?.first ?? some, own.at(-1)?.last ?? some] : [some, some];
      writer.refuse("version", from, to, `Which version${of} do you mean?`, among(clause, own, known));
      return;
    }
  }
  if ((intent === "ARCHIVE" || intent === "REMOVE") && !mention) {
    const all = clause.words.findIndex(
      (word, at) => /^(every|all|each)$/.test(word) && isOfVersions(clause.words[at + 1]),
    );
    const at = clause.tokenOf[all];
    if (at !== undefined) {
      writer.refuse("version", at, at, "Versions are archived and removed one at a time: name the one that you mean.");
      return;
    }
  }
  if (intent === "PROMOTE" && mention && second && areSideBySide(mention, second, reading)) {
    writer.refuse(
      "version",
      mention.first,
      second.last,
      "Only one version of a model can be in production: say which.",
    );
    return;
  }
  if (
    mention &&
    !(mention.said === "PRODUCTION" && intent === "PROMOTE") &&
    !(intent === "ROLLBACK" && mention.said === "PREVIOUS")
  ) {
    if (trains && mention.said !== "NUMBER") return;
    // "Promote the candidate", where several models have one: which model is asked first.
    const elsewhere = otherCandidate(mention, model, surroundings);
    if (elsewhere) {
      writer.set("model", elsewhere.model, mention.first, mention.last);
      writer.set("version", elsewhere.version, mention.first, mention.last);
      return;
    }
    if (isOfAnyModel(mention, model, context) || isOneOfThem(mention, model, surroundings)) {
      writer.set("place", mention.said === "CANDIDATE" ? "CANDIDATE" : "LATEST", mention.first, mention.last);
      return;
    }
    const { focus } = context;
    const among = focus.compared && focus.compared.model === known?.definition.name ? focus.compared.versions : [];
    const number = resolveVersion(mention, known, sameModel ? focus.version : undefined, among);
    if (number !== undefined) writer.set("version", number, mention.first, mention.last);
    else if (mention.said === "NUMBER") writer.refuse("version", mention.first, mention.last, impossible);
    else if (mention.said !== "NTH" || /^(?:PROMOTE|ARCHIVE|REMOVE)$/.test(intent))
      writer.refuse("version", mention.first, mention.last, noSuch(mention, known?.definition.name));
    return;
  }
  const serving = servingIn(intent, clause, reading);
  const production = known?.versions.find(({ stage }) => stage === "PRODUCTION")?.version;
  if (serving !== undefined && production !== undefined) {
    const isFocus =
      clause.models.length === 0 &&
      sameModel &&
      context.focus.version !== undefined &&
      pronounIn(clause, reading) !== undefined;
    if (!isFocus) {
      writer.set("version", production, serving, serving);
      return;
    }
  }
  const at = pronounIn(clause, reading);
  if (trains || clause.models.length > 0) return;
  if (carried && isVersionNumber(carried.number)) writer.set("version", carried.number, carried.first, carried.last);
  else if (
    (byFocus.has(intent) || (intent === "REMOVE" && saysThatVersion(clause))) &&
    context.focus.version !== undefined &&
    at !== undefined &&
    !surroundings.carriesModel
  ) {
    // "Is it live now? Promote it": what is in production already can't be meant.
    if (intent === "PROMOTE" && context.focus.version === production) return;
    writer.set("version", context.focus.version, at, at);
  }
}

/** "Who trained 3?" */
function askedByNumber(clause: ClauseView, reading: MessageReading): VersionMention[] {
  const asks = / (?:trained|promoted|archived|made|built|created|deployed|released|retired) NUM (?:please |then )?$/;
  return asks.test(clause.text) ? lastNumber(clause, reading) : [];
}

function lastNumber(clause: ClauseView, { tokens }: MessageReading): VersionMention[] {
  const at = clause.tokenOf[clause.words.lastIndexOf("NUM")];
  const number = at === undefined ? undefined : tokens[at]?.number;
  return at === undefined || !isVersionNumber(number)
    ? []
    : [{ said: "NUMBER", number, bare: true, first: at, last: at }];
}

/** "Promote version 1, I mean 2": behind a correction a number alone is a version. */
function correctedTo(clause: ClauseView, reading: MessageReading): VersionMention[] {
  const match =
    / (?:i mean|i meant|sorry|wait|no|rather|make that|make it|correction)(?: (?:no|sorry|wait))? NUM (?:please )?$/.exec(
      clause.text,
    );
  return match ? lastNumber(clause, reading) : [];
}

/** "Since the last release it is weird, go back": what is newest or serves is what a rollback leaves. */
function isLeft({ said }: VersionMention): boolean {
  return said === "LATEST" || said === "NEW" || said === "PRODUCTION" || said === "CANDIDATE";
}

function isOfAnyModel(
  { said }: VersionMention,
  model: string | undefined,
  { focus, models }: InterpretationContext,
): boolean {
  if (model !== undefined || focus.model !== undefined || !/^(?:LATEST|NEW|CANDIDATE)$/.test(said)) return false;
  return models.filter(hasCandidate).length > 1;
}

/** "One of the titanic versions", "one of the two candidates": which is not said. The place of its first word. */
function oneOfSeveral(clause: ClauseView): number | undefined {
  const at = clause.text.search(
    / (?:one|any) of (?:the|its|our|my) (?:\S+ ){0,2}?(?:versions|candidates|VERSION) | VERSION or (?:(?:MODEL|the) )?VERSION | ask me which /,
  );
  return at < 0 ? undefined : clause.tokenOf[clause.wordAt(at)];
}

/** The versions that it is one of: those named, or the candidates. */
function among(clause: ClauseView, said: readonly VersionMention[], known: KnownModel | undefined): number[] {
  const numbers = said.flatMap(({ number }) => (isVersionNumber(number) ? [number] : []));
  const candidates = known?.versions.flatMap(({ version, stage }) => (stage === "CANDIDATE" ? [version] : [])) ?? [];
  return numbers.length > 1 ? numbers : / candidates /.test(clause.text) ? candidates : [];
}

function hasCandidate({ versions }: KnownModel): boolean {
  return versions.some(({ stage }) => stage === "CANDIDATE");
}

/** "One of the candidates": whichever model was spoken of last. */
function isOneOfThem(
  { said, first }: VersionMention,
  model: string | undefined,
  { reading, context }: VersionSurroundings,
): boolean {
  const before = reading.tokens.slice(Math.max(0, first - 3), first).map(({ norm }) => norm);
  if (said !== "CANDIDATE" || model !== undefined || before.join(" ") !== "one of the") return false;
  return context.models.filter(hasCandidate).length > 1;
}

/** "The other candidate too", after that of one model: the only other model's that has one. */
function otherCandidate(
  { said, first }: VersionMention,
  model: string | undefined,
  { reading, context }: VersionSurroundings,
): { model: string; version: number } | undefined {
  if (said !== "CANDIDATE" || model !== undefined || reading.tokens[first - 1]?.norm !== "other") return undefined;
  const others = context.models.filter((known) => known.definition.name !== context.focus.model && hasCandidate(known));
  const [only] = others;
  const version = only && resolveVersion({ said, bare: false, first, last: first }, only, undefined);
  return only && version !== undefined && others.length === 1 ? { model: only.definition.name, version } : undefined;
}

/** "Delete that version": not the model. */
export function saysThatVersion(clause: ClauseView): boolean {
  return / (?:this|that) version /.test(clause.text);
}

const byFocus: ReadonlySet<Intent> = new Set(["PROMOTE", "ARCHIVE", "MODEL_DETAILS", "AUDIT_HISTORY"]);

function isOfVersions(word: string | undefined): boolean {
  return /^(?:versions?|of|the|MODEL|VERSION|them|other|others|old)$/.test(word ?? "");
}

/** "switch from v2 to v3", "replace v2 with v3", "swap 2 for 3": the second takes the place of the first. */
function isReplaced(a: VersionMention, b: VersionMention, { tokens }: MessageReading): boolean {
  const words = (from: number, to: number) =>
    tokens
      .slice(Math.max(0, from), to)
      .map(({ norm }) => norm)
      .join(" ");
  const [before, between] = [words(a.first - 5, a.first), words(a.last + 1, b.first)];
  if (/\bfrom\b/.test(before) && /(?:^| )(?:on |over )?to(?: the)?$/.test(between)) return true;
  return (
    /\b(?:replace|replacing|swap|swapping|exchange|substitute)\b/.test(before) &&
    /(?:^| )(?:with|by|for)(?: the)?$/.test(between)
  );
}

/** "versions 1 and 2", "v1, v2", "1 or 2". */
function areSideBySide(a: VersionMention, b: VersionMention, { tokens }: MessageReading): boolean {
  const between = tokens.slice(a.last + 1, b.first).map(({ norm }) => norm);
  return a.said === "NUMBER" && b.said === "NUMBER" && a.number !== b.number && between.length > 0
    ? between.every((word) => /^(?:and|or|,|&|\/|\+|both|version|the)$/.test(word))
    : false;
}

/** The word by which the version that serves is meant: of what is archived, or of a model that is asked after. */
function servingIn(intent: Intent, clause: ClauseView, reading: MessageReading): number | undefined {
  if (intent === "ARCHIVE") {
    const at = clause.words.findIndex((word) => /^(production|prod|live|offline|serving)$/.test(word));
    return clause.tokenOf[at];
  }
  const [model] = clause.models;
  return intent === "MODEL_DETAILS" && model ? servingBeside(reading.tokens, model)?.first : undefined;
}

function noSuch(mention: VersionMention, model: string | undefined): string {
  const of = model === undefined ? "" : ` of ${model}`;
  if (mention.said === "OTHER" || mention.said === "NTH") return `Which version${of} do you mean?`;
  return mention.said === "PREVIOUS"
    ? `There is no version${of} before that one.`
    : `There is no such version${of} yet.`;
}

/** Writes the versions that a comparison names. */
export function writeVersions(
  clause: ClauseView,
  said: readonly VersionMention[],
  model: string | undefined,
  reading: MessageReading,
  context: InterpretationContext,
  writer: SlotWriter,
): void {
  const known = modelOfVersions(model, context);
  const mentions = [...withBareNumbers(clause, reading, said), ...servingOf(clause)].sort((a, b) => a.first - b.first);
  const numbers: number[] = [];
  let last: number | undefined;
  let first: number | undefined;
  for (const mention of mentions) {
    const number = resolveVersion(mention, known, numbers.at(-1) ?? context.focus.version);
    if (number === undefined && mention.said === "NUMBER")
      writer.refuse("versions", mention.first, mention.last, impossible);
    if (number === undefined || numbers.includes(number)) continue;
    numbers.push(number);
    first ??= mention.first;
    last = mention.last;
  }
  const at = numbers.length === 1 ? pronounIn(clause, reading) : undefined;
  const other = at === undefined ? undefined : (saidBefore(clause, reading) ?? spokenOf(model, known, context));
  if (at !== undefined && other !== undefined && !numbers.includes(other)) {
    const isBefore = at < (first ?? at);
    numbers.splice(isBefore ? 0 : 1, 0, other);
    first = Math.min(first ?? at, at);
    last = Math.max(last ?? at, at);
  }
  if (first !== undefined && last !== undefined) writer.set("versions", numbers, first, last);
}

/** "Show me titanic 3's metrics, compare it with version 2": the version that the clause before it names. */
function saidBefore(clause: ClauseView, reading: MessageReading): number | undefined {
  const earlier = reading.clauses.slice(0, reading.clauses.indexOf(clause));
  const said = earlier.findLast(({ versions }) => versions.length > 0)?.versions ?? [];
  const [only, ...more] = said.filter((version) => version.said === "NUMBER" && !isNegatedVersion(reading, version));
  return more.length === 0 && isVersionNumber(only?.number) ? only.number : undefined;
}

/** "compare it with version 1": the version that was spoken of last, else the one in production. */
function spokenOf(
  model: string | undefined,
  known: KnownModel | undefined,
  context: InterpretationContext,
): number | undefined {
  const { focus } = context;
  if (focus.version !== undefined && (model === undefined || model === focus.model)) return focus.version;
  return known?.versions.find(({ stage }) => stage === "PRODUCTION")?.version;
}

/** "with the one in production", "the live titanic": in a comparison it is one of the two. */
function servingOf(clause: ClauseView): VersionMention[] {
  return clause.words.flatMap((word, position): VersionMention[] => {
    const at = clause.tokenOf[position];
    if (!/^(?:production|prod|live|serving)$/.test(word) || at === undefined) return [];
    return [{ said: "PRODUCTION", bare: false, first: at, last: at }];
  });
}

/** "which is better, 1 or 3?": in a comparison small whole numbers are versions. */
function withBareNumbers(
  clause: ClauseView,
  reading: MessageReading,
  mentions: readonly VersionMention[],
): VersionMention[] {
  const bare = clause.tokenOf.flatMap((index, position): VersionMention[] => {
    const { number } = reading.tokens[index] ?? {};
    if (clause.words[position] !== "NUM" || !isVersionNumber(number) || number >= 1_000) return [];
    return [{ said: "NUMBER", number, bare: true, first: index, last: index }];
  });
  return [...mentions, ...bare];
}
