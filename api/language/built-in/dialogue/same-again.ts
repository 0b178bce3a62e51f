import type { InterpretationContext, InterpretedIntent } from "../../interpreter.ts";
import { buildSlots } from "../intents/build-slots.ts";
import type { MessageReading } from "../text/read-message.ts";

const sameFor =
  /^ (?:(?:and|only|just|ok|now|then|please|the|do|can you do|what|how|about|same|question|thing|again|once|more|but|also|with|for|on|of|to|too|as|well) )*(?:MODEL|VERSION)(?: (?:MODEL|VERSION|'s|model|too|as|well|please|instead|then|now|again))* $/;

/**
 * "And penguins?", "same question for cars", "what about version 2": what was asked before, of something else. Not for a prediction, which
 * rests on features.
 */
export function readSameAgain(reading: MessageReading, context: InterpretationContext): InterpretedIntent | undefined {
  const { intent } = context.focus;
  const [clause, ...more] = reading.clauses;
  if (!intent || intent === "PREDICT" || !clause || more.length > 0) return undefined;
  const line = ` ${clause.opening}${clause.text.trim()} `;
  if (!sameFor.test(line) || !/^ (?:and|only|just|what|how|same|the same|ok|now|then|do|but|also) /.test(line))
    return undefined;
  const built = buildSlots(intent, 0.8, clause, reading, context, { model: undefined, trains: false });
  return Object.keys(built.slots).length > 0 ? built : undefined;
}
