import type { InterpretationContext, InterpretedIntent } from "../interpreter.ts";
import type { ClauseView } from "./clauses/clause-view.ts";
import { type EarlierCase, readEarlierCase } from "./dialogue/earlier-case.ts";
import { readSameAgain } from "./dialogue/same-again.ts";
import { readWhatIf } from "./dialogue/what-if.ts";
import { buildSlots, type Carried, leavesModelOpen, partsOf, plain } from "./intents/build-slots.ts";
import type { Opinions } from "./intents/opinions.ts";
import { correctedBy, optionsOf, sameOf } from "./intents/repeated-request.ts";
import { casesOf } from "./intents/several-cases.ts";
import { isHeading } from "./request/headings.ts";
import { joinClauses } from "./request/join-clauses.ts";
import { freeOf, overruledBy, predictIntent, predictionOf, requestsOf, softOf } from "./request/read-case.ts";
import { readClauses, ruleFor } from "./request/read-clauses.ts";
import { withoutRepeats } from "./request/without-repeats.ts";
import type { MessageReading } from "./text/read-message.ts";

/** Clauses of one message that are looked at: a longer text is a story, or pasted. */
const mostClauses = 40;

/** What a message asks for, in order; one OUT_OF_SCOPE when there is nothing. */
export function interpretRequest(
  reading: MessageReading,
  context: InterpretationContext,
  opinions?: Opinions,
): InterpretedIntent[] {
  const earlier = readEarlierCase(reading, context);
  const changed = earlier && ofEarlier(earlier, context, opinions);
  if (changed) return [changed];
  const again = readSameAgain(reading, context);
  if (again) return [again];
  const read = readClauses(reading.clauses.slice(0, mostClauses), ruleFor(reading, context), opinions);
  joinClauses(read, reading);
  const headings = new Set(read.filter((_, index) => isHeading(read, index)));
  for (const one of headings) one.result = { kind: "MENTIONS", guard: "NOUN" };
  const first = read[0];
  const headed = first && headings.has(first) ? first.clause.models[0] : undefined;
  const free = freeOf(read);
  const whatIf = readWhatIf(reading, free, softOf(read), context, requestsOf(read));
  const prediction = whatIf ? undefined : predictionOf(reading, read, free, context, opinions);
  const overruled = prediction ? overruledBy(prediction, read) : new Set<ClauseView>();

  const found: { from: number; intent: InterpretedIntent }[] = [];
  const carried: Carried = { model: headed, heads: headed !== undefined, trains: false };
  for (const [index, one] of read.entries()) {
    const { clause, result } = one;
    if (headings.has(one)) carried.heads = true;
    if (clause.models[0]) carried.model = leavesModelOpen(clause) ? undefined : clause.models[0];
    else if (result.kind === "ASKS" && !carried.model && clause.words.filter((word) => word !== "please").length === 1)
      carried.model = read.slice(index + 1).find((next) => next.clause.models[0])?.clause.models[0];
    const corrected = correctedBy(clause, found.at(-1)?.intent);
    if (corrected) {
      found.pop();
      found.push({
        from: clause.span.from,
        intent: buildSlots(corrected.intent, 0.85, clause, reading, context, carried),
      });
      continue;
    }
    const repeated = sameOf(clause, found.at(-1)?.intent);
    if (repeated) {
      const built = buildSlots(repeated.intent, 0.85, clause, reading, context, {
        model: undefined,
        trains: carried.trains,
      });
      if (repeated.intent === "TRAIN") built.slots = { ...optionsOf(repeated), ...built.slots };
      found.push({ from: clause.span.from, intent: built });
      continue;
    }
    if (found.length > 0 && /^ (?:please )?help $/.test(clause.text) && !whatIf)
      found.push({ from: clause.span.from, intent: plain("HELP", 0.85) });
    if (result.kind !== "ASKS" || overruled.has(clause) || whatIf?.clauses.includes(clause)) continue;
    const parts = partsOf(result.intent, clause, reading);
    const built = parts.map((part) =>
      buildSlots(result.intent, result.confidence, clause, reading, context, carried, part),
    );
    if (result.intent === "TRAIN") carried.trains = true;
    found.push(...built.map((intent) => ({ from: clause.span.from, intent })));
  }
  if (whatIf) found.push({ from: whatIf.from, intent: whatIf.intent });
  if (prediction)
    for (const one of casesOf(prediction, free, reading, context))
      found.push({
        from: one.prediction.from,
        intent: predictIntent(one.prediction, one.free, reading, context, headed),
      });
  found.sort((a, b) => a.from - b.from);
  const asked = withoutRepeats(found.map(({ intent }) => intent));
  if (asked.length > 0) return asked;
  if (read.some(({ result }) => result.kind === "GREETS") && read.every(({ result }) => result.kind === "GREETS"))
    return [plain("HELP", 0.9)];
  return [plain("OUT_OF_SCOPE", 0.8)];
}

/** An earlier case as it was, or as the rest of the message changes it; undefined when the rest is something else. */
function ofEarlier(
  { model, features, version, rest, clauses }: EarlierCase,
  context: InterpretationContext,
  opinions: Opinions | undefined,
): InterpretedIntent | undefined {
  const named = version === undefined ? {} : { version };
  if (rest.clauses.length === 0) return { ...plain("PREDICT", 0.85), slots: { model, ...named, features } };
  const { earlier: _, featuresVersion: __, ...focus } = context.focus;
  const of = {
    ...focus,
    model,
    features,
    featuresOf: model,
    ...(version === undefined ? {} : { featuresVersion: version }),
  };
  const left = opinions && { ...opinions, clauses: opinions.clauses.slice(clauses) };
  const [only, ...more] = interpretRequest(rest, { ...context, focus: of }, left);
  const isChanged = only?.intent === "PREDICT" && more.length === 0 && only.missing.length === 0;
  return isChanged ? { ...only, slots: { model, ...named, ...only.slots } } : undefined;
}
