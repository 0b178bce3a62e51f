import type { Intent } from "../../interpreter.ts";
import { actVerbs } from "../clauses/act-verbs.ts";
import type { ClauseView } from "../clauses/clause-view.ts";
import type { ModelMention } from "../entities/model-names.ts";
import type { VersionMention } from "../entities/versions.ts";
import { isCorrection } from "../text/corrections.ts";
import type { MessageReading } from "../text/read-message.ts";

/** Of several models or versions in one clause, those that one intent is about. */
export interface Part {
  model?: ModelMention;
  versions?: readonly VersionMention[];
  /** What of the clause is said of this part: tokens, `to` excluded. */
  ranges?: readonly { from: number; to: number }[];
}

const perModel: ReadonlySet<Intent> = new Set([
  "PROMOTE",
  "ARCHIVE",
  "ROLLBACK",
  "REMOVE",
  "TRAIN",
  "MODEL_DETAILS",
  "AUDIT_HISTORY",
  "TRAINING_STATUS",
  "CANCEL_TRAINING",
]);
const perVersion: ReadonlySet<Intent> = new Set(["ARCHIVE", "MODEL_DETAILS", "REMOVE"]);

/** "delete cars and penguins" asks twice, and so do "archive versions 1 and 2" and "promote titanic 3 and cars 2". */
export function partsOf(intent: Intent, clause: ClauseView, reading: MessageReading): Part[] {
  const models = perModel.has(intent) ? modelsMeant(clause, reading) : [];
  if (models.length > 1) {
    const versions = ownVersions(clause, models, reading);
    return models.flatMap((model, index) => {
      const ranges = rangesOf(clause, models, index);
      const own = versions.get(model) ?? [];
      return perVersion.has(intent) && own.length > 1
        ? own.map((version) => ({ model, versions: [version], ranges }))
        : [{ model, versions: own, ranges }];
    });
  }
  const versions = clause.versions.filter(
    (version) => version.said === "NUMBER" && !isNegatedVersion(reading, version),
  );
  return perVersion.has(intent) &&
    versions.length > 1 &&
    !/ VERSION or /.test(clause.text) &&
    distinct(clause.models).length < 2
    ? versions.map((version) => ({ versions: [version] }))
    : [{}];
}

/**
 * The models that a clause is about: those joined by "and" or commas, without "not titanic" and "instead of titanic"; after "no, cars" only
 * what follows. At least one when it names any.
 */
export function modelsMeant(clause: ClauseView, reading: MessageReading): ModelMention[] {
  const affirmed = clause.models.filter((model) => !isNegatedModel(reading, model));
  let meant: ModelMention[] = [];
  let last: ModelMention | undefined;
  for (const model of affirmed) {
    if (last && isCorrection(reading.tokens, last.last + 1, model.first)) meant = [model];
    else if (!last || isJoined(reading, model)) meant.push(model);
    last = model;
  }
  return distinct(meant.length > 0 ? meant : clause.models.slice(0, 1));
}

function distinct(models: readonly ModelMention[]): ModelMention[] {
  return models.filter((model, index) => models.findIndex(({ name }) => name === model.name) === index);
}

export function isNegatedModel({ tokens }: MessageReading, model: ModelMention): boolean {
  return /(?:^| )(?:not|except|(?:instead|rather|other) (?:of|than)|leave|leaving|keep|keeping)(?: the| a| an| to| for| on)?$/.test(
    wordsBefore(tokens, model.first),
  );
}

/** "version 3, not 2", "3 instead of version 2". */
export function isNegatedVersion(reading: MessageReading, version: VersionMention): boolean {
  const { tokens, models } = reading;
  const model = models.find(({ last }) => last === version.first - 1);
  if (model && isNegatedModel(reading, model)) return true;
  return /(?:^| )(?:not|(?:instead|rather|other) (?:of|than))(?: the)?$/.test(wordsBefore(tokens, version.first));
}

function wordsBefore(tokens: MessageReading["tokens"], first: number): string {
  return tokens
    .slice(Math.max(0, first - 3), first)
    .map(({ norm }) => norm)
    .join(" ");
}

const filler =
  /^(?:the|a|my|our|also|then|too|both|on|about|for|of|from|with|to|in|er|um|uh|erm|version|versions|model)$/;

/** Whether "and", a comma or the like stands right before a name, and no verb of its own. */
function isJoined(reading: MessageReading, model: ModelMention): boolean {
  const inVersion = (index: number) =>
    reading.versions.some(({ first, last }) => index >= first && index <= last && first >= model.first - 8);
  let at = model.first - 1;
  while (at >= 0 && (filler.test(reading.tokens[at]?.norm ?? "") || inVersion(at))) at -= 1;
  const joint = reading.tokens[at]?.norm ?? "";
  // "show cars show penguins"
  if (/^(?:show|describe)$/.test(joint)) return true;
  if (!/^(?:and|,|&|plus|\+|\/|well)$/.test(joint)) return false;
  const before = reading.tokens[at - 1]?.norm ?? "";
  return !actVerbs.has(before);
}

/** Each version belongs to the model it is said "of", else to the name before it, else to the first. */
function ownVersions(
  clause: ClauseView,
  models: readonly ModelMention[],
  reading: MessageReading,
): Map<ModelMention, VersionMention[]> {
  const owned = new Map<ModelMention, VersionMention[]>();
  for (const version of clause.versions) {
    if (isNegatedVersion(reading, version)) continue;
    const next = models.find(({ first }) => first > version.last);
    const between = next
      ? reading.tokens
          .slice(version.last + 1, next.first)
          .map(({ norm }) => norm)
          .join(" ")
      : "";
    const isOf =
      next &&
      /^(?:of|from|for|in)(?: the)?(?: model)?$|^$/.test(between) &&
      (between !== "" || !isBehindName(version, models));
    const owner = isOf ? next : (models.findLast(({ last }) => last < version.first) ?? models[0]);
    if (owner) owned.set(owner, [...(owned.get(owner) ?? []), version]);
  }
  return owned;
}

function isBehindName(version: VersionMention, models: readonly ModelMention[]): boolean {
  return models.some(({ last }) => last === version.first - 1);
}

/**
 * What is said of one of several models: what stands before them all, and from its name to the next; where nothing but "and" stands there, what
 * is said of the next ("cars and penguins with seed 3").
 */
function rangesOf(clause: ClauseView, models: readonly ModelMention[], index: number): { from: number; to: number }[] {
  const { from, to } = clause.span;
  const startOf = (at: number) => models[at]?.first ?? to;
  let end = index;
  while (end + 1 < models.length && startOf(end + 1) - (models[end]?.last ?? 0) <= 3) end += 1;
  return [
    { from, to: startOf(0) },
    { from: startOf(end), to: end + 1 < models.length ? startOf(end + 1) : Number.POSITIVE_INFINITY },
  ];
}
