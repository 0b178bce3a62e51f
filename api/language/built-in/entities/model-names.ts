import type { KnownModel } from "../../interpreter.ts";
import { actVerbs } from "../clauses/act-verbs.ts";
import { compileDefinition } from "../features/compiled-definition.ts";
import { generalWords } from "../text/common-words.ts";
import { domainWords } from "../text/domain-words.ts";
import { isFrequentWord } from "../text/english-words.ts";
import type { Token } from "../text/tokenise.ts";
import { isNearName, squeezeName } from "./near-names.ts";
import { isAlgorithm } from "./training-options.ts";
import { isParameterName } from "./training-params.ts";

/** A model that the message names. */
export interface ModelMention {
  /** A known name, or the name as said. */
  name: string;
  known: boolean;
  first: number;
  last: number;
}

const notNames =
  /^(role|fashion|car|phone|top|scale|business|language|climate|super|train|toy|weather|economic|pricing|data|mental|nude|latest|trained|deployed|machine|learning|ai|ml|lego|plane|sports|what|that|statistical|big|own|champion|challenger|serving)$/;

const isOrdinary = (word: string) => generalWords.has(word) || domainWords.has(word);

/** Finds names and aliases of known models (misspelt, with other separators, with "s") and names of models that there are not. */
export function findModels(
  tokens: readonly Token[],
  models: readonly KnownModel[],
  isKnown: (word: string) => boolean = isOrdinary,
): ModelMention[] {
  const matches = models
    .flatMap(({ definition }) => compileDefinition(definition).names.find(tokens))
    .sort((a, b) => a.first - b.first || b.length - a.length);
  const found: ModelMention[] = [];
  let end = -1;
  for (const match of matches) {
    if (match.first <= end) continue;
    found.push({ name: match.value, known: true, first: match.first, last: match.last });
    end = match.last;
  }
  for (const mention of unknownNames(tokens, models, isKnown)) {
    if (!found.some((other) => other.first <= mention.last && other.last >= mention.first)) found.push(mention);
  }
  return found.sort((a, b) => a.first - b.first);
}

/** "Promote foo", and nothing else: whatever foo is, it is meant for a model. */
function onlySubject(tokens: readonly Token[]): number | undefined {
  const words = [...tokens.keys()].filter((index) => {
    const { kind, norm } = tokens[index] ?? {};
    return kind !== "PUNCT" && norm !== "please" && norm !== "pls";
  });
  const [verb, subject, ...more] = words;
  const isAct = /^(?:promote|archive|remove|delete|retire|deploy|rollback)$/.test(tokens[verb ?? -1]?.norm ?? "");
  return isAct && more.length === 0 ? subject : undefined;
}

function unknownNames(
  tokens: readonly Token[],
  models: readonly KnownModel[],
  isKnown: (word: string) => boolean,
): ModelMention[] {
  const found: ModelMention[] = [];
  const features = new Set(models.flatMap(({ definition }) => definition.features.map(({ name }) => name)));
  const subject = onlySubject(tokens);
  for (let first = 0; first < tokens.length; first += 1) {
    const code = codeLikeAt(tokens, first);
    if (code && (features.has(code.text.toLowerCase()) || isOptionName(tokens, code))) {
      first = code.last;
      continue;
    }
    if (code) {
      found.push(nearestKnown({ name: code.text, known: false, first, last: code.last }, models));
      first = code.last;
      continue;
    }
    const [token, next] = [tokens[first], tokens[first + 1]];
    if (token?.kind !== "WORD" || token.norm.length < 3) continue;
    const isForeign = !isKnown(token.norm) && !notNames.test(token.norm);
    const previous = tokens[first - 1]?.norm ?? "";
    const afterName =
      /^(called|named)$/.test(previous) ||
      (previous === "model" &&
        /^(the|of|for|about|a|remove|delete|archive|promote|train)$/.test(tokens[first - 2]?.norm ?? ""));
    const beforeNoun =
      /^(model|models|classifier|regressor|predictor)$/.test(next?.norm ?? "") ||
      (next?.norm === "version" && tokens[first + 2]?.kind === "NUMBER" && !isFrequentWord(token.norm)) ||
      (next?.norm === "v" && tokens[first + 2]?.kind === "NUMBER" && actVerbs.has(previous));
    const quoted = /^["'“‘«`]$/.test(tokens[first - 1]?.text ?? "") && /^["'”’»`]$/.test(next?.text ?? "");
    const isWhole = first === subject && isForeign && !isFrequentWord(token.norm);
    if (isWhole || (isForeign && (afterName || beforeNoun || quoted)))
      found.push(nearestKnown({ name: token.text, known: false, first, last: first }, models));
  }
  return found;
}

/** `test_size=0.2`, `random_forest`: options of a training and algorithms are no models. */
function isOptionName(tokens: readonly Token[], code: { text: string; last: number }): boolean {
  const name = code.text.toLowerCase();
  if (isAlgorithm(name) || isParameterName(name) || optionNames.test(name)) return true;
  const mark = tokens[code.last + 1]?.text ?? "";
  if (mark === "=" && tokens[code.last + 2]?.kind === "NUMBER") return true;
  return /^[=:]$/.test(mark) && name.split("_").every(isOrdinary);
}

const optionNames =
  /^(?:(?:test|train|training|holdout|validation)_(?:size|share|fraction|part|ratio)|random_(?:state|seed)|seed_value)$/;

/** `churn-2024`, `credit_risk_v2`: letters joined by underscores, or with hyphen and digits. */
function codeLikeAt(tokens: readonly Token[], first: number): { text: string; last: number } | undefined {
  const start = tokens[first];
  if (start?.kind !== "WORD" || start.glued) return undefined;
  let last = first;
  let text = start.text;
  while (
    tokens[last + 1]?.glued &&
    (tokens[last + 1]?.kind !== "PUNCT" ||
      (/^[-_.]$/.test(tokens[last + 1]?.text ?? "") && tokens[last + 2]?.glued && tokens[last + 2]?.kind !== "PUNCT"))
  ) {
    last += 1;
    text += tokens[last]?.text;
  }
  if (
    last === first ||
    text.length > 64 ||
    /^(?:v|ver|version|class|k|gpt|no|pclass|age|mp|h|covid|top|w)[-_.]?\d+$/i.test(text)
  )
    return undefined;
  const isCode =
    /_/.test(text) || /^\p{L}{2,}[-.]?(?:[\p{L}-]*)\d{2,}/u.test(text) || /^[\p{L}]{3,}[-.][\p{L}\d.-]*\d/u.test(text);
  return isCode ? { text, last } : undefined;
}

function nearestKnown(mention: ModelMention, models: readonly KnownModel[]): ModelMention {
  const said = squeezeName(mention.name);
  const known = models.find(({ definition }) => isNearName(squeezeName(definition.name), said));
  return known ? { ...mention, name: known.definition.name, known: true } : mention;
}
