import type { InterpretationContext } from "../../interpreter.ts";
import { actVerbs } from "../clauses/act-verbs.ts";
import { ClauseView } from "../clauses/clause-view.ts";
import { quotedTokens } from "../clauses/quoted-parts.ts";
import { splitClauses } from "../clauses/split-clauses.ts";
import { findModels, type ModelMention } from "../entities/model-names.ts";
import { findVersions, type VersionMention } from "../entities/versions.ts";
import { type CompiledDefinition, compileDefinition, wordsOf } from "../features/compiled-definition.ts";
import { unitOf, unitWords } from "../features/units.ts";
import { guardWords } from "../intents/act-guards.ts";
import { questionWords } from "../intents/question-rules.ts";
import { generalWords, neverRepaired } from "./common-words.ts";
import { domainWords } from "./domain-words.ts";
import { isFrequentWord } from "./english-words.ts";
import { withoutJsonMarks } from "./json-marks.ts";
import { withNumber } from "./numbers.ts";
import { nearestWord, repairTargets, repairTypos } from "./repair-typos.ts";
import { type Token, tokenise } from "./tokenise.ts";

/** A message taken apart: tokens with repaired words, names and versions, and its clauses. */
export interface MessageReading {
  text: string;
  tokens: Token[];
  quoted: Set<number>;
  models: ModelMention[];
  versions: VersionMention[];
  clauses: ClauseView[];
  compiled: CompiledDefinition[];
  isKnownWord(word: string): boolean;
}

const actWords = new Set(actVerbs.keys());
const operationTargets = repairTargets([
  ...domainWords,
  ...actWords,
  "please",
  "back",
  "roll",
  "show",
  "tell",
  "switch",
  "help",
  "list",
  "which",
  "what",
  "available",
  "would",
  "could",
  "there",
  "about",
  "with",
  "take",
  "make",
  "start",
  "yesterday",
  "somebody",
  "someone",
  "where",
  "heavier",
  "lighter",
  "longer",
  "shorter",
  "faster",
  "slower",
  "latest",
  "version",
  "versions",
  "details",
  "describe",
  "description",
  "information",
  "overview",
  "explain",
]);

const unitTargets = [repairTargets(unitWords)];

/** "3400 gramms", "190 milimeters": a word behind a number that is nearly a unit is that unit. */
function repairUnits(tokens: readonly Token[]): void {
  for (const [index, token] of tokens.entries()) {
    if (token.kind !== "WORD" || tokens[index - 1]?.kind !== "NUMBER" || unitOf(token.norm) !== undefined) continue;
    if (!neverRepaired.has(token.norm)) token.norm = nearestWord(token.norm, unitTargets) ?? token.norm;
  }
}

/** Reads a message against what the context knows. Linear in the part of the text that is read. */
export function readMessage(message: string, context: InterpretationContext): MessageReading {
  const compiled = context.models.map(({ definition }) => compileDefinition(definition));
  const optionWords = new Set(
    context.pending?.kind === "CHOICE"
      ? context.pending.options.flatMap(({ value, label }) => wordsOf(`${value} ${label}`))
      : [],
  );
  const isKnownWord = (word: string) =>
    generalWords.has(word) ||
    questionWords.has(word) ||
    guardWords.has(word) ||
    domainWords.has(word) ||
    actWords.has(word) ||
    compiled.some(({ nameWords }) => nameWords.has(word)) ||
    optionWords.has(word) ||
    unitOf(word) !== undefined ||
    compiled.some(({ words }) => words.has(word));
  const plain = withoutJsonMarks(message);
  const raw = tokenise(plain);
  repairUnits(raw);
  repairTypos(
    raw,
    (word) => neverRepaired.has(word) || isFrequentWord(word) || isKnownWord(word),
    operationTargets,
    ...compiled.map(({ repair }) => repair),
  );
  const tokens = raw.map(withNumber);
  const text = message.slice(0, tokens.at(-1)?.end ?? 0);
  const quoted = quotedTokens(plain.slice(0, text.length), tokens);
  const models = findModels(tokens, context.models, isKnownWord).filter((mention) => !quoted.has(mention.first));
  const versions = findVersions(tokens, models).filter((mention) => !quoted.has(mention.first));
  const clauses = splitClauses(tokens, quoted).map(
    (span) => new ClauseView(span, tokens, models, versions, isKnownWord),
  );
  return { text, tokens, quoted, models, versions, clauses, compiled, isKnownWord };
}
