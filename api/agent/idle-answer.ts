import { readSmallTalk } from "../language/asides/index.ts";
import type { Interpretation } from "../language/interpreter.ts";
import type { World } from "./agent-context.ts";
import { nextSteps } from "./intents/help.ts";
import { type Outcome, outcome } from "./outcome.ts";

/**
 * The reply to a message that answers, thanks or calls off, while nothing is asked for that could be served: "yes" when no question
 * waits, "never mind", "1", "don't promote version 2". Null for any other message. `isOpen` says that a question waits, which the
 * message did not answer.
 */
export function idleAnswer(
  message: string,
  { act, intents }: Pick<Interpretation, "act" | "intents">,
  world: World,
  isOpen: boolean,
): Outcome | null {
  const asks = intents.some(({ intent }) => intent !== "OUT_OF_SCOPE" && intent !== "HELP");
  if (act !== "REQUEST" || asks) return null;
  const suggestions = nextSteps(world).slice(0, 3);
  switch (readSmallTalk(message)) {
    case undefined:
      return null;
    case "THANKS":
      return outcome("HELP", "You’re welcome.", { suggestions });
    case "FAREWELL":
      return outcome("HELP", "Goodbye. This conversation stays here if you want to go on.", { suggestions });
    case "DO_NOT":
      return outcome("CANCELLED", "All right, I won’t. Nothing was changed.", { suggestions });
    case "NO":
      return outcome("CANCELLED", "All right. Nothing was changed.", { suggestions });
    case "YES":
    case "CHOICE":
      return isOpen
        ? outcome("CLARIFICATION", "That leaves open what you mean.")
        : outcome(
            "CLARIFICATION",
            `Nothing is waiting for an answer right now. Say what you would like to do: “${suggestions[0]}”, for example.`,
            { suggestions },
          );
  }
}
