import type {
  Interpretation,
  InterpretationContext,
  InterpretedIntent,
  Interpreter,
  PendingContext,
} from "../interpreter.ts";
import { actVerbs } from "./clauses/act-verbs.ts";
import { asksOfAValue } from "./dialogue/asks-of-value.ts";
import { readBesides, replaces } from "./dialogue/besides.ts";
import { readPending } from "./dialogue/read-pending.ts";
import { intentOfAction, reviseRequest } from "./dialogue/revise-request.ts";
import { saysNo, saysYes } from "./dialogue/yes-no.ts";
import type { IntentEncoder } from "./encoder/index.ts";
import { missingOf } from "./features/missing-features.ts";
import { plain } from "./intents/build-slots.ts";
import { askEncoder, type Opinions } from "./intents/opinions.ts";
import { changes } from "./intents/weigh-clause.ts";
import { interpretRequest } from "./interpret-request.ts";
import { ruleFor } from "./request/read-clauses.ts";
import { type MessageReading, readMessage } from "./text/read-message.ts";

const source = "BUILT_IN";

/**
 * The interpreter that needs no key and no network: rules over words, names and the models' definitions, weighed against a small trained
 * encoder when one is given. Never throws on any text.
 */
export function createBuiltInInterpreter(encoder?: IntentEncoder): Interpreter {
  return {
    name: source,
    async interpret(message, context, signal) {
      const reading = readMessage(message, context);
      if (!encoder) return interpretBuiltIn(reading, context, undefined);
      const isApart = speaksForItself(reading, context);
      const byRules = isApart ? undefined : interpretBuiltIn(reading, context, undefined);
      if (byRules && !(isShortRequest(reading, context) && declines(byRules))) return byRules;
      const weighed = await askEncoder(reading, encoder, ruleFor(reading, context), signal);
      const read = interpretBuiltIn(weighed.reading, context, weighed.opinions);
      return byRules && !asksOnly(read) ? byRules : read;
    },
  };
}

/** A word or two in answer to a question mean nothing without it, and the encoder doesn't know the question. */
function speaksForItself({ clauses }: MessageReading, { pending }: InterpretationContext): boolean {
  const most = pending?.kind === "CHOICE" ? 7 : 3;
  return pending === undefined || clauses.reduce((sum, { words }) => sum + words.length, 0) > most;
}

/** "Whats live btw", "metrics pls": two or three words may ask for something, where no rule reads an answer. */
function isShortRequest({ clauses }: MessageReading, { pending }: InterpretationContext): boolean {
  return pending?.kind !== "CHOICE" && clauses.reduce((sum, { words }) => sum + words.length, 0) > 1;
}

function declines({ act, intents }: Interpretation): boolean {
  return act === "REQUEST" && intents.every(({ intent }) => intent === "OUT_OF_SCOPE");
}

/** Whether it asks for nothing but what can be told: of so few words no change is taken. */
function asksOnly({ act, intents }: Interpretation): boolean {
  return (
    act === "REQUEST" &&
    intents.every(({ intent }) => !changes.has(intent) && !/^(?:OUT_OF_SCOPE|HELP|PREDICT)$/.test(intent))
  );
}

/** "Second class. Also, who promoted version 2?": beside another request, an answer completes what was gathered so far. */
function mergeGathered(
  intents: readonly InterpretedIntent[],
  pending: PendingContext,
  { models }: InterpretationContext,
): void {
  if (pending.kind !== "FEATURES") return;
  const predict = intents.find(({ intent }) => intent === "PREDICT");
  const definition = models.find((model) => model.definition.name === pending.model)?.definition;
  const { features = {}, model = pending.model } = predict?.slots ?? {};
  const contradicts = Object.entries(features).some(
    ([name, value]) => pending.features[name] !== undefined && pending.features[name] !== value,
  );
  if (!predict || !definition || model !== pending.model || contradicts) return;
  predict.slots.features = { ...pending.features, ...features };
  predict.missing = missingOf(definition.features, predict.slots.features);
}

/** "What counts as a child?", where that is waited for, is no what-if on the case that was predicted before. */
function withoutLastCase(context: InterpretationContext): InterpretationContext {
  const { features: _, earlier: __, ...focus } = context.focus;
  return { ...context, focus };
}

const turnsDown = /^\W*(?:no|nope|nah|not|wait|sorry|oops|actually|don['’]?t)\b/i;

const bareNo = /^\s*(?:no|nope)\s+(?=(?:promote|archive|remove|delete|train|retrain|roll)\b)/i;

/** "No promote cars 2", where another change waits for a yes: a no, and what is wanted instead. */
function insteadOf(
  { text }: MessageReading,
  pending: PendingContext,
  context: InterpretationContext,
): InterpretedIntent[] | undefined {
  const [no] = bareNo.exec(text) ?? [];
  if (no === undefined || pending.kind !== "CONFIRMATION" || pending.about === undefined) return undefined;
  const { pending: _, ...rest } = context;
  // The place of what follows stays, for its evidence.
  const reading = readMessage(" ".repeat(no.length) + text.slice(no.length), rest);
  const intents = interpretRequest(reading, rest);
  const [first] = intents;
  const names = reading.models.length > 0 || reading.versions.some(({ said }) => said === "NUMBER");
  if (!first || !changes.has(first.intent) || !names) return undefined;
  const { model = pending.about.model, version = pending.about.version } = first.slots;
  const isSame =
    first.intent === intentOfAction[pending.action] &&
    model === pending.about.model &&
    version === pending.about.version;
  return isSame ? undefined : intents;
}

function interpretBuiltIn(
  reading: MessageReading,
  context: InterpretationContext,
  opinions: Opinions | undefined,
): Interpretation {
  const intents = interpretRequest(
    reading,
    asksOfAValue(reading, context) ? withoutLastCase(context) : context,
    opinions,
  );
  if (context.pending) {
    const instead = insteadOf(reading, context.pending, context);
    if (instead) return { act: "CANCEL", intents: instead, source };
    const revised = reviseRequest(reading, context.pending, context);
    // What is turned down waits no more, also where the other can't be done.
    if (revised) return { act: turnsDown.test(reading.text) ? "CANCEL" : "REQUEST", intents: [revised], source };
    const bearing = readPending(reading, reading.text, context.pending, intents, context);
    if (bearing.act === "REQUEST" && replaces(reading, intents)) return { act: "CANCEL", intents, source };
    const besides =
      bearing.act === "REQUEST" || bearing.act === "CANCEL" ? readBesides(reading, context, opinions) : undefined;
    if (besides) return { ...besides, source };
    if (bearing.act !== "REQUEST") return { ...bearing, intents: [], source };
    if (intents.length > 1) mergeGathered(intents, context.pending, context);
  }
  const line = ` ${reading.clauses.map((clause) => clause.text.trim()).join(" ")} `;
  const isShort = line.trim().split(" ").length <= 3 && !line.split(" ").some((word) => actVerbs.has(word));
  const isBareYesOrNo =
    isShort &&
    intents.length === 1 &&
    intents[0]?.intent === "OUT_OF_SCOPE" &&
    reading.quoted.size === 0 &&
    (saysYes(line, reading.text) || saysNo(line, reading.text));
  return { act: "REQUEST", intents: isBareYesOrNo ? [plain("HELP", 0.4)] : intents, source };
}
