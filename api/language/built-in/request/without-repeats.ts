import type { InterpretedIntent, Slots } from "../../interpreter.ts";
import { changes } from "../intents/weigh-clause.ts";

/** The same question twice is one, and options that stand apart belong to the training that they are said of. */
export function withoutRepeats(intents: InterpretedIntent[]): InterpretedIntent[] {
  const kept: InterpretedIntent[] = [];
  for (const intent of intents) {
    const before = kept.find((other) => other.intent === intent.intent);
    // "I said penguins! Which versions of it are there?": a name alone asks for nothing besides.
    const named = kept.findIndex(
      (other) => other.intent === "MODEL_DETAILS" && other.confidence < 0.8 && isWithin(other.slots, intent.slots),
    );
    if (intent.intent === "LIST_MODELS" && intent.slots.model !== undefined && named >= 0) kept.splice(named, 1);
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
