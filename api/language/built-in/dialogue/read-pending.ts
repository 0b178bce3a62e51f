import { possibleValues } from "../../../models/definitions/possible-values.ts";
import type {
  Interpretation,
  InterpretationContext,
  InterpretedIntent,
  PendingContext,
  SlotEvidence,
  SlotProblem,
} from "../../interpreter.ts";
import { compileDefinition } from "../features/compiled-definition.ts";
import { shortened, spokenName } from "../features/feature-reading.ts";
import { readFeatures } from "../features/read-features.ts";
import { changes } from "../intents/weigh-clause.ts";
import type { MessageReading } from "../text/read-message.ts";
import { refersToOther } from "./case-reference.ts";
import { readChoice } from "./choice.ts";
import { nearestFirst, readBareValues } from "./feature-answer.ts";
import { intentOfAction, namesOnly } from "./revise-request.ts";
import { idleNo, verdictOf } from "./verdict.ts";
import { approves, dropsIt, holdsOn, saysNo, saysYes } from "./yes-no.ts";

type Act = Pick<Interpretation, "act" | "answer">;

/** How a message bears on what is waited for; REQUEST when it asks for something of its own. `asked` is what it would ask for by itself. */
export function readPending(
  reading: MessageReading,
  raw: string,
  pending: PendingContext,
  asked: readonly InterpretedIntent[],
  context: InterpretationContext,
): Act {
  const line = reading.clauses.map((clause) => clause.text.trim()).join(" ");
  const text = ` ${line} `.replaceAll("~", "");
  switch (pending.kind) {
    case "CONFIRMATION":
      return readConfirmation(reading, text, raw, pending, asked, context);
    case "CHOICE":
      return readChosen(reading, text, raw, pending.options, asked);
    case "FEATURES":
      return readFeatureAnswer(reading, text, raw, pending, asked, context);
  }
}

/** "Forget that, classify one: …": calls off and asks for something else, which then replaces what was open. */
function asksElse(asked: readonly InterpretedIntent[]): boolean {
  return asked.some(({ intent, slots }) => intent === "PREDICT" && Object.keys(slots.features ?? {}).length > 1);
}

function readConfirmation(
  reading: MessageReading,
  text: string,
  raw: string,
  pending: Extract<PendingContext, { kind: "CONFIRMATION" }>,
  asked: readonly InterpretedIntent[],
  context: InterpretationContext,
): Act {
  const { about, action } = pending;
  if (dropsIt(text)) return { act: asksElse(asked) ? "REQUEST" : "CANCEL" };
  if (approves(text, raw, action))
    return { act: namesAnother(reading, about) || asksAnother(action, asked) ? "REQUEST" : "AFFIRM" };
  if (holdsOn(text)) return { act: "REQUEST" };
  if (saysNo(text, raw)) return { act: namesOther(intentOfAction[action], about, asked) ? "REQUEST" : "DENY" };
  if (asksForIt(raw, pending, asked)) return { act: "AFFIRM" };
  // Of a message that asks for nothing else, what its parts say decides.
  if (asked.some(({ intent }) => intent !== "OUT_OF_SCOPE" && intent !== intentOfAction[action]))
    return { act: "REQUEST" };
  // "No, wrong model, promote titanic 3": the same change, to another.
  if (isOfAnother(intentOfAction[action], about, asked)) return { act: "REQUEST" };
  const verdict = verdictOf(raw, action, context);
  return { act: verdict === "AFFIRM" && namesAnother(reading, about) ? "REQUEST" : (verdict ?? "REQUEST") };
}

const conditional =
  / (?:if|unless|when|once|after|first|until|later|tomorrow|maybe|perhaps|provided|as long as|before|only|except|instead|rather|wait|but|not|no|dont) /;

/**
 * "Promote it", where that is what a yes is waited for: asks for exactly the change that is shown. The message that asked for it at first,
 * sent once more, does not: who sent it twice has seen no plan yet.
 */
function asksForIt(
  raw: string,
  { about, action, request }: Extract<PendingContext, { kind: "CONFIRMATION" }>,
  asked: readonly InterpretedIntent[],
): boolean {
  const [only, ...more] = asked;
  if (!only || more.length > 0 || only.intent !== intentOfAction[action] || only.problems.length > 0) return false;
  const plain = (text: string) =>
    text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, " ")
      .trim();
  const said = plain(raw);
  const { model = about?.model, version = about?.version } = only.slots;
  return (
    about !== undefined &&
    request !== undefined &&
    said !== plain(request) &&
    said.split(" ").length <= 12 &&
    !raw.includes("?") &&
    !conditional.test(` ${said} `.replace(idleNo, " ")) &&
    model === about.model &&
    version === about.version
  );
}

/** "Yes, promote version 1", where version 3 is asked about, is no yes to that. */
function namesAnother(
  { models, versions }: MessageReading,
  about: Extract<PendingContext, { kind: "CONFIRMATION" }>["about"],
): boolean {
  if (about === undefined) return false;
  const { model, version } = about;
  return (
    models.some(({ name }) => name !== model) ||
    (version !== undefined && versions.some(({ said, number }) => said === "NUMBER" && number !== version))
  );
}

function isOfAnother(
  intent: string | undefined,
  about: Extract<PendingContext, { kind: "CONFIRMATION" }>["about"],
  asked: readonly InterpretedIntent[],
): boolean {
  return asked.some(
    ({ intent: own, slots: { model = about?.model, version = about?.version } }) =>
      own === intent && about !== undefined && (model !== about.model || version !== about.version),
  );
}

/** "No, not penguins! Delete cars": names the other model that it is to be. */
function namesOther(
  intent: string | undefined,
  about: Extract<PendingContext, { kind: "CONFIRMATION" }>["about"],
  asked: readonly InterpretedIntent[],
): boolean {
  return asked.some(
    ({ intent: own, slots }) =>
      own === intent && about !== undefined && slots.model !== undefined && slots.model !== about.model,
  );
}

/** "Yes, and roll back titanic", where a promotion is asked about, is more than a yes. Whoever says "yes, delete it" may mean archiving. */
function asksAnother(action: string, asked: readonly InterpretedIntent[]): boolean {
  const own = intentOfAction[action];
  return asked.some(
    ({ intent }) => changes.has(intent) && intent !== own && !(own === "ARCHIVE" && intent === "REMOVE"),
  );
}

function readChosen(
  reading: MessageReading,
  text: string,
  raw: string,
  options: Extract<PendingContext, { kind: "CHOICE" }>["options"],
  asked: readonly InterpretedIntent[],
): Act {
  if (dropsIt(text)) return { act: "CANCEL" };
  const chosen = readChoice(reading, options);
  const changes = asked.some(
    ({ intent, slots }) =>
      intent !== "OUT_OF_SCOPE" &&
      intent !== "HELP" &&
      intent !== "MODEL_DETAILS" &&
      !(intent === "PREDICT" && slots.features === undefined),
  );
  const isLong = text.split(" ").length > 10;
  // "How accurate is cars?" asks; "train cars?" may well choose.
  const isQuestion =
    raw.includes("?") &&
    /^ (?:(?:and|so|but|ok|hm|hmm|well|wait) )*(?:how|what|which|who|why|when|where|is|are|was|does|do|did|has) /.test(
      text,
    ) &&
    !namesOnly(text);
  if (isQuestion && asked.some(({ intent }) => intent !== "OUT_OF_SCOPE")) return { act: "REQUEST" };
  if (chosen && (namesOnly(text) || (!(changes && isLong) && !(changes && !isChoiceLike(asked)))))
    return { act: "ANSWER", answer: { choice: chosen.choice, evidence: [chosen.evidence], problems: [] } };
  if (saysNo(text, raw) || / (?:none|neither) /.test(text)) return { act: "CANCEL" };
  if (asked.some(({ intent }) => intent !== "OUT_OF_SCOPE")) return { act: "REQUEST" };
  if (saysYes(text, raw) && options.length === 1 && options[0])
    return { act: "ANSWER", answer: { choice: options[0].value, evidence: [], problems: [] } };
  return { act: "REQUEST" };
}

/** Choosing "Promote version 2" by its words is no new request. */
function isChoiceLike(asked: readonly InterpretedIntent[]): boolean {
  return (
    asked.length === 1 &&
    asked[0] !== undefined &&
    !/^(?:LIST_MODELS|ACTIVE_MODEL|AUDIT_HISTORY|TRAINING_STATUS|COMPARE_VERSIONS|TRAIN)$/.test(asked[0].intent)
  );
}

function readFeatureAnswer(
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
  if (raw.includes("?") && asksOfValue.test(text)) return { act: "REQUEST" };
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
  const given = Object.keys(pending.features).filter((name) => !isBinned(name));
  const forOpen = words <= 12 ? readBareValues(reading, compiled, open, rest) : undefined;
  const corrected =
    words <= 3 && !forOpen?.strength && !(isLone && forOpen?.problems.length)
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
          !span.question && !/ (?:NUM|MODEL|VERSION) /.test(text) && / (?:i|wrong|mistake|mixed|you|my) /.test(text),
      )
  )
    return true;
  return Boolean(isFirm && dropsIt(lineOf(last)) && last.words.length <= 5);
}

const takesBack = / (?:no|nope|not|wait|sorry|actually|oops|rather|instead|mean|meant|correction|typo) /;

/** "What counts as a child?", "is Cherbourg in France?": asks about a value, and gives none. */
const asksOfValue =
  /^ (?:(?:and|so|but|ok|wait|hm|hmm|sorry) )*(?:(?:what|which|who) (?:counts?|means?|is|are|does|do|did|exactly)|what 's|whats|(?:is|are) (?!it |he |she |this |that |they |the )\S+ (?:in|a|an|the|really|still|part|also|considered)|how (?:much|old|big|heavy|long|many) (?:is|are|was|counts)|where (?:is|was)|define|explain) /;

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

const vague =
  /^ (?:(?:not|very|really|rather|quite|pretty|much|many|a|lot|little|few|high|low|normal|average|usual|enough) )+$/;

/** "Boston", where a port is waited for: a short answer of foreign words is explained, not taken for another subject. */
function unknownAnswer(
  reading: MessageReading,
  text: string,
  missing: readonly string[],
  features: readonly Parameters<typeof possibleValues>[0][],
): SlotProblem | undefined {
  // "Horsepower: not much really" speaks of that one.
  const namesOf = (feature: (typeof features)[number]) =>
    [spokenName(feature), feature.label ?? "", feature.name.replaceAll("_", " ")].map(
      (name) => ` ${name.toLowerCase()} `,
    );
  const named = features.find(
    (feature) => missing.includes(feature.name) && namesOf(feature).some((name) => text.startsWith(name)),
  );
  const said = named ? namesOf(named).find((name) => text.startsWith(name)) : undefined;
  const first = named ?? features.find(({ name }) => name === missing[0]);
  const words = text
    .slice(said?.length ?? 0)
    .trim()
    .split(" ")
    .filter((word) => !/^(?:in|at|from|the|a|an|it|is|was|he|she|they|boarded|i|think|guess|maybe|'s)$/.test(word));
  const isQuestion =
    (/\?\s*$/.test(reading.text) && words.length > 3) ||
    /^ (?:what|whats|who|whos|when|why|how|hows|where|wheres|which|is|are|can|could|do|does|tell|show|please) /.test(
      text,
    );
  if (
    !first ||
    reading.quoted.size > 0 ||
    words.length === 0 ||
    words.length > 4 ||
    isQuestion ||
    /^ (?:hi|hello|hey|thanks|thank|help|yes|no|ok) /.test(text)
  )
    return undefined;
  const cannotSay =
    /^ (?:(?:i|we|do|dont|not|know|no|idea|sure|unsure|skip|it|that|unknown|much|many|little|lot|both|neither|either|none|whatever|any|really|am|cannot|cant|say|tell|clue|have|remember|'s|is|pass|next) )+$/.test(
      ` ${words.join(" ")} `,
    );
  const isOrdinary = words.every((word) => reading.isKnownWord(word) || /^NUM$/.test(word));
  if (cannotSay || vague.test(` ${words.join(" ")} `))
    return {
      slot: `features.${first.name}`,
      text: reading.text.trim(),
      message: `There is no prediction without it: the ${spokenName(first)} can be ${possibleValues(first)}.`,
    };
  const isNumber = (word: string) => /^(?:NUM|zeroth|fourth|fifth|sixth|seventh|eighth|ninth|tenth)$/.test(word);
  if (isOrdinary && !words.some(isNumber)) return undefined;
  return {
    slot: `features.${first.name}`,
    text: reading.text.trim(),
    message: `“${shortened(reading.text)}” isn't possible here: the ${spokenName(first)} can be ${possibleValues(first)}.`,
  };
}
