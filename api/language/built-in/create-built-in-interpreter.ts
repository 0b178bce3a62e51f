import type {
  Interpretation,
  InterpretationContext,
  InterpretedIntent,
  Interpreter,
  PendingContext,
} from "../interpreter.ts";
import { actVerbs } from "./clauses/act-verbs.ts";
import { readPending } from "./dialogue/read-pending.ts";
import { reviseRequest } from "./dialogue/revise-request.ts";
import { saysNo, saysYes } from "./dialogue/yes-no.ts";
import { type IntentEncoder, maskNames } from "./encoder/index.ts";
import { missingOf } from "./features/missing-features.ts";
import { interpretRequest, type Opinions, plain } from "./interpret-request.ts";
import { type MessageReading, readMessage } from "./text/read-message.ts";

const source = "BUILT_IN";

/** Clauses that the encoder is asked about one by one; what stands behind them is judged by the rules alone. */
const mostOpinions = 8;

/**
 * The interpreter that needs no key and no network: rules over words, names and the models' definitions, weighed against a small trained
 * encoder when one is given. Never throws on any text.
 */
export function createBuiltInInterpreter(encoder?: IntentEncoder): Interpreter {
  return {
    name: source,
    async interpret(message, context, signal) {
      const reading = readMessage(message, context);
      return interpretBuiltIn(reading, context, encoder && (await opinionsOf(reading, encoder, signal)));
    },
  };
}

async function opinionsOf(reading: MessageReading, encoder: IntentEncoder, signal?: AbortSignal): Promise<Opinions> {
  const clauses = reading.clauses.slice(0, mostOpinions).map(({ span }) => {
    const [start, end] = [reading.tokens[span.from]?.start ?? 0, reading.tokens[span.to - 1]?.end ?? 0];
    return maskedPart(reading, start, end);
  });
  const message = maskedPart(reading, 0, reading.text.length);
  const texts = clauses.length === 1 && clauses[0] === message ? [message] : [message, ...clauses];
  const [whole, ...rest] = await encoder.classify(texts, signal);
  if (!whole) throw new Error("the encoder gave no opinion");
  return { whole, clauses: texts.length === 1 ? [whole] : rest };
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

function maskedPart(reading: MessageReading, start: number, end: number): string {
  const spans = reading.models.map(({ first, last }) => ({
    start: (reading.tokens[first]?.start ?? 0) - start,
    end: (reading.tokens[last]?.end ?? 0) - start,
  }));
  const text = reading.text.slice(start, end);
  return maskNames(
    text,
    spans.filter((span) => span.start >= 0 && span.end <= text.length),
  ).trim();
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
