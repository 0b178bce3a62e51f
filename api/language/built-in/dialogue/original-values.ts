import type { FeatureValues } from "../../../models/definitions/define-model.ts";
import type { InterpretationContext, SlotEvidence } from "../../interpreter.ts";
import { type CompiledDefinition, wordsOf } from "../features/compiled-definition.ts";
import type { MessageReading } from "../text/read-message.ts";

const first = "(?:original|initial|first|starting)";
const behindIt = new RegExp(`^(?:back to|to|as in) (?:the |its |his |her |their )?${first}(?: |$)`);
const sameAsBefore =
  /^(?:as (?:it was |they were )?(?:originally|initially|at first)|back to what (?:it was|they were))(?: |$)/;

/** Values that go back to those of the first case, and the tokens that say so. */
export interface OriginalReading {
  values: FeatureValues;
  evidence: SlotEvidence[];
  used: ReadonlySet<number>;
}

/**
 * "Mass and flipper back to original", "to her original weight": features that are named before such words, or behind them, take their value of
 * the first case that was predicted with this model. Nothing where no such case is remembered.
 */
export function readOriginalValues(
  { tokens, text }: MessageReading,
  compiled: CompiledDefinition,
  { featuresOf, earlier = [] }: InterpretationContext["focus"],
  ignored: ReadonlySet<number>,
): OriginalReading {
  const found: OriginalReading & { used: Set<number> } = { values: {}, evidence: [], used: new Set() };
  const origin = earlier.findLast(({ model }) => model === featuresOf);
  if (!origin) return found;
  const phrase = (at: number, count: number) =>
    tokens
      .slice(at, at + count)
      .map(({ norm }) => norm)
      .join(" ");
  for (const at of tokens.keys()) {
    if (ignored.has(at)) continue;
    if (!behindIt.test(phrase(at, 5)) && !sameAsBefore.test(phrase(at, 5))) continue;
    const behind = named(
      compiled,
      tokens.slice(at, at + 7).map(({ norm }) => norm),
    );
    const place = behind.length > 0 ? { names: behind, from: at, to: at + 6 } : beforeIt(compiled, tokens, at);
    for (const name of place.names) {
      const value = origin.features[name];
      const [start, end] = [tokens[place.from]?.start ?? 0, tokens[Math.min(place.to, tokens.length - 1)]?.end ?? 0];
      if (value === undefined) continue;
      found.values[name] = value;
      found.evidence.push({ slot: `features.${name}`, value, text: text.slice(start, end), start, end, weak: false });
      for (let index = place.from; index <= place.to; index += 1) found.used.add(index);
    }
  }
  return found;
}

/** Features named in the words before, up to a mark or another value. */
function beforeIt(compiled: CompiledDefinition, tokens: MessageReading["tokens"], at: number) {
  let from = at;
  while (
    from > Math.max(0, at - 8) &&
    !/^[.;,!?]$/.test(tokens[from - 1]?.text ?? "") &&
    tokens[from - 1]?.number === undefined
  )
    from -= 1;
  return {
    names: named(
      compiled,
      tokens.slice(from, at).map(({ norm }) => norm),
    ),
    from,
    to: at + 1,
  };
}

/** Features that words name: a measure by a word of its own, a choice by its name. */
function named(compiled: CompiledDefinition, words: readonly string[]): string[] {
  const measures = compiled.numerics
    .filter((sense) => words.some((word) => (sense.words.get(word) ?? 0) >= 1))
    .map(({ feature }) => feature.name);
  const choices = compiled.definition.features
    .filter(
      (feature) =>
        feature.kind === "CATEGORICAL" &&
        (words.some((word) => compiled.heads.get(feature)?.nouns.has(word)) ||
          [feature.name, feature.label ?? ""].some((name) => {
            const [only, ...more] = wordsOf(name);
            return only !== undefined && more.length === 0 && words.includes(only);
          })),
    )
    .map(({ name }) => name);
  return [...measures, ...choices];
}
