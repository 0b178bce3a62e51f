import type {
  Interpretation,
  InterpretationContext,
  InterpretedIntent,
  Interpreter,
  PendingContext,
} from "../interpreter.ts";
import { actVerbs } from "./clauses/act-verbs.ts";
import { answerFirst } from "./dialogue/answer-first.ts";
import { readPending } from "./dialogue/read-pending.ts";
import { intentOfAction, reviseRequest } from "./dialogue/revise-request.ts";
import { dropsIt, saysNo, saysYes } from "./dialogue/yes-no.ts";
import type { IntentEncoder } from "./encoder/index.ts";
import { missingOf } from "./features/missing-features.ts";
import { plain } from "./intents/build-slots.ts";
import { askEncoder, type Opinions } from "./intents/opinions.ts";
import { changes } from "./intents/weigh-clause.ts";
import { interpretRequest, ruleFor } from "./interpret-request.ts";
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
      if (!encoder || !speaksForItself(reading, context)) return interpretBuiltIn(reading, context, undefined);
      const weighed = await askEncoder(reading, encoder, ruleFor(reading, context), signal);
      return interpretBuiltIn(weighed.reading, context, weighed.opinions);
    },
  };
}

/** A word or two in answer to a question mean nothing without it, and the encoder doesn't know the question. */
function speaksForItself({ clauses }: MessageReading, { pending }: InterpretationContext): boolean {
  const most = pending?.kind === "CHOICE" ? 7 : 3;
  return pending === undefined || clauses.reduce((sum, { words }) => sum + words.length, 0) > most;
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

/** "Yes, and show me what's live": an answer first, and what is asked for behind it. */
function readBesides(
  reading: MessageReading,
  context: InterpretationContext,
  opinions: Opinions | undefined,
): Pick<Interpretation, "act" | "intents"> | undefined {
  const { pending } = context;
  const first = pending && answerFirst(reading, pending);
  if (!first) return undefined;
  const rest = { ...reading, clauses: reading.clauses.slice(first.clauses) };
  // "Hmm no, cancel that too" says it twice.
  const line = ` ${rest.clauses.map(({ text }) => text.trim()).join(" ")} `;
  if (dropsIt(line) || saysNo(line, reading.text) || saysYes(line, reading.text)) return undefined;
  const clauses = opinions?.clauses.slice(first.clauses);
  const asked = interpretRequest(rest, context, opinions && clauses && { ...opinions, clauses });
  const intents = first.act === "AFFIRM" ? withoutApproved(asked, pending) : asked;
  return intents?.some(({ intent }) => intent !== "OUT_OF_SCOPE") ? { act: first.act, intents } : undefined;
}

/** "Rather train a new one", "train cars instead": takes the place of what was asked before. */
function replaces({ clauses }: MessageReading, intents: readonly InterpretedIntent[]): boolean {
  const line = ` ${clauses.map(({ opening, text }) => `${opening}${text.trim()}`).join(" ")} `;
  return (
    intents.some(({ intent }) => changes.has(intent) || intent === "PREDICT") &&
    (/^ (?:(?:no|nope|hm|hmm|actually|wait|ok|oh|well|i|would|id|'d|lets|let us) )*(?:rather|instead) /.test(line) ||
      / instead(?: please)? $|^ (?:tell|show|give|predict|train|promote|do) (?:\S+ ){0,2}instead /.test(line))
  );
}

/** Without the change itself, said once more ("go ahead, promote it"); undefined when it is said of another version. */
function withoutApproved(
  intents: readonly InterpretedIntent[],
  pending: PendingContext,
): InterpretedIntent[] | undefined {
  if (pending.kind !== "CONFIRMATION") return [...intents];
  const { about } = pending;
  const change = intentOfAction[pending.action];
  const kept = intents.filter(
    ({ intent, slots }) => intent !== change || (slots.model ?? about?.model) !== about?.model,
  );
  const said = intents.filter((one) => !kept.includes(one));
  const isOther = said.some(({ slots: { version } }) => version !== undefined && version !== about?.version);
  return isOther ? undefined : kept;
}

function interpretBuiltIn(
  reading: MessageReading,
  context: InterpretationContext,
  opinions: Opinions | undefined,
): Interpretation {
  const intents = interpretRequest(reading, context, opinions);
  if (context.pending) {
    const revised = reviseRequest(reading, context.pending, context);
    if (revised) return { act: "REQUEST", intents: [revised], source };
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
    (saysYes(line, reading.text) || saysNo(line, reading.text));
  return { act: "REQUEST", intents: isBareYesOrNo ? [plain("HELP", 0.4)] : intents, source };
}
