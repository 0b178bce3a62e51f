import type { Interpretation } from "../language/interpreter.ts";
import type { World } from "./agent-context.ts";
import { nextSteps } from "./intents/help.ts";
import { type Outcome, outcome } from "./outcome.ts";

/** What is longer says something of its own. */
const longest = 120;

const polite = "please|then|now|thanks|thank you|it|that|this|so|just";

/** A message of nothing but these words and politeness, with one of them at least. */
function only(words: string): (text: string) => boolean {
  const every = new RegExp(`^(?:(?:${words}|${polite})(?: |$))+$`);
  const some = new RegExp(`(?:^| )(?:${words})(?: |$)`);
  return (text) => every.test(text) && some.test(text);
}

const thanks =
  /^(?:(?:ok|okay|great|good|perfect|cool) )*(?:thanks|thank you|thx|cheers)(?: a lot| very much| so much)?$/;
const farewell =
  /^(?:(?:ok|okay|great|thanks|thank you|well|and|good) )*(?:bye(?: bye)?|goodbye|good bye|cheerio|ciao|see you(?: (?:later|soon|tomorrow))?|see ya|cu|good night|have a (?:good|nice) (?:day|one|evening|weekend)|take care)(?: (?:then|now|for now|everyone|all|and thanks|thanks|thank you))*$/;
const yes = only(
  "yes|yeah|yep|yup|y|sure|of course|ok|okay|go ahead|do it|confirm|confirmed|please do|proceed|agreed|absolutely|definitely|👍",
);
const no = only(
  "no|nope|nah|n|never ?mind|call it off|nvm|forget (?:it|about it|that)|cancel|stop|abort|leave|drop|skip|not (?:now|yet)|rather not|better not|hold on|wait|i changed my mind|👎",
);
const choice =
  /^(?:#?\d{1,6}|(?:the )?(?:first|second|third|fourth|fifth|last|latter|former|other)(?: one)?|(?:option|number|choice) #?\d{1,3})(?: please)?$/;
const doNot =
  /^(?:(?:please|no|ok|okay|well|actually|oh|but|and|just) )*(?:do not|dont|never|lets not|let us not|i do not want(?: you)? to|i dont want(?: you)? to|you should not|not) (?:\w+ ){0,2}?(?:promote|deploy|release|archive|retire|remove|delete|drop|erase|train|retrain|roll|revert|undo|cancel|stop|change|touch|put|take|move|predict|do)\b/;

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
  const text = message
    .toLowerCase()
    .replace(/[’']/g, "")
    .replace(/[^\p{L}\p{N}#👍👎]+/gu, " ")
    .trim();
  if (text.length > longest) return null;
  const suggestions = nextSteps(world).slice(0, 3);
  if (thanks.test(text)) return outcome("HELP", "You’re welcome.", { suggestions });
  if (farewell.test(text))
    return outcome("HELP", "Goodbye. This conversation stays here if you want to go on.", { suggestions });
  if (doNot.test(text)) return outcome("CANCELLED", "All right, I won’t. Nothing was changed.", { suggestions });
  if (no(text)) return outcome("CANCELLED", "All right. Nothing was changed.", { suggestions });
  if (!yes(text) && !choice.test(text)) return null;
  return isOpen
    ? outcome("CLARIFICATION", "That leaves open what you mean.")
    : outcome(
        "CLARIFICATION",
        `Nothing is waiting for an answer right now. Say what you would like to do: “${suggestions[0]}”, for example.`,
        { suggestions },
      );
}
