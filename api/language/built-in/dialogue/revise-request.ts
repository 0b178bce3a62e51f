import type { Intent, InterpretationContext, InterpretedIntent, PendingContext, Slots } from "../../interpreter.ts";
import { missingOf } from "../features/missing-features.ts";
import { buildSlots, plain } from "../intents/build-slots.ts";
import type { MessageReading } from "../text/read-message.ts";

/** What asks for the action that a confirmation waits for. */
export const intentOfAction: Readonly<Record<string, Intent>> = {
  promoteVersion: "PROMOTE",
  archiveVersion: "ARCHIVE",
  rollback: "ROLLBACK",
  removeModel: "REMOVE",
};
const onlySubject =
  /^(?: (?:MODEL|VERSION|the|a|model|version|candidate|one|no|nope|wrong|wait|actually|rather|sorry|oops|i|mean|meant|make|it|that|please|instead|not|but|of|number|hmm|hm|oh|ah|uh|um|er|new|newer|newest|latest|old|older|hold|on|should|be|for|and|only|just))+ $/;

/** Whether a message names a model or a version and says nothing else: "cars", "no wait, version 1". */
export function namesOnly(line: string): boolean {
  return / (?:MODEL|VERSION) /.test(line) && onlySubject.test(line);
}

const wants =
  / (?:not|no|wait|wrong|oops|instead|sorry) (?:\S+ ){0,6}?(?:wanted|meant|want|mean|said|asked)(?: you| for)? to (?:(?:please|rather|really) )?(promote|archive|roll|remove|delete|retire|deploy) /;
/** "Sorry, not archive, promote": one verb in the place of another. */
const verbInstead =
  /^ (?:(?:no|sorry|oops|wait|hm|hmm|oh|i|meant|mean|actually|it|is|please) )*(?:not|dont) (?:promote|archive|remove|delete|roll back|rollback|retire|deploy)(?: it| that)? (?:(?:but|i|meant|mean|sorry|rather|instead|please|just) )*(promote|archive|roll|remove|delete|retire|deploy)(?: (?:back|it|that|please|instead|this))* $/;
const wantedIntent: Readonly<Record<string, Intent>> = {
  promote: "PROMOTE",
  deploy: "PROMOTE",
  archive: "ARCHIVE",
  retire: "ARCHIVE",
  roll: "ROLLBACK",
  remove: "REMOVE",
  delete: "REMOVE",
};

/** "Wait no, not archive, I wanted to promote it": another change to the same, with a plan of its own. */
function wantedAct(
  reading: MessageReading,
  { about }: Extract<PendingContext, { kind: "CONFIRMATION" }>,
  context: InterpretationContext,
): InterpretedIntent | undefined {
  const line = ` ${reading.clauses.map(({ text }) => text.trim()).join(" ")} `;
  const intent = wantedIntent[wants.exec(line)?.[1] ?? verbInstead.exec(line)?.[1] ?? ""];
  const clause = reading.clauses.at(-1);
  if (!intent || !clause || reading.clauses.length > 4 || line.length > 120) return undefined;
  const built = buildSlots(intent, 0.85, clause, reading, context, { model: undefined, trains: false });
  const isNamed = built.slots.model !== undefined || built.slots.version !== undefined;
  return isNamed || about === undefined ? built : { ...built, slots: { ...built.slots, ...ofPlan(intent, about) } };
}

function ofPlan(intent: Intent, { model, version }: { model: string; version?: number | undefined }) {
  return intent === "ROLLBACK" || intent === "REMOVE" || version === undefined ? { model } : { model, version };
}

const onlyNumber =
  /^(?: (?:no|nope|wait|actually|rather|sorry|oops|i|mean|meant|make|it|that|please|instead|but|of|number|hmm|hm|oh|ah|hold|on|the|one|promote|archive|take|use|deploy|retire))* (NUM|one|two|three|first|second|third|fourth|fifth|last)(?: (?:one|instead|sorry|please|rather|actually|i|mean|meant|then|of|course))* $/;
const takesBack = / (?:no|nope|wait|actually|rather|sorry|oops|instead|mean|meant) /;

/** "No wait, 3 instead", "the first, sorry": another version of the same model, of those compared last when a place is said. */
function numberedVersion(
  reading: MessageReading,
  { about }: Extract<PendingContext, { kind: "CONFIRMATION" }>,
  { models, focus }: InterpretationContext,
): Pick<Slots, "model" | "version"> | undefined {
  const [mention, ...more] = reading.versions;
  const nth = mention?.said === "NTH" && more.length === 0 ? mention.number : undefined;
  const plainLine = ` ${reading.clauses.map(({ text }) => text.trim()).join(" ")} `;
  const line = nth === undefined ? plainLine : plainLine.replace("VERSION", "NUM");
  if (about?.version === undefined || !onlyNumber.test(line) || !takesBack.test(line)) return undefined;
  const known =
    models.find(({ definition }) => definition.name === about.model)?.versions.map(({ version }) => version) ?? [];
  const place = /\b(first|second|third|fourth|fifth|last)\b/.exec(line)?.[1];
  const among = focus.compared?.model === about.model ? focus.compared.versions : known.toSorted((a, b) => a - b);
  const said = reading.tokens.findLast(({ number }) => number !== undefined)?.number;
  const at = ["first", "second", "third", "fourth", "fifth"].indexOf(place ?? "");
  const version =
    nth === undefined
      ? place === undefined
        ? said
        : among.at(place === "last" ? -1 : at)
      : among.at(nth > 0 ? nth - 1 : -1);
  return version !== undefined && known.includes(version) && version !== about.version
    ? { model: about.model, version }
    : undefined;
}

/** "No, the other one", after a choice between two models. */
function otherChosen(
  reading: MessageReading,
  { about, chosenOf }: Extract<PendingContext, { kind: "CONFIRMATION" }>,
): Pick<Slots, "model" | "version"> | undefined {
  const others = chosenOf?.models.filter((name) => name !== about?.model) ?? [];
  const [version, ...more] = reading.versions;
  const [model] = others;
  const line = ` ${reading.clauses.map(({ text }) => text.trim()).join(" ")} `;
  if (others.length !== 1 || !model || reading.models.length + more.length > 0 || version?.said !== "OTHER")
    return undefined;
  if (!namesOnly(line)) return undefined;
  return { model, ...(chosenOf?.version === undefined ? {} : { version: chosenOf.version }) };
}

const meantModel =
  /^ (?:(?:oh|no|sorry|wait|ah|oops|actually|hm|hmm|but) )*(?:i mean|i meant|make (?:it|that)|rather|no)(?: (?:for|the|of|with|a|one|by|it))* MODEL(?: (?:model|please|instead|of course|sorry|then))* $/;

/** "Oh, I meant for the penguins", where features of another model are asked for: a prediction by that one. */
function otherModel(
  reading: MessageReading,
  pending: Extract<PendingContext, { kind: "FEATURES" }>,
  context: InterpretationContext,
): InterpretedIntent | undefined {
  const [clause, ...more] = reading.clauses;
  const line = ` ${reading.clauses.map(({ text }) => text.trim()).join(" ")} `;
  const name = reading.models[0]?.name;
  const known = context.models.find(({ definition }) => definition.name === name);
  if (!clause || more.length > 1 || !known || name === pending.model || !meantModel.test(line)) return undefined;
  const said = reading.clauses.find(({ models }) => models.length > 0) ?? clause;
  const built = buildSlots("PREDICT", 0.85, said, reading, context, { model: undefined, trains: false });
  return { ...built, missing: missingOf(known.definition.features, {}) };
}

const consent = /^ (?:yes|yeah|yep|ok|okay|sure|fine|right|good)(?: please| sure| yes)? (?=(?:but|only|just) )/;

/** "Yes please, but of version 2" consents to something else than what is asked: what is left says to what. */
function withoutConsent({ clauses }: MessageReading): string {
  const plainLine = ` ${clauses.map(({ text }) => text.trim()).join(" ")} `;
  const line = ` ${clauses.map(({ opening, text }) => `${opening}${text.trim()}`).join(" ")} `;
  return consent.test(line) ? line.replace(consent, " ").replace(/ (?:only|just) /, " ") : plainLine;
}

/** "And version 2?", after "how good is it?": the same question, and no other change. */
function asksOnward({ text, clauses }: MessageReading, { focus }: InterpretationContext): boolean {
  const line = ` ${clauses[0]?.opening ?? ""}${clauses[0]?.text.trim() ?? ""} `;
  return (
    /\?\s*$/.test(text) &&
    /^ (?:and|what about|how about) /.test(line) &&
    /^(?:MODEL_DETAILS|AUDIT_HISTORY|COMPARE_VERSIONS|ACTIVE_MODEL)$/.test(focus.intent ?? "")
  );
}

/**
 * "No wait, version 1" where a change waits for a yes: the same change to something else. It is a request anew, so its own plan is shown.
 * Undefined when the message says anything else.
 */
export function reviseRequest(
  reading: MessageReading,
  pending: PendingContext,
  context: InterpretationContext,
): InterpretedIntent | undefined {
  if (pending.kind === "FEATURES") return otherModel(reading, pending, context);
  if (pending.kind !== "CONFIRMATION" || asksOnward(reading, context)) return undefined;
  const intent = intentOfAction[pending.action];
  const wanted = wantedAct(reading, pending, context);
  if (wanted) return wanted;
  const numbered = intent && numberedVersion(reading, pending, context);
  if (numbered) return { ...plain(intent, 0.8), slots: numbered };
  const other = intent && otherChosen(reading, pending);
  if (other) return { ...plain(intent, 0.8), slots: other };
  const line = withoutConsent(reading);
  const clause = reading.clauses.findLast((item) => item.models.length + item.versions.length > 0);
  if (!intent || !clause || !namesOnly(line)) return undefined;
  return buildSlots(intent, 0.85, clause, reading, context, { model: undefined, trains: false });
}
