import type {
  Interpretation,
  InterpretationContext,
  InterpretedIntent,
  PendingContext,
  SlotEvidence,
  SlotProblem,
} from "../../interpreter.ts";
import { compileDefinition } from "../features/compiled-definition.ts";
import { readFeatures } from "../features/read-features.ts";
import type { MessageReading } from "../text/read-message.ts";
import { asksOfValue } from "./asks-of-value.ts";
import { nearestFirst, readBareValues } from "./bare-values.ts";
import { refersToOther } from "./case-reference.ts";
import { unknownAnswer } from "./unknown-answer.ts";
import { dropsIt, saysNo, saysYes } from "./yes-no.ts";

type Act = Pick<Interpretation, "act" | "answer">;

/** How a message bears on features that are waited for. */
export function readFeaturesAnswer(
  reading: MessageReading,
  text: string,
  raw: string,
  pending: Extract<PendingContext, { kind: "FEATURES" }>,
  asked: readonly InterpretedIntent[],
  context: InterpretationContext,
): Act {
  if (dropsIt(text) || dropsAtEnd(reading)) return { act: "CANCEL" };
  const known = context.models.find(({ definition }) => definition.name === pending.model);
  if (!known) return { act: "REQUEST" };
  if (saysYes(text, raw)) return { act: "AFFIRM" };
  if (saysNo(text, raw)) return { act: "DENY" };
  if ((raw.includes("?") && asksOfValue.test(text)) || ofWords.test(text)) return { act: "REQUEST" };
  const compiled = compileDefinition(known.definition);
  const ignored = new Set(reading.quoted);
  const read = readFeatures(reading.text, compiled, reading.tokens, ignored);
  const others = asked.filter(({ intent }) => intent !== "PREDICT" && intent !== "OUT_OF_SCOPE");
  // "V8", where cylinders are asked for, is an engine and no version.
  const isValue = / VERSION /.test(text) && text.trim().split(" ").length <= 4 && read.outright > 0;
  if (
    others.length > 0 &&
    !isValue &&
    !(
      others.every(
        ({ intent, slots }) => (intent === "MODEL_DETAILS" && slots.version === undefined) || intent === "HELP",
      ) && asked.some(({ intent }) => intent === "PREDICT")
    )
  )
    return { act: "REQUEST" };
  const open = pending.missing.filter(
    (name) => read.values[name] === undefined && !read.problems.some(({ slot }) => slot === `features.${name}`),
  );
  const words = text.trim().split(" ").length;
  const rest = new Set([...ignored, ...read.used]);
  // "12", where only cylinders are asked for, is an impossible number of them and no new acceleration; "no, 12" may be.
  const isLone = !takesBack.test(text);
  // A number alone is no new age: it is meant for what is asked.
  const isBinned = (name: string) =>
    known.definition.features.some(
      (feature) => feature.name === name && feature.kind === "CATEGORICAL" && feature.bins,
    );
  const isSetRight = / NUM not NUM | not NUM but NUM /.test(text);
  const given = Object.keys(pending.features).filter((name) => isSetRight || !isBinned(name));
  const forOpen = words <= 16 ? readBareValues(reading, compiled, open, rest) : undefined;
  const corrected =
    (words <= 3 || isSetRight) && !forOpen?.strength && !(isLone && forOpen?.problems.length)
      ? readBareValues(reading, compiled, nearestFirst(given, pending.features, reading), rest)
      : undefined;
  // "Fine, 3" and "0?", where a class is asked for, are no ages.
  const apart = words <= 3 && read.used.size > 0 ? readBareValues(reading, compiled, open, ignored) : undefined;
  const isGiven = Object.keys(read.values).every((name) => pending.features[name] !== undefined);
  const isAsked =
    apart !== undefined &&
    (apart.strength > 0
      ? [...read.used].every((index) => apart.used.has(index))
      : isGiven && [...read.used].every((index) => reading.tokens[index]?.number !== undefined));
  const bare = isAsked ? apart : corrected?.strength ? corrected : forOpen;
  const listed = listedValues(reading, compiled, pending.missing, ignored);
  if (listed && read.problems.length > 0)
    return { act: "ANSWER", answer: { features: listed.values, evidence: listed.evidence, problems: [] } };
  const values = { ...(isAsked ? {} : read.values), ...bare?.values };
  const evidence: SlotEvidence[] = [...(isAsked ? [] : read.evidence), ...(bare?.evidence ?? [])];
  const answered = Object.keys(values).length > 0;
  const problems: SlotProblem[] = [
    ...(isAsked ? [] : read.problems),
    ...(answered && read.strength > 0 ? [] : (bare?.problems ?? [])),
  ];
  const predict = asked.find(({ intent }) => intent === "PREDICT");
  if (predict?.slots.model !== undefined && predict.slots.model !== pending.model) return { act: "REQUEST" };
  if (predict && startsOver(text, read.values, pending)) return { act: "REQUEST" };
  if (answered || problems.length > 0) {
    return {
      act: "ANSWER",
      answer: {
        ...(answered ? { features: withoutWeak(values, evidence, pending, reading.text) } : {}),
        evidence,
        problems,
      },
    };
  }
  const unknown = unknownAnswer(reading, text, open.length > 0 ? open : pending.missing, known.definition.features);
  return unknown ? { act: "ANSWER", answer: { evidence: [], problems: [unknown] } } : { act: "REQUEST" };
}

/** "Translate to French: …" asks for something with words, and says no port. */
const ofWords = /^ (?:(?:please|can you|could you|now) )*(?:translate|summari[sz]e|paraphrase|rewrite|spell) /;

/** "A bill length? Good grief! No, forget about it, cancel that." */
function dropsAtEnd({ clauses }: MessageReading): boolean {
  const [last, before] = clauses.toReversed();
  if (!last || clauses.length < 2) return false;
  const lineOf = ({ text }: typeof last) => ` ${text.trim()} `;
  const isFirm =
    / (?:no|nope|sorry|nah) /.test(lineOf(last)) ||
    (before && (dropsIt(lineOf(before)) || / (?:no|nope|sorry|nah) /.test(lineOf(before))));
  // "Oh, do forget all that, please; I had the wrong list."
  const [first] = clauses;
  const isForgotten =
    first !== undefined && / (?:forget|never mind|nevermind|cancel) /.test(lineOf(first)) && dropsIt(lineOf(first));
  if (
    isForgotten &&
    clauses
      .slice(1)
      .every(
        ({ text, span }) =>
          !span.question &&
          !/ (?:NUM|MODEL|VERSION) /.test(text) &&
          (/ (?:i|wrong|mistake|mixed|you|my) /.test(text) || dropsIt(` ${text.trim()} `)),
      )
  )
    return true;
  return Boolean(isFirm && dropsIt(lineOf(last)) && last.words.length <= 5);
}

const takesBack = / (?:no|nope|not|wait|sorry|actually|oops|rather|instead|mean|meant|correction|typo) /;

/** "Male, 2, S, adult": a list of nothing but values, each for a feature of its own, in any order. */
function listedValues(
  reading: MessageReading,
  compiled: ReturnType<typeof compileDefinition>,
  missing: readonly string[],
  ignored: ReadonlySet<number>,
) {
  const items = [...reading.tokens.keys()].filter((index) => reading.tokens[index]?.kind !== "PUNCT");
  if (items.length < 2 || items.length > missing.length) return undefined;
  const listed = readBareValues(reading, compiled, missing, ignored);
  return listed && listed.problems.length === 0 && items.every((index) => listed.used.has(index)) ? listed : undefined;
}

/** A description of a whole other case: "a woman in third class" when a boy is spoken of. */
function startsOver(
  text: string,
  values: Record<string, string | number>,
  pending: Extract<PendingContext, { kind: "FEATURES" }>,
): boolean {
  const changed = Object.entries(values).filter(
    ([name, value]) => pending.features[name] !== undefined && pending.features[name] !== value,
  );
  const given = Object.keys(values).length;
  if (
    /^ (?:no|sorry|actually|i meant|i mean|correction|wait|make|change|not|oh|oops|rather|he|she|it|they) /.test(text)
  )
    return false;
  if (
    / (?:predict|new prediction|(?<! of )another (?:one|passenger|person|case)|start over|what about|how about|instead) /.test(
      text,
    ) &&
    given >= 2
  )
    return true;
  return (
    given >= 2 && changed.length > 0 && /^ (?:(?:and|ok|now|then|would|for|what about|so) )*(?:a|an|the) /.test(text)
  );
}

/** A hint doesn't overrule what was said before, nor does a word for somebody else. */
function withoutWeak(
  values: Record<string, string | number>,
  evidence: readonly SlotEvidence[],
  pending: Extract<PendingContext, { kind: "FEATURES" }>,
  text: string,
): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(values).filter(([name]) => {
      const said = evidence.find(({ slot }) => slot === `features.${name}`);
      return !(said && pending.features[name] !== undefined && (said.weak || refersToOther(said, text)));
    }),
  );
}
