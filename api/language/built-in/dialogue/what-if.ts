import type { ModelDefinition } from "../../../models/definitions/define-model.ts";
import type { InterpretationContext, InterpretedIntent } from "../../interpreter.ts";
import type { ClauseView } from "../clauses/clause-view.ts";
import { compileDefinition } from "../features/compiled-definition.ts";
import type { FeatureReading } from "../features/feature-reading.ts";
import { missingOf } from "../features/missing-features.ts";
import { readFeatures } from "../features/read-features.ts";
import { type RelativeReading, readRelativeChanges } from "../features/relative-changes.ts";
import { tokensOutside } from "../intents/predict-rules.ts";
import type { MessageReading } from "../text/read-message.ts";
import { nearestFirst, readBareValues } from "./bare-values.ts";
import { corrects, lineOf, opens, supposes } from "./case-changes.ts";
import { refersToOther } from "./case-reference.ts";
import { toldBefore, withoutChat } from "./chat-around.ts";
import { readOriginalValues } from "./original-values.ts";
import { ofRelative, subjectOf, withRelative } from "./told-relatives.ts";

const takesWordBack =
  /^ (?:(?:and|oh|ah|hm|hmm|ugh|argh|well|ok) )*(?:no|nope|sorry|oops|wait|hang on|hold on|correction|actually|typo|scratch that) /;
/** "I beg your pardon, I misread my notes: …" */
const begsPardon =
  / ~?(?:pardon|forgive me|my mistake|my apologies|~?apologies|i ~?misread|i was mistaken|i was wrong|i ~?misspoke|i ~?misremembered|i mixed) /;
/** "What's the weather in Cherbourg?" asks after the world. */
const asksWorld = / (?:what|whats|how|hows)(?: is| 's|s| are| was)? the ~/;
/** "Also predict a man in first class": a case of its own, of which nothing is known yet. */
const beginsAnother =
  /^ (?:(?:and|also|now|then|next|ok|okay|so|please|can you|could you|lets|let us|finally|plus|yes|great|good|thanks) )*(?:predict|estimate|score|guess|classify|forecast|run) (?:for |it for |me |the (?:odds|chances|fate|survival|mpg|species) (?:of|for) )*(?:a|an|another|one) |^ (?:(?:and|also|now|then|next|ok|okay|so|what about|how about|for) )*(?:another|a (?:different|new|second|third|further)|one more|the next) (?:\S+ )?(?:MODEL|passenger|person|penguin|bird|car|vehicle|case|one|man|woman|boy|girl|animal) /;
const freshStart = /^ (?:a|an|the|predict|estimate|would a|would an|will a|one) /;

/**
 * A change to the last prediction: "and if he were a child?", "what about second class?". Values that are not spoken of come from that
 * prediction, without evidence in this message. `soft` are clauses taken for a question that a correction may hold too.
 */
export function readWhatIf(
  reading: MessageReading,
  clauses: readonly ClauseView[],
  soft: readonly ClauseView[],
  context: InterpretationContext,
  requests: readonly ClauseView[] = [],
): { from: number; intent: InterpretedIntent; clauses: readonly ClauseView[] } | undefined {
  // "Now her in first, and which version is live?": a question about models is one of its own.
  const own = soft.filter(
    ({ models, versions, words }) =>
      models.length + versions.length === 0 && !words.some((word) => ofModels.test(word)),
  );
  const free = isCorrecting(clauses, own)
    ? reading.clauses.filter((clause) => clauses.includes(clause) || own.includes(clause))
    : clauses;
  const { features: last, featuresOf, model } = context.focus;
  const told = toldBefore(reading, free);
  if (told > 0) {
    const rest = { ...reading, clauses: reading.clauses.slice(told) };
    const of = (some: readonly ClauseView[]) => some.filter((clause) => rest.clauses.includes(clause));
    return readWhatIf(rest, of(clauses), of(soft), context, of(requests));
  }
  const name = featuresOf ?? model ?? context.activeModel;
  const known = context.models.find(({ definition }) => definition.name === name);
  const first = free[0];
  if (
    last === undefined ||
    Object.keys(last).length === 0 ||
    !known ||
    !first ||
    !isWhole(reading.clauses, free, requests)
  )
    return undefined;
  const { definition } = known;
  if (free.some((clause) => clause.models.some((mention) => mention.name !== definition.name))) return undefined;
  const compiled = compileDefinition(definition);
  const ends = withoutChat(reading, free, compiled);
  if (ends < reading.clauses.length) {
    const rest = { ...reading, clauses: reading.clauses.slice(0, ends) };
    const of = (some: readonly ClauseView[]) => some.filter((clause) => rest.clauses.includes(clause));
    return readWhatIf(rest, of(clauses), of(soft), context, of(requests));
  }
  const words = free.reduce((sum, clause) => sum + clause.words.length, 0);
  const foreign = free.reduce((sum, clause) => sum + clause.foreign, 0);
  const line = free.map((clause) => clause.text.replaceAll("~", "")).join("");
  const isCorrection = corrects.test(line);
  const opened = first.opening !== "" || opens.test(first.text.replaceAll("~", "")) || isCorrection;
  const isFresh =
    (freshStart.test(first.text) && first.opening === "" && !isCorrection) || beginsAnother.test(lineOf(first));
  if (free.some((clause) => asksWorld.test(clause.text))) return undefined;
  const asksPardon = begsPardon.test(line);
  const mostForeign = asksPardon ? 8 : supposes.test(line) ? 5 : isCorrection || takesWordBack.test(line) ? 3 : 1;
  if (words > (asksPardon ? 40 : isCorrection ? 32 : 25) || foreign > mostForeign || isFresh) return undefined;
  const outside = tokensOutside(reading, free);
  const original = readOriginalValues(reading, compiled, context.focus, outside);
  const relative = readRelativeChanges(
    reading.text,
    reading.tokens,
    compiled,
    last,
    new Set([...outside, ...original.used]),
  );
  const moved = {
    values: { ...original.values, ...relative.values },
    evidence: [...original.evidence, ...relative.evidence],
    used: new Set([...original.used, ...relative.used]),
  };
  const ignored = new Set([...outside, ...moved.used, ...subjectOf(reading)]);
  let read = withMoved(readFeatures(reading.text, compiled, ofRelative(reading), ignored), moved);
  read = withRelative(read, reading, definition);
  // "No, 95": the number takes the place of the one that is nearest to it.
  const names = nearestFirst(
    definition.features.map(({ name: feature }) => feature).filter((feature) => read.values[feature] === undefined),
    last,
    reading,
  );
  const taken = new Set([...ignored, ...tokensOf(reading, read.evidence)]);
  const isAlone = words <= 3 && !/^ (?:NUM|one|two|three) $/.test(first.text);
  const bare = opened || isAlone ? readBareValues(reading, compiled, names, taken) : undefined;
  if (bare && read.outright + read.problems.length === 0) read = bare;
  else if (bare && numberApart.test(line)) read = withBare(read, bare);
  // "No, she didn't board in Southampton" takes a value back.
  const takesBack = opened && read.problems.length > 0;
  // "What if he was French?" moves a value by a hint, which is shown before it counts.
  const supposed = supposes.test(line) ? weakIn(read, last) : [];
  if (read.outright === 0 && !takesBack && supposed.length === 0) return undefined;
  // Without a word that says so, only a value or two alone change the last case ("2nd class?"): a description stands for itself, and what it
  // leaves out is asked for.
  const given = Object.keys(read.values).length;
  const isBrief = words <= 8 && read.outright <= 2 && given < definition.features.length / 2;
  // "Female + Cherbourg?": values alone, and nobody that they are said of.
  const isBare = words <= 4 && given <= 2 && !readsAsCase(reading.text, read.evidence);
  if (!opened && !isBrief && !isBare) return undefined;
  // "And a man in third class from Southampton" is described anew; "and a man in third class?" moves the one before.
  const isDescribed =
    describes.test(lineOf(first)) &&
    new Set(read.evidence.map(({ start }) => start)).size >= Math.max(3, definition.features.length - 1);
  if (isDescribed && !isCorrection) return undefined;
  const all = definition.features.every(({ name, required }) => !required || read.values[name] !== undefined);
  const subject = all ? {} : last;
  const refused = new Set(read.problems.map(({ slot }) => slot));
  const kept = Object.fromEntries(Object.entries(subject).filter(([name]) => !refused.has(`features.${name}`)));
  if (!/ same age /.test(line)) dropChildhood(kept, read, definition);
  const strong = withoutOthers(read, kept, reading.text);
  const values = { ...kept, ...strong, ...Object.fromEntries(supposed) };
  return {
    from: first.span.from,
    clauses: free,
    intent: {
      intent: "PREDICT",
      confidence: 0.85,
      slots: { ...versionOf(free, context), features: values },
      missing: missingOf(definition.features, values),
      evidence: read.evidence.filter(({ value, slot }) => values[slot.slice("features.".length)] === value),
      problems: read.problems,
    },
  };
}

const ofModels = /^(?:models?|versions?|production|prod|live)$/;

/** Whether the change to the case is all that is said, but for requests that stand behind it. */
function isWhole(all: readonly ClauseView[], free: readonly ClauseView[], requests: readonly ClauseView[]): boolean {
  return all.every((clause, index) => free.includes(clause) || (index > 0 && requests.includes(clause)));
}

const grown =
  /^(?:wom[ae]n|m[ae]n|lady|ladies|gentlem[ae]n|mr|mrs|madam|sir|guy|bloke|chap|husband|wife|widow|widower)$/i;

/** "And a woman?", after a boy: "woman" tells no age, but it is not the boy's; it is asked for. */
function dropChildhood(
  kept: Record<string, string | number>,
  { evidence, values }: FeatureReading,
  { features }: ModelDefinition,
): void {
  if (!evidence.some(({ text }) => grown.test(text))) return;
  for (const feature of features) {
    if (feature.kind !== "CATEGORICAL" || !feature.bins || values[feature.name] !== undefined) continue;
    if (kept[feature.name] !== feature.bins.at(-1)?.value) delete kept[feature.name];
  }
}

const describes = /^ (?:(?:and|also|now|then|next|ok|okay|so|plus|finally) )*(?:a|an|another|one more|one) /;

/** The version that the last prediction was asked of by name, unless another is named now. */
function versionOf(
  free: readonly ClauseView[],
  { focus: { featuresOf, featuresVersion } }: InterpretationContext,
): { model?: string; version?: number } {
  const said = free.flatMap(({ versions }) => versions).find((mention) => mention.said === "NUMBER")?.number;
  const version = said ?? featuresVersion;
  return version === undefined ? {} : { ...(featuresOf === undefined ? {} : { model: featuresOf }), version };
}

/** What was said as a difference counts like a value. */
function withMoved(read: FeatureReading, { values, evidence, used }: RelativeReading): FeatureReading {
  const count = evidence.length;
  return {
    ...read,
    values: { ...read.values, ...values },
    evidence: [...read.evidence, ...evidence],
    used: new Set([...read.used, ...used]),
    strength: read.strength + count,
    outright: read.outright + count,
  };
}

function tokensOf({ tokens }: MessageReading, evidence: readonly { start: number; end: number }[]): number[] {
  return [...tokens.keys()].filter((index) => {
    const token = tokens[index];
    return token && evidence.some(({ start, end }) => token.start >= start && token.end <= end);
  });
}

/** "woman, first class": somebody is described. */
function readsAsCase(text: string, evidence: readonly { text: string }[]): boolean {
  return (
    evidence.some((said) =>
      /^(?:wom[ae]n|m[ae]n|lady|ladies|boys?|girls?|gentleman|guy|kid|baby|child)$/i.test(said.text),
    ) || /\b(?:passenger|penguin|car)\b/i.test(text)
  );
}

/** "Hmm, 5 it was, and of 1980", "a woman in second instead": a number that takes the place of one before, beside what is said with its name. */
const numberApart =
  / NUM (?:it (?:is|was)|after all|rather(?! than)|instead(?! of)) | in (?:first|second|third)(?: (?:instead|then|now|too|as well|though|rather))* $/;

function withBare(read: FeatureReading, bare: FeatureReading): FeatureReading {
  return {
    values: { ...read.values, ...bare.values },
    evidence: [...read.evidence, ...bare.evidence],
    problems: read.problems,
    used: new Set([...read.used, ...bare.used]),
    strength: read.strength + bare.strength,
    outright: read.outright + bare.outright,
    contradictions: read.contradictions,
  };
}

/** Words of a correction make of "the flipper is off, it's 18.9 cm" no question about a flipper. */
function isCorrecting(free: readonly ClauseView[], soft: readonly ClauseView[]): boolean {
  if (soft.length === 0) return false;
  const all = [...free, ...soft];
  return (
    corrects.test(all.map((clause) => clause.text.replaceAll("~", "")).join("")) ||
    all.some((clause) => opens.test(clause.text))
  );
}

/** What is only hinted at, of features that had another value. */
function weakIn({ values, evidence }: FeatureReading, last: Readonly<Record<string, string | number>>) {
  return Object.entries(values).filter(
    ([name, value]) =>
      last[name] !== undefined &&
      last[name] !== value &&
      evidence.some(({ slot, weak }) => weak && slot === `features.${name}`),
  );
}

/** "his" in "and if his class were first?" refers to the person of before; a hint doesn't change what was said. */
function withoutOthers(
  { values, evidence }: Pick<FeatureReading, "values" | "evidence">,
  kept: Record<string, string | number>,
  text: string,
): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(values).filter(([name]) => {
      const said = evidence.find(({ slot }) => slot === `features.${name}`);
      return said === undefined || kept[name] === undefined || !(said.weak || refersToOther(said, text));
    }),
  );
}
