import type { InterpretationContext } from "../../interpreter.ts";
import type { ClauseView } from "../clauses/clause-view.ts";
import { readBareValues } from "../dialogue/bare-values.ts";
import type { CompiledDefinition } from "../features/compiled-definition.ts";
import type { FeatureReading } from "../features/feature-reading.ts";
import { readFeatures } from "../features/read-features.ts";
import type { MessageReading } from "../text/read-message.ts";
import { isNegatedModel } from "./clause-parts.ts";

/** A prediction that the message asks for, and for which model. */
export interface PredictReading {
  compiled: CompiledDefinition;
  features: FeatureReading;
  confidence: number;
  /** It asks for the target itself ("which species is my penguin?"), whatever else its words may mean. */
  ofMine: boolean;
  /** Its words ask for a prediction, and don't only describe. */
  asked: boolean;
  /** The model is not the one that would be taken anyway: the words that point to it. */
  pointedBy: number | undefined;
  /** First clause that speaks of it: its place among the intents. */
  from: number;
}

const asks =
  /^(?:.* )?(?:predict|predicts|predicting|prediction|predictions|forecast|estimate|classify|score|guess|chance|chances|odds|probability|probabilities|likelihood|calculate|compute)(?: |$)/;
/** "I want to know the species of my penguin", "how much mpg would my car do?" */
const asksOfMine =
  / (?:what|which|how|know|tell|find out|would|guess|identify) (?:\S+ ){0,8}?(?:my|this|our) (?:(?!with|for|from|to|in)\S+ ){0,2}MODEL /;
/** "What kind of penguin did I measure?" */
const asksWhichKind =
  / (?:what|which) (?:kind|sort|type|species) (?:(?:of )?(?:MODEL|\S+) )?(?:(?:is|was) (?:this|it|that|he|she)|(?:this|it|that|he|she) (?:is|was)|(?:do |did )?(?:i|we) ~?(?:have|had|measure|measured|see|saw|found|find|caught|catch|got|met|meet)) /;
/** "Mpg for a car please": what is predicted, of one. */
const namesTarget =
  /^ (?:(?:hi|hello|hey|please|ok|now|and|so|the|whats|what is|what 's|give me|tell me|get me|i want|i need|need|want) )*(?:\S+ ){1,2}(?:for|of) (?:a|an|one|my|our|this|some) (?:\S+ )?MODEL(?: (?:please|now|thanks))* $/;
/** "I want to predict the mpg of my car": what is predicted, of what. */
const wantsOne =
  /^ (?:(?:hi|hello|hey|please|ok|now|and|so) )*(?:(?:i|we) (?:want|need|would like|~?'d like|have)|id like|can you|could you|help me|lets|let us|please)(?: \S+){0,3} (?:predict|estimate|guess|calculate|compute|classify|know) /;
/** "Would I have survived the titanic?" */
const asksFate =
  / (?:would|could|might|will|do you think|think) (?:i|we|you|he|she|they|my \S+|someone|somebody|anybody|anyone|this person) (?:would |could )?(?:have |of |ve )?(?:even |also |actually |likely |probably )?(\S+) /;
const notAsks =
  / (?:who|when|what) (?:\S+ ){0,2}(?:made|did|asked)(?: \S+){0,2} (?:prediction|predictions)|(?:not|never) (?:asking|looking|here) (?:for|to) (?:\S+ ){0,2}(?:predict|prediction|predictions)|(?:no|not|any) predictions?|(?:do not|dont|never|stop) (?:\S+ ){0,2}(?:predict|estimate|guess)|how (?:do|does|can|to|would|should) (?:\S+ ){0,4}(?:predict|prediction)|what (?:can|does|do) (?:\S+ ){0,3}predict/;
const asksFact =
  /^ (?:and |so |but |please )*(?:which|where|why|who|when|how (?:many (?!miles|MODEL|mpg)|much|long|often|far|do|does|did|to|heavy|big|tall|large|small|fast|old|high|deep|cold|expensive|smart)|what (?!about|if|would|is the (?:chance|odds|prob|likelihood)|are the (?:chances|odds|prob)|'s the (?:chance|odds)|chance|odds|species|happens))/;

/** "How heavy does a male penguin get?" asks after the world. */
const asksMeasure =
  /^ (?:(?:and|so|but|please|also) )*how (?:heavy|big|tall|large|small|old|high|deep|cold|wide|thick|expensive|smart) /;

/** Orders for something that is not done here. */
const orders =
  /^ (?:please |can you |could you |i want to |i would like to |i need to |help me )*(?:buy|book|order|reserve|send|write|sell|rent|play|open|call|find|translate|draw|sing|cook|bring|~\S+ (?:me|a|an|the|my|us)) /;

/** What a message's clauses say of features, and whether that is a prediction to make. `free` are the clauses that ask for nothing else; `leaning` how
 * much the encoder takes them for one, 0 to 1. */
export function readPrediction(
  reading: MessageReading,
  free: readonly ClauseView[],
  context: InterpretationContext,
  leaning?: number,
): PredictReading | undefined {
  if (free.length === 0) return undefined;
  const ignored = tokensOutside(reading, free);
  const named = free.flatMap((clause) => clause.models).filter((model) => model.known);
  // "It's not a penguin this time, it's a car".
  const said = (named.find((model) => !isNegatedModel(reading, model)) ?? named[0])?.name;
  const standard = said ?? context.focus.model ?? context.activeModel;
  const text = free.map((clause) => clause.text).join("");
  const isFact = free.every((clause) => asksFact.test(clause.text));
  let best: (PredictReading & { score: number }) | undefined;
  for (const compiled of reading.compiled) {
    if (said !== undefined && compiled.definition.name !== said) continue;
    const features = withListed(
      readFeatures(reading.text, compiled, reading.tokens, ignored),
      reading,
      compiled,
      free,
      ignored,
    );
    const topic = topicToken(reading, free, compiled);
    const fate = asksFate.exec(text)?.[1];
    const isWanted =
      said !== undefined && (wantsOne.test(text) || namesTarget.test(text)) && topicsIn(reading, free, compiled) > 1;
    const ofMine =
      topic !== undefined &&
      ((asksOfMine.test(text) && !/ MODEL (?:model|version) /.test(text)) || asksWhichKind.test(text) || isWanted);
    const predicts =
      ofMine || (asks.test(text) && !notAsks.test(text)) || (fate !== undefined && compiled.topics.has(fate));
    const wonders =
      topic !== undefined &&
      / (?:would|will|did|does|could|can|is|are|do|if|whether|should|might|had) /.test(text) &&
      features.strength > 0;
    const foreign = free.reduce((sum, clause) => sum + clause.foreign, 0) - foreignUsed(reading, features);
    let score =
      features.strength +
      (predicts ? 1.5 : 0) +
      (wonders ? 1 : 0) +
      (topic === undefined ? 0 : 0.6) +
      (said === undefined ? 0 : 0.5);
    score -= Math.min(
      features.outright >= 2 || Object.keys(features.values).length >= 3 || (predicts && features.outright > 0)
        ? 0.6
        : 1.6,
      0.35 * Math.max(0, foreign),
    );
    if (isFact && !predicts && !(wonders && features.outright > 0 && !free.every(({ text }) => asksMeasure.test(text))))
      score -= 2.5;
    if (free.some((clause) => orders.test(clause.text))) score -= 2;
    if (leaning !== undefined) score += leaned(leaning) - (leaning < 0.02 && features.outright < 3 ? 1 : 0);
    const words = free.reduce((sum, clause) => sum + clause.words.length, 0);
    const short = features.outright >= 1 && foreign <= 0 && words <= 8 && !isFact;
    const enough =
      score >= 1.5 ||
      (short && score >= 1) ||
      (predicts && foreign <= (ofMine ? 1 : 0) && (ofMine || (leaning ?? 1) > 0.1));
    const named = predicts && (foreign <= 0 || said !== undefined);
    if (!ofMine && (leaning ?? 1) < 0.02 && Object.keys(features.values).length === 0) continue;
    if (!enough || (features.strength === 0 && !(named || (leaning ?? 0) > 0.9))) continue;
    const isStandard = compiled.definition.name === standard || reading.compiled.length === 1;
    score += isStandard ? 0.25 : 0;
    if (best && best.score >= score) continue;
    const pointedBy =
      said === undefined && !isStandard && features.strength > 0 ? (topic ?? Math.min(...features.used)) : undefined;
    best = {
      compiled,
      features,
      score,
      ofMine,
      asked: predicts || wonders,
      confidence: Math.min(0.97, 0.55 + 0.12 * score),
      pointedBy,
      from: beginning(free, features, topic),
    };
  }
  return best;
}

/** Where the first clause that speaks of the case begins: "two things, if I may" before it is none. */
function beginning(free: readonly ClauseView[], { used }: FeatureReading, topic: number | undefined): number {
  const [first] = free;
  const at = Math.min(topic ?? Number.POSITIVE_INFINITY, ...used);
  return (free.find(({ span }) => at >= span.from && at < span.to) ?? first)?.span.from ?? 0;
}

/** What the encoder's leaning (0 to 1) adds to a score of which 1.5 is enough. */
function leaned(leaning: number): number {
  return leaning < 0.05 ? -1 : 2 * leaning - 0.3;
}

const listFiller =
  /^(?:predict|prediction|for|passenger|and|model|the|a|an|please|what|about|of|with|survive|survival|chances?|odds|score|use|using|by|version|MODEL|VERSION)$/;

/**
 * "male, first class, S": in a bare list of values one may be said by its code alone. Only where every other word of the list is a
 * value itself, so that a letter or a number of a sentence is no evidence.
 */
function withListed(
  features: FeatureReading,
  reading: MessageReading,
  compiled: CompiledDefinition,
  free: readonly ClauseView[],
  ignored: ReadonlySet<number>,
): FeatureReading {
  const tokens = free.reduce((sum, { words }) => sum + words.length, 0);
  if (features.outright === 0 || features.problems.length > 0 || tokens > 20) return features;
  const open = compiled.definition.features
    .filter(({ name, kind }) => kind === "CATEGORICAL" && features.values[name] === undefined)
    .map(({ name }) => name);
  const bare = readBareValues(reading, compiled, open, new Set([...ignored, ...features.used]));
  if (!bare || bare.problems.length > 0 || bare.strength === 0) return features;
  const isList = free.every((clause) =>
    clause.tokenOf.every(
      (index, position) =>
        features.used.has(index) || bare.used.has(index) || listFiller.test(clause.words[position] ?? ""),
    ),
  );
  if (!isList) return withCode(features, reading, compiled, free);
  return {
    ...features,
    values: { ...features.values, ...bare.values },
    evidence: [...features.evidence, ...bare.evidence],
    used: new Set([...features.used, ...bare.used]),
    strength: features.strength + bare.strength,
    outright: features.outright + bare.outright,
  };
}

/** "a girl in third class, S": after two values that are said outright, a category's own capital letter that stands apart says it. */
function withCode(
  features: FeatureReading,
  reading: MessageReading,
  compiled: CompiledDefinition,
  free: readonly ClauseView[],
): FeatureReading {
  if (features.outright < 2) return features;
  for (const { span } of free) {
    for (let index = span.from; index < span.to; index += 1) {
      const [token, before, after] = [reading.tokens[index], reading.tokens[index - 1], reading.tokens[index + 1]];
      const apart =
        (after === undefined || after.text === ",") && before?.kind !== "NUMBER" && !before?.text.includes(".");
      if (!token || !/^[B-HJ-Z]$/.test(token.text) || features.used.has(index) || !apart) continue;
      const feature = compiled.definition.features.find(
        (item) => item.kind === "CATEGORICAL" && item.categories.some(({ value }) => value === token.text),
      );
      if (!feature || features.values[feature.name] !== undefined) continue;
      const { text, start, end } = token;
      const slot = `features.${feature.name}`;
      return {
        ...features,
        values: { ...features.values, [feature.name]: text },
        evidence: [...features.evidence, { slot, value: text, text, start, end, weak: false }],
        used: new Set([...features.used, index]),
        strength: features.strength + 1,
        outright: features.outright + 1,
      };
    }
  }
  return features;
}

/** Tokens that are no evidence for features: quoted ones, those of other requests, versions. */
export function tokensOutside(reading: MessageReading, free: readonly ClauseView[]): Set<number> {
  const ignored = new Set(reading.quoted);
  for (const index of reading.tokens.keys())
    if (!free.some(({ span }) => index >= span.from && index < span.to)) ignored.add(index);
  for (const version of reading.versions)
    if (version.said === "NUMBER" && !version.bare)
      for (let index = version.first; index <= version.last; index += 1) ignored.add(index);
  return ignored;
}

function topicToken(
  reading: MessageReading,
  free: readonly ClauseView[],
  compiled: CompiledDefinition,
): number | undefined {
  for (const clause of free) {
    for (let index = clause.span.from; index < clause.span.to; index += 1)
      if (compiled.topics.has(reading.tokens[index]?.norm ?? "")) return index;
  }
  return undefined;
}

/** How many different words there are of what the model is about. */
function topicsIn(reading: MessageReading, free: readonly ClauseView[], compiled: CompiledDefinition): number {
  const words = free.flatMap(({ span }) => reading.tokens.slice(span.from, span.to).map(({ norm }) => norm));
  return new Set(words.filter((word) => compiled.topics.has(word))).size;
}

function foreignUsed(reading: MessageReading, features: FeatureReading): number {
  return [...features.used].filter((index) => {
    const token = reading.tokens[index];
    return token?.kind === "WORD" && token.number === undefined && !reading.isKnownWord(token.norm);
  }).length;
}
