import type { InterpretationContext, InterpretedIntent } from "../../interpreter.ts";
import type { ClauseView } from "../clauses/clause-view.ts";
import { compileDefinition } from "../features/compiled-definition.ts";
import { missingOf } from "../features/missing-features.ts";
import { readFeatures } from "../features/read-features.ts";
import { tokensOutside } from "../intents/predict-rules.ts";
import type { MessageReading } from "../text/read-message.ts";
import { readBareValues } from "./feature-answer.ts";

const opens =
  /^ (?:what about|what if|how about|now|if|instead|same|suppose|supposing|ok|okay|then|so|make|change|switch|set|with|without|no|nope|actually|and what|try|imagine|assume|say|sorry|sry|srry|oops|ups|oh|wait|hmm|hm|er|uh|damn|my mistake|my bad|correction|rather|scratch that|i meant|i mean|i was wrong|hold on|hang on|would (?:it|that|this)|does it|did i|and)(?: |$)/;
/** "… is wrong", "should be 1976", "it was in fact": words of a correction wherever they stand. */
const corrects =
  / (?:instead|too|as well|had been|were|same|wrong|mistake|incorrect|should be|should have been|should read|was actually|is actually|in fact|not \S+ but|rather than|meant|misread|mistyped|typo|is off|was off|not right|correct is|changed to|make it|make him|make her|if (?:he|she|it|they|i)) /;
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
): { from: number; intent: InterpretedIntent } | undefined {
  const free = isCorrecting(clauses, soft)
    ? reading.clauses.filter((clause) => clauses.includes(clause) || soft.includes(clause))
    : clauses;
  const { features: last, model } = context.focus;
  const known = context.models.find(({ definition }) => definition.name === (model ?? context.activeModel));
  const first = free[0];
  if (
    last === undefined ||
    Object.keys(last).length === 0 ||
    !known ||
    !first ||
    free.length !== reading.clauses.length
  )
    return undefined;
  const { definition } = known;
  if (free.some((clause) => clause.models.some((mention) => mention.name !== definition.name))) return undefined;
  const words = free.reduce((sum, clause) => sum + clause.words.length, 0);
  const foreign = free.reduce((sum, clause) => sum + clause.foreign, 0);
  const line = free.map((clause) => clause.text).join("");
  const isCorrection = corrects.test(line);
  const opened = first.opening !== "" || opens.test(first.text) || isCorrection;
  const isFresh = freshStart.test(first.text) && first.opening === "";
  if (words > 25 || foreign > (isCorrection ? 3 : 1) || isFresh) return undefined;
  const compiled = compileDefinition(definition);
  const ignored = tokensOutside(reading, free);
  let read = readFeatures(reading.text, compiled, reading.tokens, ignored);
  if (read.outright === 0 && (opened || (words <= 3 && !/^ (?:NUM|one|two|three) $/.test(first.text))))
    read =
      readBareValues(
        reading,
        compiled,
        definition.features.map(({ name }) => name),
        ignored,
      ) ?? read;
  if (read.outright === 0) return undefined;
  // Without a word that says so, only a value or two alone change the last case ("2nd class?"): a description stands for itself, and what it
  // leaves out is asked for.
  const isBrief = words <= 8 && read.outright <= 2 && Object.keys(read.values).length < definition.features.length / 2;
  if (!opened && !isBrief) return undefined;
  const all = definition.features.every(({ name, required }) => !required || read.values[name] !== undefined);
  const subject = all ? {} : last;
  const refused = new Set(read.problems.map(({ slot }) => slot));
  const kept = Object.fromEntries(Object.entries(subject).filter(([name]) => !refused.has(`features.${name}`)));
  const strong = withoutPronouns(read.values, read.evidence, kept);
  const values = { ...kept, ...strong };
  return {
    from: first.span.from,
    intent: {
      intent: "PREDICT",
      confidence: 0.85,
      slots: { features: values },
      missing: missingOf(definition.features, values),
      evidence: read.evidence.filter(({ value, slot }) => values[slot.slice("features.".length)] === value),
      problems: read.problems,
    },
  };
}

/** Words of a correction make of "the flipper is off, it's 18.9 cm" no question about a flipper. */
function isCorrecting(free: readonly ClauseView[], soft: readonly ClauseView[]): boolean {
  if (soft.length === 0) return false;
  const all = [...free, ...soft];
  return corrects.test(all.map((clause) => clause.text).join("")) || all.some((clause) => opens.test(clause.text));
}

/** "he" in "and if he were a child?" refers to the person of before; a hint doesn't change what was said. */
function withoutPronouns(
  values: Record<string, string | number>,
  evidence: readonly { slot: string; text: string; weak: boolean }[],
  kept: Record<string, string | number>,
): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(values).filter(([name]) => {
      const said = evidence.find(({ slot }) => slot === `features.${name}`);
      return (
        said === undefined || kept[name] === undefined || !(said.weak || /^(?:her|him|his|hers)$/i.test(said.text))
      );
    }),
  );
}
