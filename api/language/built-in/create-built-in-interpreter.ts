import type { Interpretation, InterpretationContext, Interpreter } from "../interpreter.ts";
import { actVerbs } from "./clauses/act-verbs.ts";
import { readPending } from "./dialogue/read-pending.ts";
import { saysNo, saysYes } from "./dialogue/yes-no.ts";
import { interpretRequest, plain } from "./interpret-request.ts";
import { readMessage } from "./text/read-message.ts";

const source = "BUILT_IN";

/** The interpreter that needs no key and no network: rules over words, names and the models' definitions. Never throws on any text. */
export function createBuiltInInterpreter(): Interpreter {
  return {
    name: source,
    interpret: async (message, context) => interpretBuiltIn(message, context),
  };
}

function interpretBuiltIn(message: string, context: InterpretationContext): Interpretation {
  const reading = readMessage(message, context);
  const intents = interpretRequest(reading, context);
  if (context.pending) {
    const bearing = readPending(reading, reading.text, context.pending, intents, context);
    if (bearing.act !== "REQUEST") return { ...bearing, intents: [], source };
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
