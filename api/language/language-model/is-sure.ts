import type { Interpretation, InterpretedIntent } from "../interpreter.ts";

/** From this confidence on the built-in interpreter's reading of a request stands by itself. */
const sureFrom = 0.8;
/** A description that leaves something out may say it in words that the built-in interpreter overlooks, unless it has no room for them. */
const mostWordsOfABriefCase = 12;
/** As many code units of a message as the built-in interpreter reads. */
const longestRead = 4_000;

/**
 * Whether the built-in interpreter's reading needs no second opinion: it found what is asked for, plainly, and read the whole
 * message. Finding nothing (OUT_OF_SCOPE) is never sure: it can't tell what is no request from one in words that it does not know.
 */
export function isSure({ act, intents, answer }: Interpretation, message: string): boolean {
  if (message.length > longestRead) return false;
  switch (act) {
    case "AFFIRM":
    case "DENY":
    case "CANCEL":
      return true;
    case "ANSWER":
      return Boolean(answer && answer.problems.length === 0 && answer.evidence.every(({ weak }) => !weak));
    case "REQUEST":
      return intents.length > 0 && intents.every((intent) => isPlain(intent, message));
  }
}

function isPlain({ intent, confidence, evidence, problems, missing }: InterpretedIntent, message: string): boolean {
  if (intent === "OUT_OF_SCOPE" || confidence < sureFrom || problems.length > 0) return false;
  if (evidence.some(({ weak }) => weak)) return false;
  return missing.length === 0 || message.trim().split(/\s+/).length <= mostWordsOfABriefCase;
}
