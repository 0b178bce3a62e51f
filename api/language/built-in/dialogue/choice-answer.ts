import type { Interpretation, InterpretedIntent, PendingContext } from "../../interpreter.ts";
import type { MessageReading } from "../text/read-message.ts";
import { readChoice } from "./choice.ts";
import { namesOnly } from "./revise-request.ts";
import { dropsIt, saysNo, saysYes } from "./yes-no.ts";

type Act = Pick<Interpretation, "act" | "answer">;

/** How a message bears on a question which of several is meant. */
export function readChosen(
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
