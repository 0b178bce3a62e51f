import type {
  CategoricalFeature,
  FeatureDefinition,
  ModelDefinition,
  NumericFeature,
} from "../../../models/definitions/define-model.ts";
import { generalWords } from "../text/common-words.ts";
import { PhraseIndex } from "../text/phrases.ts";
import { type RepairTargets, repairTargets } from "../text/repair-typos.ts";
import { tokenise } from "../text/tokenise.ts";
import { personPhrases, speaksOfPeople } from "./person-words.ts";
import { sameDimension, unitOf, wordsOfUnit } from "./units.ts";

/** What a phrase says of a feature. */
export interface CategorySense {
  feature: CategoricalFeature;
  value: string;
  weak: boolean;
}

/** A numeric feature as it is spoken of. */
export interface NumericSense {
  feature: NumericFeature;
  /** Words that name it, with what they weigh: 1 for a word of this feature alone, less for a shared one. */
  words: ReadonlyMap<string, number>;
  /** Distinct words of its name that must be near when none of them is its own. */
  needed: number;
  unit: string | undefined;
  /** First word of its name ("bill" of bill_length_mm and bill_depth_mm). */
  noun: string;
  /** Numbers of its description that are no values of it ("seconds to 60 mph"). */
  references: ReadonlySet<number>;
}

/** A definition prepared for reading messages. */
export interface CompiledDefinition {
  definition: ModelDefinition;
  /** Its rows are people. */
  ofPeople: boolean;
  /** Every word that it knows. */
  words: ReadonlySet<string>;
  repair: RepairTargets;
  categories: PhraseIndex<CategorySense>;
  /** "class" in "first class": the noun that a feature's categories share, with the words that stand before it. */
  heads: ReadonlyMap<CategoricalFeature, { nouns: ReadonlySet<string>; modifiers: ReadonlyMap<string, string> }>;
  /** Words of a feature's name, description and question that no other feature shares. */
  cues: ReadonlyMap<string, ReadonlySet<string>>;
  numerics: readonly NumericSense[];
  /** Features by their names of two words and more ("monthly charge"). */
  featureNames: PhraseIndex<FeatureDefinition>;
  topics: ReadonlySet<string>;
  /** What the model is called, and the words of it. */
  names: PhraseIndex<string>;
  nameWords: ReadonlySet<string>;
}

const cache = new WeakMap<ModelDefinition, CompiledDefinition>();

/** Definitions of equal content that are kept prepared, for callers that read them anew for each message. */
const mostPrepared = 64;
const byContent = new Map<string, CompiledDefinition>();

/** Prepares a definition once; of equal ones the last 64 are kept. */
export function compileDefinition(definition: ModelDefinition): CompiledDefinition {
  let compiled = cache.get(definition);
  if (compiled) return compiled;
  const content = JSON.stringify(definition);
  compiled = byContent.get(content) ?? compile(definition);
  byContent.delete(content);
  byContent.set(content, compiled);
  const [oldest] = byContent.keys();
  if (byContent.size > mostPrepared && oldest !== undefined) byContent.delete(oldest);
  cache.set(definition, compiled);
  return compiled;
}

/** The words of a phrase, folded, marks left out. */
export function wordsOf(phrase: string): string[] {
  return tokenise(phrase.replaceAll("_", " "))
    .filter((token) => token.kind !== "PUNCT")
    .map((token) => token.norm);
}

function compile(definition: ModelDefinition): CompiledDefinition {
  const categories = new PhraseIndex<CategorySense>();
  const heads: Map<CategoricalFeature, { nouns: Set<string>; modifiers: Map<string, string> }> = new Map();
  const words = new Set<string>();
  for (const feature of definition.features) {
    if (feature.kind !== "CATEGORICAL") continue;
    for (const category of feature.categories) {
      for (const phrase of strongPhrases(category)) {
        const sense = { feature, value: category.value, weak: false };
        for (const form of forms(phrase)) categories.add(form, sense);
      }
      for (const hint of category.hints)
        for (const form of [hint, ...degrees(hint)])
          categories.add(form, { feature, value: category.value, weak: true });
      for (const phrase of [...strongPhrases(category), ...category.hints])
        for (const form of forms(phrase)) for (const word of wordsOf(form)) words.add(word);
    }
    heads.set(feature, sharedHead(feature));
  }
  const general = personPhrases(definition);
  for (const { feature, value, phrase } of general) {
    const { length } = wordsOf(phrase);
    const same = categories.find(tokenise(phrase)).filter((match) => match.first === 0 && match.length === length);
    if (!same.some(({ value: sense }) => sense.feature === feature))
      categories.add(phrase, { feature, value, weak: false });
  }
  const personWords = general.flatMap(({ phrase }) => wordsOf(phrase));
  const cues = featureCues(definition);
  const numerics = numericSenses(definition);
  for (const cue of cues.values()) for (const word of cue) words.add(word);
  for (const sense of numerics) for (const word of sense.words.keys()) words.add(word);
  for (const head of heads.values()) for (const noun of head.nouns) words.add(noun);
  const topics = new Set(definition.topics.flatMap((topic) => [...wordsOf(topic), ...plural(topic)]));
  for (const text of [definition.name, ...definition.aliases, ...definition.topics])
    for (const word of wordsOf(text)) words.add(word);
  for (const word of wordsOf(definition.target.column)) words.add(word);
  for (const target of definition.target.classes ?? []) for (const word of wordsOf(target.label)) words.add(word);
  const repair = repairTargets(words);
  for (const word of personWords) words.add(word);
  for (const feature of definition.features)
    if (feature.kind === "CATEGORICAL")
      for (const { hints } of feature.categories)
        for (const hint of hints) for (const word of degrees(hint)) words.add(word);
  const featureNames = new PhraseIndex<FeatureDefinition>();
  for (const feature of definition.features) {
    const parts = wordsOf(feature.name).filter((word) => !emptyWords.has(word));
    if (parts.length > 1) featureNames.add(parts.join(" "), feature);
  }
  const names = new PhraseIndex<string>();
  const called = namesOf(definition.name, definition.aliases);
  for (const name of called) names.add(name, definition.name);
  return {
    names,
    nameWords: new Set(called.flatMap(wordsOf)),
    definition,
    featureNames,
    ofPeople: speaksOfPeople(definition),
    words,
    repair,
    categories,
    heads,
    cues,
    numerics,
    topics,
  };
}

/** All that a definition is called: its name, joined, in the other number, and its aliases. */
export function namesOf(name: string, aliases: readonly string[]): string[] {
  const words = wordsOf(name);
  const last = words.at(-1) ?? "";
  const other = /^[a-z]{3,}$/.test(last)
    ? [[...words.slice(0, -1), last.endsWith("s") ? last.slice(0, -1) : `${last}s`].join(" ")]
    : [];
  return [...new Set([words.join(" "), words.join(""), ...other, ...aliases])];
}

function strongPhrases(category: CategoricalFeature["categories"][number]): string[] {
  const label = category.label.replace(/\(.*?\)/g, " ").trim();
  const value = /^[\p{L}_ -]{3,}$/u.test(category.value) ? [category.value.replaceAll("_", " ")] : [];
  return [...new Set([label, ...value, ...category.synonyms])].filter(
    (phrase) => /[\p{L}]{2}/u.test(phrase) || phrase.length > 2,
  );
}

function forms(phrase: string): string[] {
  return [phrase, ...plural(phrase)];
}

/** The other number of a phrase of one word ("boy" → "boys"). */
function plural(phrase: string): string[] {
  if (!/^[a-z]{3,}$/.test(phrase) || /^(she|her|him|his|hers|they|them|usa)$/.test(phrase)) return [];
  if (phrase.endsWith("s")) return phrase.length > 4 && !phrase.endsWith("ss") ? [phrase.slice(0, -1)] : [];
  if (phrase.endsWith("y") && !/[aeo]y$/.test(phrase)) return [`${phrase.slice(0, -1)}ies`];
  return [/(?:ch|sh|x)$/.test(phrase) ? `${phrase}es` : `${phrase}s`];
}

/** "fancier" and "fanciest" of "fancy": of a hint of one short word, whatever its kind. */
function degrees(hint: string): string[] {
  if (!/^[a-z]{3,8}$/.test(hint) || /(?:s|er|est|ous|ive)$/.test(hint)) return [];
  const stem = /[^aeiou]y$/.test(hint) ? `${hint.slice(0, -1)}i` : hint.replace(/e$/, "");
  return [`${stem}er`, `${stem}est`];
}

function sharedHead(feature: CategoricalFeature): { nouns: Set<string>; modifiers: Map<string, string> } {
  const seen = new Map<string, Set<string>>();
  for (const category of feature.categories) {
    for (const phrase of strongPhrases(category)) {
      for (const word of wordsOf(phrase)) seen.set(word, (seen.get(word) ?? new Set()).add(category.value));
    }
  }
  const nouns = new Set(
    [...seen].filter(([word, values]) => values.size > 1 && /^[a-z]{3,}$/.test(word)).map(([word]) => word),
  );
  const modifiers = new Map<string, string>();
  if (nouns.size === 0) return { nouns, modifiers };
  for (const category of feature.categories) {
    for (const phrase of strongPhrases(category)) {
      const rest = wordsOf(phrase).filter((word) => !nouns.has(word));
      if (rest.length === 1 && rest[0] !== undefined && wordsOf(phrase).length > 1)
        modifiers.set(rest[0], category.value);
    }
    modifiers.set(category.value.toLowerCase(), category.value);
  }
  return { nouns, modifiers };
}

function featureCues(definition: ModelDefinition): Map<string, Set<string>> {
  const perFeature = definition.features.map((feature) => {
    const categoryWords =
      feature.kind === "CATEGORICAL"
        ? feature.categories.flatMap((category) => wordsOf(`${category.label} ${category.value}`))
        : [];
    const text = wordsOf(`${feature.name} ${feature.description} ${feature.question}`);
    const nameWords = wordsOf(feature.name);
    return {
      feature,
      words: new Set(
        text.filter(
          (word) =>
            word.length > 2 && (nameWords.includes(word) || (!generalWords.has(word) && !categoryWords.includes(word))),
        ),
      ),
    };
  });
  return new Map(
    perFeature.map(({ feature, words }) => {
      const own = [...words].filter(
        (word) => !perFeature.some((other) => other.feature !== feature && other.words.has(word)),
      );
      return [feature.name, new Set(own.flatMap((word) => [word, ...verbForms(word)]))];
    }),
  );
}

function verbForms(word: string): string[] {
  const stem = /^([a-z]{4,})ed$/.exec(word)?.[1];
  if (stem !== undefined) return [stem, `${stem}s`, `${stem}ing`];
  return word.length < 4 || /(?:ed|ing|ation|s)$/.test(word) ? [] : [`${word}ed`, `${word}ing`, `${word}s`];
}

/** Adjectives and verbs that say a dimension. */
const dimensionWords: Record<string, readonly string[]> = {
  length: ["long", "lengths", "len"],
  depth: ["deep", "thick", "dep"],
  displacement: ["disp", "displ"],
  width: ["wide"],
  height: ["tall", "high"],
  mass: ["weighs", "weighing", "weight", "heavy", "weighed", "weigh"],
  weight: ["weighs", "weighing", "heavy", "weighed", "weigh", "mass"],
  age: ["aged", "old"],
  horsepower: ["hp", "bhp", "horses", "power"],
  year: ["yr", "vintage"],
  cylinders: ["cylinder", "cyl", "cyls", "pot", "pots", "banger"],
  acceleration: ["accel", "accelerates", "accelerate", "accelerating", "sprint"],
};
const emptyWords = new Set([
  "model",
  "number",
  "value",
  "of",
  "the",
  "in",
  "mm",
  "cm",
  "g",
  "kg",
  "lbs",
  "lb",
  "s",
  "per",
]);

function isMeasuredLike(unit: string, other: string | undefined): boolean {
  return other !== undefined && sameDimension(unit, other);
}

function numericSenses(definition: ModelDefinition): NumericSense[] {
  const numerics = definition.features.filter((feature) => feature.kind === "NUMERIC");
  const named = numerics.map((feature) => {
    const nameWords = wordsOf(feature.name).filter((word) => !emptyWords.has(word));
    const dimension = nameWords.flatMap((word) => dimensionWords[word] ?? []);
    const synonyms = feature.synonyms
      .flatMap(wordsOf)
      .filter((word) => !emptyWords.has(word) && !/^(an?|to|and|or|is)$/.test(word));
    return {
      feature,
      nameWords,
      all: new Set([feature.name, ...nameWords, ...dimension, ...synonyms].flatMap((word) => [word, ...plural(word)])),
    };
  });
  const unitFor = (feature: NumericFeature) =>
    feature.unit ? unitOf(feature.unit) : unitOf(feature.name.split("_").at(-1) ?? "");
  return named.map(({ feature, nameWords, all: said }) => {
    // "lbs 2300": a unit that only one feature has names it.
    const unit = unitFor(feature);
    const isOnly =
      unit !== undefined && !numerics.some((other) => other !== feature && isMeasuredLike(unit, unitFor(other)));
    const all = new Set([...said, ...(isOnly ? wordsOfUnit(unit) : [])]);
    const shared = (word: string) => named.filter((other) => other.all.has(word)).length;
    const words = new Map([...all].map((word) => [word, shared(word) === 1 ? 1 : 0.6] as const));
    return {
      feature,
      words,
      needed: Math.min(2, nameWords.length),
      noun: nameWords[0] ?? feature.name,
      references: new Set(
        [...`${feature.description} ${feature.question}`.matchAll(/(?<!\d )\bto (\d+)\b/g)].map(([, digits]) =>
          Number(digits),
        ),
      ),
      unit,
    };
  });
}
