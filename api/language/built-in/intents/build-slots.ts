import type { Intent, InterpretationContext, InterpretedIntent } from "../../interpreter.ts";
import type { ClauseView } from "../clauses/clause-view.ts";
import type { ModelMention } from "../entities/model-names.ts";
import { readPastTime } from "../entities/past-times.ts";
import type { VersionMention } from "../entities/versions.ts";
import type { MessageReading } from "../text/read-message.ts";
import { asksOfThen } from "./asks-of-then.ts";
import { auditActionOf } from "./audit-action.ts";
import { isNegatedVersion, modelsMeant, type Part } from "./clause-parts.ts";
import { pronounIn, refersBack } from "./pronouns.ts";
import { SlotWriter } from "./slot-writer.ts";
import { writeTraining } from "./write-training.ts";
import { saysThatVersion, type VersionSurroundings, writeVersion, writeVersions } from "./write-version.ts";

export { partsOf } from "./clause-parts.ts";

const withVersion: ReadonlySet<Intent> = new Set([
  "PROMOTE",
  "ARCHIVE",
  "MODEL_DETAILS",
  "AUDIT_HISTORY",
  "ROLLBACK",
  "PREDICT",
]);
const withModel: ReadonlySet<Intent> = new Set([
  ...withVersion,
  "REMOVE",
  "TRAIN",
  "COMPARE_VERSIONS",
  "TRAINING_STATUS",
  "CANCEL_TRAINING",
  "ACTIVE_MODEL",
]);

/** What clauses before this one in the message spoke of. */
export interface Carried {
  model: ModelMention | undefined;
  /** It stood before all clauses, as a heading: every one of them is about it. */
  heads?: boolean;
  /** A new version is being made: "it" has no number yet. */
  trains: boolean;
}

/** Reads the slots of a clause's intent. */
export function buildSlots(
  intent: Intent,
  confidence: number,
  clause: ClauseView,
  reading: MessageReading,
  context: InterpretationContext,
  before: Carried,
  part: Part = {},
): InterpretedIntent {
  const writer = new SlotWriter(reading);
  const carried = { ...before, model: before.model && meantBy(before.model, reading) };
  const ofVersions = intent === "LIST_MODELS" ? clause.words.findIndex((word) => /^~?versions?$/.test(word)) : -1;
  const model =
    withModel.has(intent) || ofVersions >= 0
      ? modelOf(intent, clause, reading, context, carried, writer, part.model)
      : undefined;
  const versions = part.versions ?? clause.versions.filter((version) => !version.bare || intent !== "TRAIN");
  const surroundings: VersionSurroundings = {
    reading,
    context,
    model,
    carried: carriedVersion(intent, clause, reading, carried),
    carriesModel: carried.model !== undefined,
    trains: carried.trains,
  };
  if (intent === "COMPARE_VERSIONS") writeVersions(clause, versions, model, reading, context, writer);
  else if (withVersion.has(intent)) writeVersion(intent, clause, versions, surroundings, writer);
  else if (intent === "REMOVE" && (versions.length > 0 || surroundings.carried || saysThatVersion(clause)))
    writeVersion(intent, clause, versions, surroundings, writer);
  if (intent === "REMOVE" && model === undefined) {
    refuseAll(clause, writer);
  }
  const some =
    /^(?:REMOVE|PROMOTE|ARCHIVE|ROLLBACK)$/.test(intent) && model === undefined ? someModel(clause) : undefined;
  if (some !== undefined && writer.slots.place === undefined && writer.slots.version === undefined)
    writer.set("place", "ANY", some, some);
  const versionsAt = clause.tokenOf[ofVersions];
  if (versionsAt !== undefined && model === undefined && context.focus.model !== undefined)
    writer.set("listed", "VERSIONS", versionsAt, versionsAt);
  if (intent === "TRAIN") writeTraining(clause, part, reading, writer);
  if (intent === "AUDIT_HISTORY") {
    const action = auditActionOf(clause.text);
    const at = action === undefined ? undefined : clause.tokenOf[clause.words.indexOf(action.word)];
    if (action && at !== undefined) writer.set("auditAction", action.name, at, at);
  }
  if (withPlan.test(intent)) refuseCondition(clause, writer);
  const { now } = context;
  const time =
    now && intent === "ACTIVE_MODEL" && asksOfThen(clause.text)
      ? readPastTime(reading.tokens, clause.span.from, clause.span.to, now)
      : undefined;
  if (time) writer.set("at", time.at.toISOString(), time.first, time.last);
  return {
    intent,
    confidence,
    slots: writer.slots,
    missing: [],
    evidence: writer.evidence,
    problems: writer.problems,
  };
}

/** An intent without slots. */
export function plain(intent: InterpretedIntent["intent"], confidence: number): InterpretedIntent {
  return { intent, confidence, slots: {}, missing: [], evidence: [], problems: [] };
}

const withPlan = /^(?:PROMOTE|ARCHIVE|ROLLBACK|REMOVE)$/;
const conditional =
  / (?:only if|provided(?: that)?|as long as|unless|if) (?!possible|you |that is|that 's|it is (?:ok|okay|fine|possible)|(?:it|that) (?:works|suits)|not already|need|necessary|so )/;

/** "Promote titanic 9 if its accuracy is above 0.9": the plan is shown, and that the condition is the person's to weigh. */
function refuseCondition(clause: ClauseView, writer: SlotWriter): void {
  const found = conditional.exec(clause.text);
  if (!found || clause.span.question) return;
  const words = found[0].trim().split(" ").length;
  const position = clause.wordAt(found.index);
  const [from, to] = [clause.tokenOf[position], clause.tokenOf[Math.min(position + words, clause.tokenOf.length - 1)]];
  if (from === undefined || to === undefined || position < 2) return;
  writer.refuse("condition", from, to, "I can't weigh a condition for you: say “yes” only if yours holds.");
}

/** "delete everything": models are removed one by one, each with its own confirmation. */
function refuseAll(clause: ClauseView, writer: SlotWriter): void {
  // "Of all things", "after all" count nothing.
  const position = clause.words.findIndex(
    (word, place) =>
      /^(?:everything|all|both)$/.test(word) && !/^(?:of|after|at|above|in|for)$/.test(clause.words[place - 1] ?? ""),
  );
  const at = clause.tokenOf[position];
  if (at !== undefined) writer.refuse("model", at, at, "Models are removed one at a time: name the one to remove.");
}

function modelOf(
  intent: Intent,
  clause: ClauseView,
  reading: MessageReading,
  context: InterpretationContext,
  carried: Carried,
  writer: SlotWriter,
  part: ModelMention | undefined,
): string | undefined {
  if (/^(?:REMOVE|PROMOTE|ARCHIVE|ROLLBACK|TRAIN)$/.test(intent) && leavesModelOpen(clause)) return undefined;
  const own = part ?? (clause.models.length > 0 ? modelsMeant(clause, reading)[0] : undefined);
  const said = own ?? (carried.heads || carries(intent, clause, reading) ? carried.model : undefined);
  if (said) {
    writer.set("model", said.name, said.first, said.last);
    return said.name;
  }
  if (intent === "PREDICT" || context.focus.model === undefined) return undefined;
  // "Is that one live now?" is about what was spoken of; "what is live?" is not.
  if (intent === "ACTIVE_MODEL" && !asksOfIt.test(clause.text)) return undefined;
  const at = pronounIn(clause, reading);
  if (at === undefined) return undefined;
  writer.set("model", context.focus.model, at, at);
  return context.focus.model;
}

/** Whether a clause names several models of which one is meant. */
export function leavesModelOpen({ models, text }: ClauseView): boolean {
  const names = new Set(models.map(({ name }) => name));
  return names.size > 1 && (eitherModel.test(text) || oneOfThem.test(text));
}

/** "One of the candidates: there is one for titanic and one for cars." */
const oneOfThem =
  / (?:one|any|either) of (?:(?:the |my |our |these |those )?(?:\S+ )?(?:candidates|models|VERSION)|(?:the|these|those|them) two|them) /;
/** "Either the penguins model or the cars model" leaves open which. */
const eitherModel = / (?:either )(?:the )?MODEL (?:\S+ ){0,3}?or (?:the )?MODEL | (?:the )?MODEL or (?:the )?MODEL /;

const asksOfIt =
  /^ (?:(?:so|and|ok|okay|but|well) )*(?:is|was|are) (?:it|that|this|that one|this one|that version|this version) /;

const always = /^(?:PROMOTE|ARCHIVE|ROLLBACK|TRAIN|REMOVE|COMPARE_VERSIONS)$/;
const byVersion = /^(?:AUDIT_HISTORY|MODEL_DETAILS)$/;

/** Whether a name from earlier in the message is meant here as well. */
function carries(intent: Intent, clause: ClauseView, reading: MessageReading): boolean {
  if (always.test(intent) || pronounIn(clause, reading) !== undefined || refersBack(clause.text)) return true;
  return byVersion.test(intent) && clause.versions.some(({ said }) => said === "NUMBER");
}

/** Of "not titanic - cars", cars. */
function meantBy(model: ModelMention, reading: MessageReading): ModelMention {
  const clause = reading.clauses.find(({ models }) => models.includes(model));
  const meant = clause ? modelsMeant(clause, reading) : [];
  return meant.includes(model) ? model : (meant[0] ?? model);
}

/** "Show what titanic v3 scores. Promote it.": the one version that the clauses before spoke of; also that of a heading. */
function carriedVersion(
  intent: Intent,
  clause: ClauseView,
  reading: MessageReading,
  carried: Carried,
): VersionMention | undefined {
  const { model } = carried;
  if (intent === "ROLLBACK" || intent === "PREDICT" || !model || clause.models.length > 0) return undefined;
  const named = reading.clauses.find(({ models }) => models.includes(model));
  const isHeaded = named !== undefined && /^ (?:the )?MODEL VERSION $/.test(named.text);
  if (!isHeaded && pronounIn(clause, reading) === undefined) return undefined;
  const earlier = reading.clauses.slice(0, reading.clauses.indexOf(clause));
  const last = earlier.findLast(({ models, versions }) => versions.length > 0 || models.includes(model));
  const said = (last?.versions ?? []).filter((version) => !isNegatedVersion(reading, version));
  const [only, ...more] = said.filter((version) => version.said === "NUMBER");
  // "A candidate was born, version 3": one that is told of by its number.
  return more.length === 0 && said.every((version) => version === only || version.said === "CANDIDATE")
    ? only
    : undefined;
}

/** "Remove one of the models", "remove a model": not the one that was spoken of last. The place of its first word. */
function someModel(clause: ClauseView): number | undefined {
  const at = clause.text.search(
    / (?:(?:one|any|either) of (?:(?:the|our|my|your|these|those) )?(?:\S+ )?models|(?:a|some|any) model|either (?:the )?MODEL|MODEL or (?:the )?MODEL) /,
  );
  return at < 0 ? undefined : clause.tokenOf[clause.wordAt(at)];
}
