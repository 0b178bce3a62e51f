import type { InterpretationContext, KnownModel } from "../../interpreter.ts";
import { isEngineLayout } from "../features/engine-layouts.ts";
import { unitAfter } from "../features/measures.ts";
import { withNumber } from "../text/numbers.ts";
import type { Token } from "../text/tokenise.ts";
import type { ModelMention } from "./model-names.ts";

/** A version as it was said: by number, or by its place among the others. */
export interface VersionMention {
  said: "NUMBER" | "LATEST" | "NEW" | "PREVIOUS" | "PRODUCTION" | "CANDIDATE";
  number?: number;
  /** A number straight after a model's name ("titanic 2"), which may also be something else. */
  bare: boolean;
  first: number;
  last: number;
}

const ordinals = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];
const noun = /^(version|versions|ver|vers|v|model|one|candidate|run|release)$/;

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
    for (const mention of ordinalsAt(tokens, index)) add(mention);
    const acted = actedOnAt(tokens, index);
    if (acted) add(acted);
    const relative = relativeAt(tokens, index);
    if (relative) add(relative);
  }
  for (const model of models) {
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
      !/^(%|percent|,)$/.test(after?.norm ?? "") &&
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

/** "the second version", "the first and third versions". */
function ordinalsAt(tokens: readonly Token[], index: number): VersionMention[] {
  const found: VersionMention[] = [];
  let at = index;
  for (;;) {
    const ordinal = ordinals.indexOf(tokens[at]?.norm ?? "");
    if (ordinal < 0 || found.length === 10) return [];
    found.push({ said: "NUMBER", number: ordinal + 1, bare: false, first: at, last: at });
    at += 1;
    if (/^versions?$/.test(tokens[at]?.norm ?? "")) break;
    while (/^(and|,|&|with|to|against|or|the)$/.test(tokens[at]?.norm ?? "") && at < index + 12) at += 1;
  }
  const last = found.at(-1);
  if (last) last.last = at;
  return found;
}

/** "promote 3", "archive 2": a small number alone behind a verb for versions. */
function actedOnAt(tokens: readonly Token[], index: number): VersionMention | undefined {
  const [token, number, after] = [tokens[index], tokens[index + 1], tokens[index + 2]];
  if (!/^(promote|promoting|archive|archiving|activate|deploy|retire|restore)$/.test(token?.norm ?? ""))
    return undefined;
  const ends =
    after === undefined ||
    after.lineStart ||
    /^[,.;!?)]$/.test(after.text) ||
    /^(and|then|after|afterwards|now|please|instead|of|to|if|but|or|first|next|for)$/.test(after.norm);
  const isNumber = number?.kind === "NUMBER" && isVersion(number.number) && number.number > 0 && number.number < 1_000;
  return isNumber && ends
    ? { said: "NUMBER", number: number.number ?? 0, bare: true, first: index + 1, last: index + 1 }
    : undefined;
}

/** "the car 4 cylinders", "titanic 22 year old": the number counts what follows. */
function isCounting(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1]?.text === "-" ? tokens[at + 2] : tokens[at + 1];
  return next !== undefined && /^(cylinders?|cyl|horses|years?|yrs?|yo|rows?|columns?)$/.test(next.norm);
}

function numbersAfter(tokens: readonly Token[], index: number): VersionMention[] {
  const found: VersionMention[] = [];
  let at = index + 1;
  while (/^(#|:|no|number|nr|\.|-|_)$/.test(tokens[at]?.norm ?? "")) at += 1;
  let first = index;
  for (;;) {
    const token = tokens[at];
    // "version tow": behind the noun it can only be the number.
    const number = token?.norm === "tow" ? 2 : token && withNumber(token).number;
    if (!token || !isVersion(number) || tokens[at + 1]?.norm === "%") return found;
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
  if (word === "candidate") return { said: "CANDIDATE", bare: false, first: index, last: index };
  return undefined;
}

function isVersion(number: number | undefined): number is number {
  return number !== undefined && Number.isInteger(number) && number >= 0 && number < 1_000_000;
}

/** The model that versions are counted of: as said, else as spoken of last, else the active one, else the only one that has versions. */
export function modelOfVersions(said: string | undefined, context: InterpretationContext): KnownModel | undefined {
  const name = said ?? context.focus.model ?? context.activeModel;
  if (name !== undefined) return context.models.find(({ definition }) => definition.name === name);
  const trained = context.models.filter((model) => model.versions.length > 0);
  return trained.length === 1 ? trained[0] : undefined;
}

/** The number of a version as said, or undefined when the registry can't tell. */
export function resolveVersion(
  mention: VersionMention,
  model: KnownModel | undefined,
  focusVersion: number | undefined,
): number | undefined {
  if (mention.said === "NUMBER") return mention.number;
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
    case "PRODUCTION":
      return production;
    case "CANDIDATE": {
      const candidates = model.versions.filter(({ stage }) => stage === "CANDIDATE").map(({ version }) => version);
      return candidates.length > 0 ? Math.max(...candidates) : undefined;
    }
  }
}
