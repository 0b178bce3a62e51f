import type { InterpretationContext, KnownModel } from "../../interpreter.ts";
import { isEngineLayout } from "../features/engine-layouts.ts";
import { unitAfter } from "../features/measures.ts";
import { readNumbers, withNumber } from "../text/numbers.ts";
import type { Token } from "../text/tokenise.ts";
import type { ModelMention } from "./model-names.ts";

/** A version as it was said: by number, or by its place among the others. */
export interface VersionMention {
  said: "NUMBER" | "LATEST" | "NEW" | "PREVIOUS" | "OTHER" | "NTH" | "PRODUCTION" | "CANDIDATE";
  /** As said, so that it may be none that can be ("version 1.5", "version -2"); for NTH the place among those spoken of, -1 the last. */
  number?: number;
  /** A number straight after a model's name ("titanic 2"), which may also be something else. */
  bare: boolean;
  first: number;
  last: number;
}

const ordinals = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];
const noun = /^(version|versions|ver|vers|v|model|one|candidate|run|release)$/;
const verb =
  /^(promote|promoting|archive|archiving|activate|deploy|deploying|retire|retiring|restore|shelve|demote|decommission|mothball|sunset|publish|release|approve)$/;

/** Finds versions: "version two", "v2", "versions 1 and 2", "the second version", "the latest", "the one before", "titanic 2". */
export function findVersions(tokens: readonly Token[], models: readonly ModelMention[]): VersionMention[] {
  const found: VersionMention[] = [];
  const add = (mention: VersionMention) => {
    if (!found.some((other) => other.first <= mention.last && other.last >= mention.first)) found.push(mention);
  };
  for (const [index, token] of tokens.entries()) {
    if (models.some((model) => index > model.first && index <= model.last)) continue;
    const isEngine = isEngineLayout(tokens, index) && !models.some(({ last }) => last === index - 1);
    if (!isEngine && /^(version|versions|ver|vers|v)$/.test(token.norm))
      for (const mention of numbersAfter(tokens, index)) add(mention);
    for (const mention of ordinalsAt(tokens, index, models)) {
      add(mention);
      for (const other of alsoNth(tokens, mention)) add(other);
    }
    for (const mention of actedOnAt(tokens, index)) add(mention);
    for (const mention of rolledBackTo(tokens, index)) add(mention);
    const relative = relativeAt(tokens, index) ?? olderOf(tokens, index, models);
    if (relative) add(relative);
  }
  for (const model of models) {
    for (const mention of listedBehind(tokens, model)) add(mention);
    const refused = impossibleBehind(tokens, model);
    if (refused) add(refused);
    const numbered = numberedBehind(tokens, model);
    if (numbered) add(numbered);
    const mark = tokens[model.last + 1]?.text ?? "";
    // "titanic:2" is a version; what follows "cars: " is a description.
    const isColon = mark === ":" && tokens[model.last + 2]?.glued;
    const separator = isColon || /^[@#/]$/.test(mark) ? 1 : 0;
    const at = model.last + 1 + separator;
    const token = tokens[at];
    const after = tokens[at + 1];
    if (
      token?.kind === "NUMBER" &&
      isVersion(token.number) &&
      !/^(%|percent)$/.test(after?.norm ?? "") &&
      (after?.text !== "," || isActedOn(tokens, model, at) || isAskedOf(tokens, model)) &&
      (separator === 1 || ((token.number ?? 0) < 1_000 && !unitAfter(tokens, at) && !isCounting(tokens, at))) &&
      !(after?.text === "/" && after.glued)
    ) {
      add({
        said: "NUMBER",
        number: token.number ?? 0,
        bare: separator === 0,
        first: separator ? model.last + 1 : at,
        last: at,
      });
    }
  }
  return found.sort((a, b) => a.first - b.first);
}

/** "Put titanic number 3 in archive", "promote cars nr 2"; "penguin number 17" is a bird. */
function numberedBehind(tokens: readonly Token[], { first, last }: ModelMention): VersionMention | undefined {
  const { number } = tokens[last + 2] ?? {};
  if (!/^(?:number|nr|num)$/.test(tokens[last + 1]?.norm ?? "") || !isVersionNumber(number)) return undefined;
  const isActed = tokens
    .slice(Math.max(0, first - 4), first)
    .some(({ norm }) => verb.test(norm) || /^(?:put|take|make|compare|details|about|roll|remove|delete)$/.test(norm));
  if (!isActed) return undefined;
  return { said: "NUMBER", number, bare: false, first: last + 1, last: last + 2 };
}

/** "The details of cars 1, in that order". */
function isAskedOf(tokens: readonly Token[], { first }: ModelMention): boolean {
  return (
    /^(of|for|about|on)$/.test(tokens[first - 1]?.norm ?? "") &&
    /^(details?|metrics?|history|accuracy|status|info|scores?|card|summary|features|versions?)$/.test(
      tokens[first - 2]?.norm ?? "",
    )
  );
}

/** "remove titanic 1, not titanic 3": behind a verb for versions; what follows the comma is no second number. */
function isActedOn(tokens: readonly Token[], model: ModelMention, at: number): boolean {
  const isVerb = ({ norm }: Token) => verb.test(norm) || /^(remove|removing|delete|deleting|erase|drop)$/.test(norm);
  const next = tokens[at + 2];
  if (/^(then|and|or|but|not|please|what|who|how|show|tell|after|afterwards|if|so|thanks)$/.test(next?.norm ?? ""))
    return true;
  return next?.kind === "WORD" && tokens.slice(Math.max(0, model.first - 3), model.first).some(isVerb);
}

/** "the second version", "the first and third versions", "the first titanic version", "promote the third". */
function ordinalsAt(tokens: readonly Token[], index: number, models: readonly ModelMention[]): VersionMention[] {
  const found: VersionMention[] = [];
  let at = index;
  for (;;) {
    const ordinal = ordinals.indexOf(tokens[at]?.norm ?? "");
    if (ordinal < 0 || found.length === 10) return [];
    found.push({ said: "NUMBER", number: ordinal + 1, bare: false, first: at, last: at });
    at += 1;
    if (/^versions?$/.test(tokens[at]?.norm ?? "")) break;
    const model = models.find(({ first }) => first === at);
    if (model && /^versions?$/.test(tokens[model.last + 1]?.norm ?? "")) return found;
    const [one, two] = [tokens[index - 1]?.norm ?? "", tokens[index - 2]?.norm ?? ""];
    const isEnd =
      tokens[at] === undefined || /^(?:[.,;!?]|of|and|then|please|instead|now)$/.test(tokens[at]?.norm ?? "");
    if (found.length === 1 && isEnd && one === "the" && verb.test(two)) return found;
    while (/^(and|,|&|with|to|against|or|the)$/.test(tokens[at]?.norm ?? "") && at < index + 12) at += 1;
  }
  const last = found.at(-1);
  if (last) last.last = at;
  return found;
}

/** "The first version or the second": a place behind one that was said. */
function alsoNth(tokens: readonly Token[], { last }: VersionMention): VersionMention[] {
  const [joint = "", the = "", word = ""] = tokens.slice(last + 1, last + 4).map(({ norm }) => norm);
  const end = tokens[last + 4];
  const ordinal = ordinals.indexOf(word);
  if (!/^(?:or|and|than|vs|versus)$/.test(joint) || the !== "the" || ordinal < 0) return [];
  if (end !== undefined && !/^(?:[.,;!?]|one|then|please)$/.test(end.norm)) return [];
  return [{ said: "NUMBER", number: ordinal + 1, bare: false, first: last + 3, last: last + 3 }];
}

/** "Roll titanic back to 2". */
function rolledBackTo(tokens: readonly Token[], index: number): VersionMention[] {
  const { number } = tokens[index + 1] ?? {};
  const before = tokens.slice(Math.max(0, index - 4), index).map(({ norm }) => norm);
  const isBack =
    before.includes("back") &&
    tokens.slice(0, index).some(({ norm }) => /^(?:roll|rollback|go|switch|put|set|bring|take)$/.test(norm));
  if (
    tokens[index]?.norm !== "to" ||
    !(isBack || before.includes("rollback")) ||
    !isVersionNumber(number) ||
    number >= 1_000
  )
    return [];
  const after = tokens[index + 2];
  const ends =
    after === undefined || /^[,.;!?)]$/.test(after.text) || /^(?:and|then|please|now|again)$/.test(after.norm);
  return ends ? [{ said: "NUMBER", number, bare: false, first: index + 1, last: index + 1 }] : [];
}

/** "promote 3", "archive 1 and 2", "retire number two": small numbers alone behind a verb for versions. */
function actedOnAt(tokens: readonly Token[], index: number): VersionMention[] {
  if (!verb.test(tokens[index]?.norm ?? "")) return [];
  const isNumbered = /^(number|no|nr|#)$/.test(tokens[index + 1]?.norm ?? "");
  const at = isNumbered ? index + 2 : index + 1;
  if (tokens[at]?.kind !== "NUMBER" && !isNumbered) return [];
  const found = listAt(tokens, at);
  const after = tokens[(found.at(-1)?.last ?? index) + 1];
  const ends =
    after === undefined ||
    after.lineStart ||
    /^[,.;!?)]$/.test(after.text) ||
    /^(and|then|after|afterwards|now|please|instead|of|to|if|but|or|first|next|for|from|in|on|when|once|too|as)$/.test(
      after.norm,
    );
  const [one, ...more] = found;
  return one && ends ? [{ ...one, first: index + 1 }, ...more] : [];
}

/** "titanic three", "titanic one, two and three", "titanic 1 and 3": numbers behind a name, where they count nothing. */
function listedBehind(tokens: readonly Token[], model: ModelMention): VersionMention[] {
  const start = model.last + 1;
  const found = listAt(tokens, start);
  const last = found.at(-1);
  if (!last || (tokens[start]?.kind === "NUMBER" && found.length === 1)) return [];
  const after = tokens[last.last + 1];
  const isClosed = after === undefined || after.kind === "PUNCT" || closing.test(after.norm);
  // "The titanic one" names no version, and "cars two doors" counts.
  return isClosed && !(found.length === 1 && found[0]?.number === 1) ? found : [];
}

/** Small whole numbers one behind the other, joined by commas, "and" or the like; none where one of them counts or measures something. */
function listAt(tokens: readonly Token[], start: number): VersionMention[] {
  const found: VersionMention[] = [];
  let at = start;
  for (;;) {
    const token = tokens[at];
    const { number } = token ?? {};
    if (!isVersionNumber(number) || number >= 1_000 || found.length === 10) return found;
    const after = tokens[at + 1];
    if (unitAfter(tokens, at) || isCounting(tokens, at) || after?.kind === "NUMBER" || after?.norm === "%")
      return found.length > 0 && tokens[at - 1]?.norm !== "and" ? found : [];
    found.push({ said: "NUMBER", number, bare: true, first: at, last: at });
    let next = at + 1;
    while (/^(,|and|&|vs|versus|with|to|against|or)$/.test(tokens[next]?.norm ?? "") && next < at + 3) next += 1;
    if (next === at + 1) return found;
    at = next;
  }
}

/** What may follow a number word that says a version. */
const closing =
  /^(and|or|then|to|in|into|on|live|is|was|has|had|did|does|against|vs|versus|with|next|side|please|pls|out|up|down|back|from|now|by|for|promoted|archived|instead|looks?|scores?|performs?|compare|compared|better|good|trained)$/;

/** "promote titanic 1.5", "archive cars -2": behind a verb for versions a number that can be none is meant for one. */
function impossibleBehind(tokens: readonly Token[], model: ModelMention): VersionMention | undefined {
  if (!tokens.slice(Math.max(0, model.first - 3), model.first).some(({ norm }) => verb.test(norm))) return undefined;
  const [number] = readNumbers(tokens.slice(0, model.last + 4)).filter(({ first }) => first === model.last + 1);
  if (number?.kind !== "PLAIN" || isVersion(number.value) || unitAfter(tokens, number.last)) return undefined;
  return { said: "NUMBER", number: number.value, bare: false, first: number.first, last: number.last };
}

/** "the car 4 cylinders", "titanic 22 year old": the number counts what follows. */
function isCounting(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1]?.text === "-" ? tokens[at + 2] : tokens[at + 1];
  return next !== undefined && /^(cylinders?|cyl|horses|years?|yrs?|yo|rows?|columns?)$/.test(next.norm);
}

function numbersAfter(tokens: readonly Token[], index: number): VersionMention[] {
  const found: VersionMention[] = [];
  const ordinal = ordinals.indexOf(tokens[index + 1]?.norm ?? "");
  // "version first of cars"
  if (ordinal >= 0 && /^(of|from|in|for|to)$/.test(tokens[index + 2]?.norm ?? "of"))
    return [{ said: "NUMBER", number: ordinal + 1, bare: false, first: index, last: index + 1 }];
  const refused = impossibleAfter(tokens, index);
  if (refused) return [refused];
  let at = index + 1;
  while (/^(#|:|no|number|nr|\.|-|_)$/.test(tokens[at]?.norm ?? "")) at += 1;
  // "A version, 1 or 3"
  if (tokens[at]?.text === "," && tokens[at + 1]?.kind === "NUMBER" && tokens[at + 2]?.norm === "or") at += 1;
  let first = index;
  for (;;) {
    const token = tokens[at];
    // "version tow": behind the noun it can only be the number.
    const number = token?.norm === "tow" ? 2 : token && withNumber(token).number;
    if (!token || tokens[at + 1]?.norm === "%") return found;
    if (
      !isVersion(number) &&
      !(found.length > 0 && number !== undefined && /^versions$/.test(tokens[index]?.norm ?? ""))
    )
      return found;
    found.push({ said: "NUMBER", number, bare: false, first, last: at });
    let next = at + 1;
    while (/^(,|and|&|vs|versus|with|to|against|or|\/|than|\.|-)$/.test(tokens[next]?.norm ?? "") && next < at + 4)
      next += 1;
    if (next === at + 1) return found;
    if (tokens[next]?.norm === "version" || tokens[next]?.norm === "v") return found;
    const following = tokens[next + 1]?.norm ?? "";
    if (/^(%|percent|class|years?|year)$/.test(following)) return found;
    at = next;
    first = next;
  }
}

/** "version 1.5", "v2.5", "version -2", "version minus one", "v999999999999": a number that no version can have. */
function impossibleAfter(tokens: readonly Token[], index: number): VersionMention | undefined {
  const isMinus = tokens[index + 1]?.text === "-" && !tokens[index + 1]?.glued && tokens[index + 2]?.glued;
  const numbers = readNumbers(tokens.slice(index, index + 6));
  const said = numbers.find(({ first }) => first === 1 || (isMinus && first === 2));
  if (said?.kind !== "PLAIN") return undefined;
  const value = isMinus ? -Math.abs(said.value) : said.value;
  // "v 2.5 l" is an engine.
  if (isVersion(value) || (unitAfter(tokens, index + said.last) && !isMinus)) return undefined;
  return { said: "NUMBER", number: value, bare: false, first: index, last: index + said.last };
}

/** "the production titanic", "cars that is in production": the version that serves, said beside a model's name. */
export function servingBeside(tokens: readonly Token[], model: ModelMention): VersionMention | undefined {
  const at = (index: number): VersionMention => ({ said: "PRODUCTION", bare: false, first: index, last: index });
  if (/^(production|live|deployed|serving)$/.test(tokens[model.first - 1]?.norm ?? "")) return at(model.first - 1);
  const after = tokens.slice(model.last + 1, model.last + 7).map(({ norm }) => norm);
  const [words] =
    /^(?:version |model |one )?(?:that |which )?(?:is |'s )?(?:currently |now )?in (?:production|prod)/.exec(
      after.join(" "),
    ) ?? [];
  return words === undefined ? undefined : at(model.last + words.split(" ").length);
}

/** "the previous titanic", "the older cars version". */
function olderOf(tokens: readonly Token[], index: number, models: readonly ModelMention[]): VersionMention | undefined {
  const named = models.find(({ first }) => first === index + 1);
  const isNewer = /^(new|newer|newest|latest)$/.test(tokens[index]?.norm ?? "");
  if (isNewer && named && /^(version|one)$/.test(tokens[named.last + 1]?.norm ?? ""))
    return { said: "LATEST", bare: false, first: index, last: index };
  const isOlder = /^(previous|prior|older|earlier|preceding)$/.test(tokens[index]?.norm ?? "");
  return isOlder && models.some(({ first }) => first === index + 1)
    ? { said: "PREVIOUS", bare: false, first: index, last: index }
    : undefined;
}

/** "The version you just trained". */
const justMade =
  /^(?:(?:that|which) )?(?:(?:you|we|i) )?(?:have |was |got )?just (?:now )?(?:trained|made|built|created|registered)(?= |$)/;

function relativeAt(tokens: readonly Token[], index: number): VersionMention | undefined {
  const word = tokens[index]?.norm ?? "";
  const next = tokens[index + 1]?.norm ?? "";
  const previous = tokens[index - 1]?.norm ?? "";
  const span = noun.test(next) ? { first: index, last: index + 1 } : { first: index, last: index };
  if (/^(latest|newest)$/.test(word)) return { said: "LATEST", bare: false, ...span };
  if (word === "recent" && previous === "most")
    return { said: "LATEST", bare: false, first: index - 1, last: span.last };
  if (word === "last" && noun.test(next)) return { said: "LATEST", bare: false, ...span };
  if (/^(new|newer|fresh)$/.test(word) && noun.test(next) && /^(the|this|that)$/.test(previous))
    return { said: "NEW", bare: false, ...span };
  const made = tokens
    .slice(index + 1, index + 6)
    .map(({ norm }) => norm)
    .join(" ");
  if (/^(version|one|model)$/.test(word) && justMade.test(made))
    return { said: "NEW", bare: false, first: index, last: index + (justMade.exec(made)?.[0].split(" ").length ?? 0) };
  if (/^(previous|prior|older|earlier|preceding)$/.test(word) && noun.test(next))
    return { said: "PREVIOUS", bare: false, ...span };
  if (
    word === "previous" &&
    previous === "the" &&
    (next === "" || !tokens[index + 1] || tokens[index + 1]?.kind === "PUNCT")
  )
    return { said: "PREVIOUS", bare: false, ...span };
  if (/^(before|earlier)$/.test(word) && /^(one|version|it|that)$/.test(previous))
    return { said: "PREVIOUS", bare: false, first: index - 1, last: index };
  if (/^(production|current|live|active|deployed)$/.test(word) && /^(version|one|model)$/.test(next))
    return { said: "PRODUCTION", bare: false, ...span };
  const place = ordinals.indexOf(word);
  if (previous === "the" && ((place >= 0 && next === "one") || /^(?:former|latter)$/.test(word)))
    return { said: "NTH", number: word === "latter" ? -1 : Math.max(0, place) + 1, bare: false, ...span };
  if (word === "other" && previous === "the" && /^(?:one|version)$/.test(next))
    return { said: "OTHER", bare: false, ...span };
  if (word === "candidate" || (word === "candidates" && previous === "the" && tokens[index - 2]?.norm === "of"))
    return { said: "CANDIDATE", bare: false, first: index, last: index };
  return undefined;
}

function isVersion(number: number | undefined): number is number {
  return number !== undefined && Number.isInteger(number) && number >= 0 && number < 1_000_000;
}

/** Whether a version can have this number. */
export function isVersionNumber(number: number | undefined): number is number {
  return isVersion(number) && number > 0;
}

/** The model that versions are counted of: as said, else as spoken of last, else the active one, else the only one that has versions. */
export function modelOfVersions(said: string | undefined, context: InterpretationContext): KnownModel | undefined {
  const name = said ?? context.focus.model ?? context.activeModel;
  if (name !== undefined) return context.models.find(({ definition }) => definition.name === name);
  const trained = context.models.filter((model) => model.versions.length > 0);
  return trained.length === 1 ? trained[0] : undefined;
}

/**
 * The number of a version as said, or undefined when the registry can't tell. `among` are the versions that were spoken of together: "the
 * other one" is one of them, else of all.
 */
export function resolveVersion(
  mention: VersionMention,
  model: KnownModel | undefined,
  focusVersion: number | undefined,
  among: readonly number[] = [],
): number | undefined {
  if (mention.said === "NUMBER") return isVersionNumber(mention.number) ? mention.number : undefined;
  if (!model) return undefined;
  const numbers = model.versions.map(({ version }) => version).sort((a, b) => b - a);
  const production = model.versions.find(({ stage }) => stage === "PRODUCTION")?.version;
  switch (mention.said) {
    case "LATEST":
    case "NEW":
      return numbers[0];
    case "PREVIOUS": {
      const from = focusVersion ?? production ?? numbers[0];
      return numbers.find((number) => from !== undefined && number < from);
    }
    case "NTH":
      return among.length > 1 ? among.at((mention.number ?? 1) > 0 ? (mention.number ?? 1) - 1 : -1) : undefined;
    case "OTHER": {
      const from = focusVersion ?? production;
      const left = (among.length > 1 ? among : numbers).filter((number) => number !== from);
      return left.length === 1 ? left[0] : undefined;
    }
    case "PRODUCTION":
      return production;
    case "CANDIDATE": {
      const candidates = model.versions.filter(({ stage }) => stage === "CANDIDATE").map(({ version }) => version);
      return candidates.length > 0 ? Math.max(...candidates) : undefined;
    }
  }
}
