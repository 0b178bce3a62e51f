import type { InterpretationContext, InterpretedIntent, Slots } from "../interpreter.ts";
import type { ClauseView } from "./clauses/clause-view.ts";
import { type EarlierCase, readEarlierCase } from "./dialogue/earlier-case.ts";
import { readSameAgain } from "./dialogue/same-again.ts";
import { readWhatIf } from "./dialogue/what-if.ts";
import type { ModelMention } from "./entities/model-names.ts";
import { readPastTime } from "./entities/past-times.ts";
import { missingOf } from "./features/missing-features.ts";
import { findActs } from "./intents/act-patterns.ts";
import { asksOfThen } from "./intents/asks-of-then.ts";
import { buildSlots, type Carried, partsOf, plain } from "./intents/build-slots.ts";
import { askedOn, asksOn, type ClauseReading, classifyClause } from "./intents/classify-clause.ts";
import type { Opinions } from "./intents/opinions.ts";
import { type PredictReading, readPrediction } from "./intents/predict-rules.ts";
import { correctedBy, optionsOf, sameOf } from "./intents/repeated-request.ts";
import { isRefusal, isTakenBack } from "./intents/retractions.ts";
import { casesOf } from "./intents/several-cases.ts";
import { changes, weighClause } from "./intents/weigh-clause.ts";
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
  const read = classifyAll(reading.clauses.slice(0, mostClauses), ruleFor(reading, context), opinions);
  joinHypotheses(read);
  joinPurposes(read);
  joinQuoted(read, reading);
  dropRepeatedQuestion(read);
  dropVersionAlone(read);
  joinTold(read);
  joinAskedFor(read);
  dropTakenBack(read);
  dropStated(read);
  const headings = new Set(read.filter((_, index) => isHeading(read, index)));
  for (const one of headings) one.result = { kind: "MENTIONS", guard: "NOUN" };
  const first = read[0];
  const headed = first && headings.has(first) ? first.clause.models[0] : undefined;
  const free = read
    .filter(({ clause, result }) => isFree(result) && !isThanks(clause, result))
    .map(({ clause }) => clause);
  const whatIf = readWhatIf(reading, free, softOf(read), context, requestsOf(read));
  const prediction = whatIf ? undefined : predictionOf(reading, read, free, context, opinions);
  const overruled = prediction ? overruledBy(prediction, read) : new Set<ClauseView>();

  const found: { from: number; intent: InterpretedIntent }[] = [];
  const carried: Carried = { model: headed, heads: headed !== undefined, trains: false };
  for (const [index, one] of read.entries()) {
    const { clause, result } = one;
    if (headings.has(one)) carried.heads = true;
    if (clause.models[0]) carried.model = clause.models[0];
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

/** The encoder, which sees no times, takes it for the history. */
const wasActive: ClauseReading = { kind: "ASKS", intent: "ACTIVE_MODEL", confidence: 0.9, certain: true };

/** What the rules read in a clause of this message: "stop it" means the training where one is spoken of. */
export function ruleFor(
  { text, tokens }: MessageReading,
  { focus, now }: InterpretationContext,
): (clause: ClauseView) => ClauseReading {
  const isOfThen = ({ text: said, span }: ClauseView) =>
    now !== undefined && asksOfThen(said) && readPastTime(tokens, span.from, span.to, now) !== undefined;
  const inTraining = focus.runId !== undefined || /\btrain/i.test(text);
  const ofTraining = focus.runId !== undefined && /^(?:TRAIN|TRAINING_STATUS)$/.test(focus.intent ?? "");
  return (clause) => {
    if (isOfThen(clause)) return wasActive;
    return ofTraining && asksOn.test(clause.text) ? askedOn : classifyClause(clause, inTraining);
  };
}

/** Reads the clauses one by one; each may speak of what the one before asked about. */
function classifyAll(
  clauses: readonly ClauseView[],
  ruleOf: (clause: ClauseView) => ClauseReading,
  opinions?: Opinions,
): Read[] {
  const read: Read[] = [];
  for (const [index, clause] of clauses.entries()) {
    const rule = ruleOf(clause);
    const opinion = opinions?.clauses[index];
    const whole = opinions && opinions.clauses.length > 1 ? opinions.whole : undefined;
    const continues =
      read.at(-1)?.result.kind === "ASKS" && clause.words.some((word) => /^(?:it|its|them|that|same)$/.test(word));
    read.push({ clause, result: opinion ? weighClause(rule, opinion, clause, whole, continues) : rule });
  }
  return read;
}

/** "For to archive a version, how does one do?": what is asked is how. */
function joinPurposes(read: Read[]): void {
  for (const [index, one] of read.entries()) {
    const next = read[index + 1];
    if (
      !next ||
      next.clause.span.opensSentence ||
      !/^ (?:for |in order |if one wants |when one wants )?to (?!do |be )/.test(one.clause.text)
    )
      continue;
    if (!/^ (?:how|what|which (?:words|command)|where) /.test(next.clause.text)) continue;
    one.result = { kind: "MENTIONS", guard: "HOW_TO" };
    next.result = { kind: "ASKS", intent: "HELP", confidence: 0.85 };
  }
}

const wonders = /^ (?:what|which|will|would|does|do|is|are|can|could|should|who|how) /;

/** "If I said 'archive cars', would you do it?", "'remove titanic' stands there: what does it do?" ask how things work here. */
function joinQuoted(read: Read[], { quoted }: MessageReading): void {
  for (const [index, one] of read.entries()) {
    const isBehind = [...quoted].some((token) => token < one.clause.span.from);
    if (!isBehind) continue;
    const said = read[index - 1];
    const isSupposed = said !== undefined && ifSaid.test(said.clause.text) && wonders.test(one.clause.text);
    if (!isSupposed && !asksOfQuoted.test(one.clause.text)) continue;
    one.result = { kind: "ASKS", intent: "HELP", confidence: 0.85 };
  }
}

const ifSaid =
  /^ (?:(?:and|so|but|ok) )*(?:if|when|suppose) (?:i|we|someone|somebody) (?:say|said|ask|asked|tell|told|type|typed|write|wrote|send|sent) /;
const asksOfQuoted =
  /^ (?:(?:and|so|but|ok) )*(?:what (?:does|would|will|do) (?:it|that|this|they) (?:do|mean|change|cause)|(?:is|was) (?:it|that|this) (?:still |really )?(?:how (?:it|that|this) (?:is|'s|works?)(?: still)? ?(?:done)?|right|correct|allowed|the (?:right )?way)|does (?:it|that|this) (?:still |really )?work)(?: here| now| still| exactly)* $/;

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
    if (!wonders.test(next.clause.text)) continue;
    one.result = { kind: "ASKS", intent: "HELP", confidence: 0.85 };
    next.result = { kind: "MENTIONS", guard: "HYPOTHETICAL" };
  }
}

const wasItSo =
  /^ (?:(?:and|so|but|well) )*(?:(?:did|has|have) (?:he|she|they|someone|somebody|anyone|anybody|that|it)(?: (?:really|actually|do|done|happen|happened|so|it|that|this|yet|already))*|(?:is|was) (?:that|it|this) (?:true|so|right|correct|done|the case)|true) $/;

/** "My colleague said he'd promote titanic 3. Did he?" asks what was done. */
function joinTold(read: Read[]): void {
  for (const [index, one] of read.entries()) {
    const next = read[index + 1];
    if (one.result.kind !== "MENTIONS" || one.result.guard === "NEGATED" || !next || !wasItSo.test(next.clause.text))
      continue;
    const asks: ClauseReading = { kind: "ASKS", intent: "AUDIT_HISTORY", confidence: 0.85, certain: true };
    // The first of them names what it is about.
    const names = one.clause.models.length + one.clause.versions.length > 0;
    one.result = names ? asks : one.result;
    next.result = names ? { kind: "MENTIONS", guard: "NARRATED" } : asks;
  }
}

const doThat =
  /^ (?:(?:and|so|please|now) )*(?:(?:would|could|can|will) you (?:please |kindly |now )*(?:do|see to|take care of|handle|arrange) (?:that|it|this|so)|please (?:do|see to|take care of|handle) (?:that|it|this|so))(?: (?:please|now|for me|for us|then|at once))* $/;

/** "I have been asked to see that penguins is removed; would you do that?" asks for what was only spoken of. */
function joinAskedFor(read: Read[]): void {
  for (const [index, one] of read.entries()) {
    const next = read[index + 1];
    if (!next || !doThat.test(next.clause.text) || next.result.kind === "ASKS" || denied(one.result)) continue;
    const [act, ...more] = findActs(one.clause.text);
    if (!act || more.some(({ intent }) => intent !== act.intent) || spokenAgainst.test(one.clause.text)) continue;
    one.result = { kind: "ASKS", intent: act.intent, confidence: 0.85, certain: true };
    next.result = { kind: "MENTIONS", guard: "NARRATED" };
  }
}

const denied = (result: ClauseReading) =>
  (result.kind === "ASKS" && changes.has(result.intent)) || (result.kind === "MENTIONS" && result.guard === "NEGATED");
const spokenAgainst = / (?:not|never|dont|no|nobody|without|if|who|when|why|how|already|was|were|had) /;

/** "Promote it? Not a chance." asks for no change. */
function dropTakenBack(read: Read[]): void {
  for (const [index, one] of read.entries()) {
    const next = read[index + 1];
    if (one.result.kind !== "ASKS" || !changes.has(one.result.intent) || !isTakenBack(one.clause, next?.clause))
      continue;
    one.result = { kind: "MENTIONS", guard: "NEGATED" };
    if (next && isRefusal(next.clause)) next.result = { kind: "MENTIONS", guard: "NEGATED" };
  }
}

/** "And the other one, who trained it?": the version alone asks for nothing; what is asked of it comes behind. */
function dropVersionAlone(read: Read[]): void {
  for (const [index, one] of read.entries()) {
    const next = read[index + 1];
    if (!next || one.clause.span.question || !/^ (?:the |that |this )*VERSION $/.test(one.clause.text)) continue;
    const isOf =
      next.result.kind === "ASKS" && !next.clause.span.opensSentence && / (?:it|that|this) /.test(next.clause.text);
    if (isOf && one.result.kind === "ASKS") one.result = { kind: "MENTIONS", guard: "NOUN" };
  }
}

/** "Between 1 and 2, how much lower did the error get?": what a comparison is asked for is no question of its own. */
function dropRepeatedQuestion(read: Read[]): void {
  for (const [index, one] of read.entries()) {
    const before = read[index - 1]?.result;
    const isOwn = one.clause.span.opensSentence || one.clause.models.length + one.clause.versions.length > 0;
    if (isOwn || before?.kind !== "ASKS" || before.intent !== "COMPARE_VERSIONS") continue;
    if (one.result.kind === "ASKS" && one.result.intent === "MODEL_DETAILS")
      one.result = { kind: "MENTIONS", guard: "NARRATED" };
  }
}

const states =
  /^ (?:\S+ ){0,10}?(?:MODEL|VERSION|it|one)(?: VERSION)? (?:is|was) (?:(?:now|already|still|just|also) )*(?:being trained|training|retraining|running|live|active|serving|in production|in prod|the (?:live|active) one) (?:now |already |again )*$/;

const asksThere = /^ (?:is|was) | (?:which|what|who|whether|if|how|when|tell|show|check|see|know) /;

/** "Now titanic is being trained. Please stop that": tells how things are, for what is asked then. */
function dropStated(read: Read[]): void {
  if (!read.some(({ result }) => result.kind === "ASKS" && changes.has(result.intent))) return;
  for (const one of read) {
    const { clause, result } = one;
    const isReport = result.kind === "ASKS" && /^(?:TRAINING_STATUS|ACTIVE_MODEL)$/.test(result.intent);
    if (isReport && !clause.span.question && states.test(clause.text) && !asksThere.test(clause.text))
      one.result = { kind: "MENTIONS", guard: "NARRATED" };
  }
}

/** "Titanic: predict …", "penguins - how good is it": a name alone before another clause says which model that one is about. */
function isHeading(read: readonly Read[], index: number): boolean {
  const clause = read[index]?.clause;
  return Boolean(clause && read[index + 1] && !clause.span.question && heading.test(clause.text));
}

const heading =
  /^ (?:(?:ok|okay|so|now|and|anyway|right|alright|well|hm|hmm) )*(?:(?:back to|about|for|as for|regarding|on|with|by|using) )?(?:the )?(?:model )?MODEL(?: VERSION)?(?: again| now| then| next)? $/;

type Read = { clause: ClauseView; result: ClauseReading };

/** "Thanks for the prediction!" asks for none. */
function isThanks({ text }: ClauseView, { kind }: ClauseReading): boolean {
  return kind === "GREETS" && / (?:thanks?|thx|cheers) /.test(text);
}

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
function isBeside({ asked, features }: PredictReading, read: readonly Read[], leaning: number | undefined): boolean {
  const requests = read.some(({ result }) => result.kind === "ASKS");
  return requests && !asked && features.outright < 3 && (leaning ?? 1) < 0.5;
}

/** How much the encoder takes the free part of the message for a case to predict, 0 to 1; undefined when it was not asked. */
function leaningOf(
  read: readonly Read[],
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

function requestsOf(read: readonly Read[]): ClauseView[] {
  return read.filter(({ result }) => result.kind === "ASKS").map(({ clause }) => clause);
}

function softOf(read: readonly Read[]): ClauseView[] {
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

function overruledBy(prediction: PredictReading, read: readonly Read[]): Set<ClauseView> {
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

function predictIntent(
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

/** The same question twice is one, and options that stand apart belong to the training that they are said of. */
function withoutRepeats(intents: InterpretedIntent[]): InterpretedIntent[] {
  const kept: InterpretedIntent[] = [];
  for (const intent of intents) {
    const before = kept.find((other) => other.intent === intent.intent);
    const isBare = before !== undefined && isWithin(before.slots, intent.slots);
    if (before && intent.intent === "TRAIN" && (!before.slots.model || !intent.slots.model)) mergeInto(before, intent);
    else if (before && isBare && !changes.has(intent.intent) && intent.intent !== "PREDICT") mergeInto(before, intent);
    else if (!kept.some((other) => other.intent === intent.intent && says(other, intent))) kept.push(intent);
  }
  return kept;
}

/** Whether the first asks for less than the second: "how does it compare? Compare 2 and 3". */
function isWithin(first: Slots, second: Slots): boolean {
  return (
    first.version === undefined &&
    first.versions === undefined &&
    (first.model ?? second.model) === second.model &&
    Object.keys(first).every((slot) => slot === "model")
  );
}

function mergeInto(one: InterpretedIntent, other: InterpretedIntent): void {
  Object.assign(one.slots, other.slots);
  const replaced = new Set(other.evidence.map(({ slot }) => slot));
  one.evidence = [...one.evidence.filter(({ slot }) => !replaced.has(slot)), ...other.evidence];
  one.problems.push(...other.problems);
}

/** Whether the second adds nothing to the first. */
function says(first: InterpretedIntent, second: InterpretedIntent): boolean {
  if (first.intent === "HELP") return true;
  const known = new Map(Object.entries(first.slots).map(([slot, value]) => [slot, JSON.stringify(value)]));
  const said = Object.entries(second.slots);
  if (second.intent === "PREDICT")
    return JSON.stringify(first.slots) === JSON.stringify(second.slots) || said.length === 0;
  return said.every(([slot, value]) => known.get(slot) === JSON.stringify(value));
}
