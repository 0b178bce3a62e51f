import type { InterpretationContext } from "../../interpreter.ts";
import type { ClauseView } from "../clauses/clause-view.ts";
import type { CompiledDefinition } from "../features/compiled-definition.ts";
import type { FeatureReading } from "../features/feature-reading.ts";
import { readFeatures } from "../features/read-features.ts";
import type { MessageReading } from "../text/read-message.ts";

/** A prediction that the message asks for, and for which model. */
export interface PredictReading {
  compiled: CompiledDefinition;
  features: FeatureReading;
  confidence: number;
  /** The model is not the one that would be taken anyway: the words that point to it. */
  pointedBy: number | undefined;
  /** First clause that speaks of it: its place among the intents. */
  from: number;
}

const asks =
  /^(?:.* )?(?:predict|predicts|predicting|prediction|predictions|forecast|estimate|classify|score|guess|chance|chances|odds|probability|probabilities|likelihood|calculate|compute)(?: |$)/;
const notAsks =
  / (?:who|when|what) (?:\S+ ){0,2}(?:made|did|asked)(?: \S+){0,2} (?:prediction|predictions)|(?:do not|dont|never|stop) (?:\S+ ){0,2}(?:predict|estimate|guess)|how (?:do|does|can|to|would|should) (?:\S+ ){0,4}(?:predict|prediction)|what (?:can|does|do) (?:\S+ ){0,3}predict/;
const asksFact =
  /^ (?:and |so |but |please )*(?:which|where|why|who|when|how (?:much|long|often|far|do|does|did|to)|what (?!about|if|would|is the (?:chance|odds|prob|likelihood)|are the (?:chances|odds|prob)|'s the (?:chance|odds)|chance|odds|species|happens))/;

/** Orders for something that is not done here. */
const orders =
  /^ (?:please |can you |could you |i want to |i would like to |i need to |help me )*(?:buy|book|order|reserve|send|write|sell|rent|play|open|call|find|translate|draw|sing|cook|bring|~\S+ (?:me|a|an|the|my|us)) /;

/** What a message's clauses say of features, and whether that is a prediction to make. `free` are the clauses that ask for nothing else. */
export function readPrediction(
  reading: MessageReading,
  free: readonly ClauseView[],
  context: InterpretationContext,
): PredictReading | undefined {
  if (free.length === 0) return undefined;
  const ignored = tokensOutside(reading, free);
  const said = free.flatMap((clause) => clause.models).find((model) => model.known)?.name;
  const standard = said ?? context.focus.model ?? context.activeModel;
  const text = free.map((clause) => clause.text).join("");
  const isFact = free.every((clause) => asksFact.test(clause.text));
  let best: (PredictReading & { score: number }) | undefined;
  for (const compiled of reading.compiled) {
    if (said !== undefined && compiled.definition.name !== said) continue;
    const features = readFeatures(reading.text, compiled, reading.tokens, ignored);
    const topic = topicToken(reading, free, compiled);
    const predicts = asks.test(text) && !notAsks.test(text);
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
    if (isFact && !predicts && !(wonders && features.outright > 0)) score -= 2.5;
    if (free.some((clause) => orders.test(clause.text))) score -= 2;
    const words = free.reduce((sum, clause) => sum + clause.words.length, 0);
    const short = features.outright >= 1 && foreign <= 0 && words <= 8 && !isFact;
    const enough = score >= 1.5 || (short && score >= 1) || (predicts && foreign <= 0);
    if (!enough || (features.strength === 0 && !(predicts && (foreign <= 0 || said !== undefined)))) continue;
    const isStandard = compiled.definition.name === standard || reading.compiled.length === 1;
    score += isStandard ? 0.25 : 0;
    if (best && best.score >= score) continue;
    const pointedBy =
      said === undefined && !isStandard && features.strength > 0 ? (topic ?? Math.min(...features.used)) : undefined;
    best = {
      compiled,
      features,
      score,
      confidence: Math.min(0.97, 0.55 + 0.12 * score),
      pointedBy,
      from: free[0]?.span.from ?? 0,
    };
  }
  return best;
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

function foreignUsed(reading: MessageReading, features: FeatureReading): number {
  return [...features.used].filter((index) => {
    const token = reading.tokens[index];
    return token?.kind === "WORD" && token.number === undefined && !reading.isKnownWord(token.norm);
  }).length;
}
