import type { InterpretationContext, InterpretedIntent } from "../../interpreter.ts";
import type { ClauseView } from "../clauses/clause-view.ts";
import type { ModelMention } from "../entities/model-names.ts";
import { missingOf } from "../features/missing-features.ts";
import { buildSlots, type Carried, plain } from "../intents/build-slots.ts";
import type { ClauseReading } from "../intents/classify-clause.ts";
import type { Opinions } from "../intents/opinions.ts";
import { type PredictReading, readPrediction } from "../intents/predict-rules.ts";
import { changes } from "../intents/weigh-clause.ts";
import type { MessageReading } from "../text/read-message.ts";
import type { ReadClause } from "./read-clauses.ts";

/** The clauses that ask for nothing else, so that they can describe a case. */
export function freeOf(read: readonly ReadClause[]): ClauseView[] {
  return read.filter(({ clause, result }) => isFree(result) && !isThanks(clause, result)).map(({ clause }) => clause);
}

/** "Thanks for the prediction!" asks for none. */
function isThanks({ text }: ClauseView, { kind }: ClauseReading): boolean {
  return kind === "GREETS" && / (?:thanks?|thx|cheers) /.test(text);
}

function isFree(result: ClauseReading): boolean {
  return (
    result.kind === "NONE" ||
    result.kind === "GREETS" ||
    (result.kind === "MENTIONS" &&
      (result.guard === "NARRATED" || result.guard === "NOUN" || result.guard === "STATED"))
  );
}

/** A prediction from the clauses that ask for nothing else, or, where none does, from one taken for a question. */
export function predictionOf(
  reading: MessageReading,
  read: readonly ReadClause[],
  free: readonly ClauseView[],
  context: InterpretationContext,
  opinions: Opinions | undefined,
): PredictReading | undefined {
  const leaning = leaningOf(read, free, opinions);
  const soft = softOf(read);
  if (soft.length === 0) {
    const only = readPrediction(reading, free, context, leaning);
    return only && isBeside(only, read, leaning) ? undefined : only;
  }
  const all = readPrediction(
    reading,
    read.filter(({ clause }) => free.includes(clause) || soft.includes(clause)).map(({ clause }) => clause),
    context,
    leaning,
  );
  const only = readPrediction(reading, free, context, leaning);
  if (all?.ofMine && all.features.outright >= (only?.features.outright ?? 0)) return all;
  if (all && all.features.outright >= 2 && all.features.outright > (only?.features.outright ?? 0)) return all;
  return only;
}

/** "My grandson set this up, he's 22. Compare 1 and 2": what is told on the way to a request asks for no prediction. */
function isBeside(
  { asked, features }: PredictReading,
  read: readonly ReadClause[],
  leaning: number | undefined,
): boolean {
  const requests = read.some(({ result }) => result.kind === "ASKS");
  return requests && !asked && features.outright < 3 && (leaning ?? 1) < 0.5;
}

/** How much the encoder takes the free part of the message for a case to predict, 0 to 1; undefined when it was not asked. */
function leaningOf(
  read: readonly ReadClause[],
  free: readonly ClauseView[],
  opinions: Opinions | undefined,
): number | undefined {
  if (!opinions) return undefined;
  const own = read.flatMap(({ clause }, index) =>
    free.includes(clause) ? [opinions.clauses[index]?.plain.probabilities.PREDICT ?? 0] : [],
  );
  const whole = free.length === read.length ? opinions.whole.probabilities.PREDICT : opinions.whole.asked.PREDICT;
  return Math.max(whole, free.length === read.length ? 0 : Math.max(0, ...own));
}

export function requestsOf(read: readonly ReadClause[]): ClauseView[] {
  return read.filter(({ result }) => result.kind === "ASKS").map(({ clause }) => clause);
}

export function softOf(read: readonly ReadClause[]): ClauseView[] {
  return read.filter(({ result }) => result.kind === "ASKS" && isSoft(result)).map(({ clause }) => clause);
}

/** Questions whose words a description of a case can hold too ("how good are her chances?"), and those that only the encoder sees. */
function isSoft({ intent, guessed }: Extract<ClauseReading, { kind: "ASKS" }>): boolean {
  if (guessed && !changes.has(intent)) return true;
  return (
    intent === "MODEL_DETAILS" ||
    intent === "COMPARE_VERSIONS" ||
    intent === "ACTIVE_MODEL" ||
    intent === "HELP" ||
    intent === "TRAINING_STATUS"
  );
}

/** "What does the model reckon?" after a description asks for the prediction. */
const asksVerdict =
  / what (?:says|thinks|predicts|gives|tells|guesses) (?:the |your )?(?:model|MODEL|machine|computer) | (?:what|how|does|do|would|can) (?:\S+ ){0,3}(?:you|it|MODEL|model|computer|machine|ai|~ai) (?:\S+ ){0,3}(?:reckon|~reckon|think|predict|say|guess|expect|make of|give|~reckons|believe)/;

/** So does "what mpg does it do?", by a word of what the model is about. */
function asksForVerdict(clause: ClauseView, { compiled }: PredictReading): boolean {
  if (
    asksVerdict.test(clause.text) ||
    /^ (?:so |and )*(?:what|which one|who) (?:is|was|are) (?:it|he|she|this|that) $/.test(clause.text)
  )
    return true;
  // "Penguin species? Torgersen, bill 39.1 …"
  if (/^ (?:which |what |the |a )*MODEL(?: is (?:it|this|that))?(?: please)* $/.test(clause.text))
    return clause.models[0]?.name === compiled.definition.name;
  // "Which version is live?" is no fate.
  const isOfModels = clause.words.some((word) => /^(?:versions?|models?|production|prod)$/.test(word));
  return clause.models.length === 0 && !isOfModels && clause.words.some((word) => compiled.topics.has(word));
}

export function overruledBy(prediction: PredictReading, read: readonly ReadClause[]): Set<ClauseView> {
  const inside = [...prediction.features.used];
  return new Set(
    read
      .filter(
        ({ clause, result }) =>
          result.kind === "ASKS" &&
          isSoft(result) &&
          (prediction.ofMine && result.intent === "MODEL_DETAILS" && clause.span.from === prediction.from
            ? true
            : inside.some((index) => index >= clause.span.from && index < clause.span.to) ||
              (prediction.features.outright > 0 && asksForVerdict(clause, prediction))),
      )
      .map(({ clause }) => clause),
  );
}

/** The request for a prediction, with what was read of its case. */
export function predictIntent(
  prediction: PredictReading,
  free: readonly ClauseView[],
  reading: MessageReading,
  context: InterpretationContext,
  heading: ModelMention | undefined,
): InterpretedIntent {
  const { definition } = prediction.compiled;
  const clause = free.find((item) => item.models[0]?.known) ?? free.find((item) => item.versions.length > 0) ?? free[0];
  const carried: Carried = {
    model: heading?.name === definition.name ? heading : undefined,
    heads: true,
    trains: false,
  };
  const intent = clause
    ? buildSlots("PREDICT", prediction.confidence, clause, reading, context, carried)
    : plain("PREDICT", prediction.confidence);
  const { features } = prediction;
  if (intent.slots.model === undefined && prediction.pointedBy !== undefined) {
    const token = reading.tokens[prediction.pointedBy];
    intent.slots.model = definition.name;
    if (token)
      intent.evidence.push({
        slot: "model",
        value: definition.name,
        text: token.text,
        start: token.start,
        end: token.end,
        weak: false,
      });
  }
  if (Object.keys(features.values).length > 0) intent.slots.features = features.values;
  intent.evidence.push(...features.evidence);
  intent.problems.push(...features.problems);
  intent.missing = missingOf(definition.features, features.values);
  return intent;
}
