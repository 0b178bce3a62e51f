import type { InterpretationContext, InterpretedIntent } from "../../interpreter.ts";
import type { ClauseView } from "../clauses/clause-view.ts";
import { compileDefinition } from "../features/compiled-definition.ts";
import { missingOf } from "../features/missing-features.ts";
import { readFeatures } from "../features/read-features.ts";
import { tokensOutside } from "../intents/predict-rules.ts";
import type { MessageReading } from "../text/read-message.ts";
import { readBareValues } from "./feature-answer.ts";

const opens =
  /^ (?:what about|what if|how about|now|if|instead|same|suppose|ok|okay|then|so|make|change|with|no|actually|and what|try|imagine|assume)(?: |$)/;
const freshStart = /^ (?:a|an|the|predict|estimate|would a|would an|will a|one) /;

/**
 * A change to the last prediction: "and if he were a child?", "what about second class?". Values that are not spoken of come from that
 * prediction, without evidence in this message.
 */
export function readWhatIf(
  reading: MessageReading,
  free: readonly ClauseView[],
  context: InterpretationContext,
): { from: number; intent: InterpretedIntent } | undefined {
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
  const opened =
    first.opening !== "" || opens.test(first.text) || / (?:instead|too|as well|had been|were|same) /.test(first.text);
  // Without a word that says so, a description stands for itself: what it leaves out is asked for, not carried over.
  if (!opened || words > 25 || foreign > 1 || freshStart.test(first.text)) return undefined;
  const compiled = compileDefinition(definition);
  const ignored = tokensOutside(reading, free);
  let read = readFeatures(reading.text, compiled, reading.tokens, ignored);
  if (read.outright === 0 && opened)
    read =
      readBareValues(
        reading,
        compiled,
        definition.features.map(({ name }) => name),
        ignored,
      ) ?? read;
  if (read.outright === 0 || (foreign > 0 && read.outright < 2 && !opened)) return undefined;
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
