import { findActs } from "../intents/act-patterns.ts";
import type { ClauseReading } from "../intents/classify-clause.ts";
import { isRefusal, isTakenBack } from "../intents/retractions.ts";
import { changes } from "../intents/weigh-clause.ts";
import type { MessageReading } from "../text/read-message.ts";
import type { ReadClause } from "./read-clauses.ts";

/** Mends in place what clauses were read as one by one, where two of them say one thing together. */
export function joinClauses(read: ReadClause[], reading: MessageReading): void {
  joinHypotheses(read);
  joinPurposes(read);
  joinQuoted(read, reading);
  dropRepeatedQuestion(read);
  dropVersionAlone(read);
  joinTold(read);
  joinAskedFor(read);
  dropTakenBack(read);
  dropStated(read);
}

/** "For to archive a version, how does one do?": what is asked is how. */
function joinPurposes(read: ReadClause[]): void {
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
function joinQuoted(read: ReadClause[], { quoted }: MessageReading): void {
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
function joinHypotheses(read: ReadClause[]): void {
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
function joinTold(read: ReadClause[]): void {
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
function joinAskedFor(read: ReadClause[]): void {
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
function dropTakenBack(read: ReadClause[]): void {
  for (const [index, one] of read.entries()) {
    const next = read[index + 1];
    if (one.result.kind !== "ASKS" || !changes.has(one.result.intent) || !isTakenBack(one.clause, next?.clause))
      continue;
    one.result = { kind: "MENTIONS", guard: "NEGATED" };
    if (next && isRefusal(next.clause)) next.result = { kind: "MENTIONS", guard: "NEGATED" };
  }
}

/** "And the other one, who trained it?": the version alone asks for nothing; what is asked of it comes behind. */
function dropVersionAlone(read: ReadClause[]): void {
  for (const [index, one] of read.entries()) {
    const next = read[index + 1];
    if (!next || one.clause.span.question || !/^ (?:the |that |this )*VERSION $/.test(one.clause.text)) continue;
    const isOf =
      next.result.kind === "ASKS" && !next.clause.span.opensSentence && / (?:it|that|this) /.test(next.clause.text);
    if (isOf && one.result.kind === "ASKS") one.result = { kind: "MENTIONS", guard: "NOUN" };
  }
}

/** "Between 1 and 2, how much lower did the error get?": what a comparison is asked for is no question of its own. */
function dropRepeatedQuestion(read: ReadClause[]): void {
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
function dropStated(read: ReadClause[]): void {
  if (!read.some(({ result }) => result.kind === "ASKS" && changes.has(result.intent))) return;
  for (const one of read) {
    const { clause, result } = one;
    const isReport = result.kind === "ASKS" && /^(?:TRAINING_STATUS|ACTIVE_MODEL)$/.test(result.intent);
    if (isReport && !clause.span.question && states.test(clause.text) && !asksThere.test(clause.text))
      one.result = { kind: "MENTIONS", guard: "NARRATED" };
  }
}
