import type { InterpretationContext, InterpretedIntent } from "../interpreter.ts";
import type { ClauseView } from "./clauses/clause-view.ts";
import { readWhatIf } from "./dialogue/what-if.ts";
import { missingOf } from "./features/missing-features.ts";
import { buildSlots, type Carried, partsOf } from "./intents/build-slots.ts";
import { type ClauseReading, classifyClause } from "./intents/classify-clause.ts";
import { type PredictReading, readPrediction } from "./intents/predict-rules.ts";
import type { MessageReading } from "./text/read-message.ts";

/** Clauses of one message that are looked at: a longer text is a story, or pasted. */
const mostClauses = 40;

/** What a message asks for, in order; one OUT_OF_SCOPE when there is nothing. */
export function interpretRequest(reading: MessageReading, context: InterpretationContext): InterpretedIntent[] {
  const inTraining = context.focus.runId !== undefined || /\btrain/i.test(reading.text);
  const read = reading.clauses
    .slice(0, mostClauses)
    .map((clause) => ({ clause, result: classifyClause(clause, inTraining) }));
  joinHypotheses(read);
  const free = read.filter(({ result }) => isFree(result)).map(({ clause }) => clause);
  const whatIf = readWhatIf(reading, free, context);
  const prediction = whatIf ? undefined : predictionOf(reading, read, free, context);
  const overruled = prediction ? overruledBy(prediction, read) : new Set<ClauseView>();

  const found: { from: number; intent: InterpretedIntent }[] = [];
  const carried: Carried = { model: undefined, trains: false };
  for (const [index, { clause, result }] of read.entries()) {
    if (clause.models[0]) carried.model = clause.models[0];
    else if (result.kind === "ASKS" && !carried.model && clause.words.filter((word) => word !== "please").length === 1)
      carried.model = read.slice(index + 1).find((next) => next.clause.models[0])?.clause.models[0];
    if (result.kind !== "ASKS" || overruled.has(clause)) continue;
    const parts = partsOf(result.intent, clause, reading);
    const built = parts.map((part) =>
      buildSlots(result.intent, result.confidence, clause, reading, context, carried, part),
    );
    if (result.intent === "TRAIN") carried.trains = true;
    found.push(...built.map((intent) => ({ from: clause.span.from, intent })));
  }
  if (whatIf) found.push(whatIf);
  if (prediction) found.push({ from: prediction.from, intent: predictIntent(prediction, free, reading, context) });
  found.sort((a, b) => a.from - b.from);
  const asked = withoutRepeats(found.map(({ intent }) => intent));
  if (asked.length > 0) return asked;
  if (read.some(({ result }) => result.kind === "GREETS") && read.every(({ result }) => result.kind === "GREETS"))
    return [plain("HELP", 0.9)];
  return [plain("OUT_OF_SCOPE", 0.8)];
}

/** "If I remove titanic, what happens?" is one question: how things work here. */
function joinHypotheses(read: Read[]): void {
  for (const [index, one] of read.entries()) {
    const next = read[index + 1];
    if (
      one.result.kind !== "MENTIONS" ||
      one.result.guard !== "HYPOTHETICAL" ||
      !next ||
      next.clause.span.opensSentence
    )
      continue;
    if (!/^ (?:what|which|will|would|does|do|is|are|can|who|how) /.test(next.clause.text)) continue;
    one.result = { kind: "ASKS", intent: "HELP", confidence: 0.85 };
    next.result = { kind: "MENTIONS", guard: "HYPOTHETICAL" };
  }
}

type Read = { clause: ClauseView; result: ClauseReading };

function isFree(result: ClauseReading): boolean {
  return (
    result.kind === "NONE" ||
    result.kind === "GREETS" ||
    (result.kind === "MENTIONS" && (result.guard === "NARRATED" || result.guard === "NOUN"))
  );
}

/** A prediction from the clauses that ask for nothing else, or, where none does, from one taken for a question. */
function predictionOf(
  reading: MessageReading,
  read: readonly Read[],
  free: readonly ClauseView[],
  context: InterpretationContext,
): PredictReading | undefined {
  const soft = read.filter(({ result }) => result.kind === "ASKS" && isSoft(result.intent)).map(({ clause }) => clause);
  if (soft.length === 0) return readPrediction(reading, free, context);
  const all = readPrediction(
    reading,
    read.filter(({ clause }) => free.includes(clause) || soft.includes(clause)).map(({ clause }) => clause),
    context,
  );
  const only = readPrediction(reading, free, context);
  if (all && all.features.outright >= 2 && all.features.outright > (only?.features.outright ?? 0)) return all;
  return only;
}

/** Questions whose words a description of a case can hold too ("how good are her chances?"). */
function isSoft(intent: string): boolean {
  return (
    intent === "MODEL_DETAILS" ||
    intent === "COMPARE_VERSIONS" ||
    intent === "ACTIVE_MODEL" ||
    intent === "HELP" ||
    intent === "TRAINING_STATUS"
  );
}

function overruledBy(prediction: PredictReading, read: readonly Read[]): Set<ClauseView> {
  const inside = [...prediction.features.used];
  return new Set(
    read
      .filter(
        ({ clause, result }) =>
          result.kind === "ASKS" &&
          isSoft(result.intent) &&
          inside.some((index) => index >= clause.span.from && index < clause.span.to),
      )
      .map(({ clause }) => clause),
  );
}

function predictIntent(
  prediction: PredictReading,
  free: readonly ClauseView[],
  reading: MessageReading,
  context: InterpretationContext,
): InterpretedIntent {
  const { definition } = prediction.compiled;
  const clause = free.find((item) => item.models[0]?.known) ?? free.find((item) => item.versions.length > 0) ?? free[0];
  const carried: Carried = { model: undefined, trains: false };
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

export function plain(intent: InterpretedIntent["intent"], confidence: number): InterpretedIntent {
  return { intent, confidence, slots: {}, missing: [], evidence: [], problems: [] };
}

/** The same question twice is one; help beside a real request is courtesy. */
function withoutRepeats(intents: InterpretedIntent[]): InterpretedIntent[] {
  const kept = intents.filter(
    (intent, index) =>
      !intents.slice(0, index).some((before) => before.intent === intent.intent && sameSlots(before, intent)),
  );
  return kept;
}

function sameSlots(a: InterpretedIntent, b: InterpretedIntent): boolean {
  const [x, y] = [JSON.stringify(a.slots), JSON.stringify(b.slots)];
  return x === y || y === "{}" || (a.intent === "HELP" && b.intent === "HELP");
}
