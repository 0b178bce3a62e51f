import { plainText } from "./plain-text.ts";

/** What is longer says something of its own. */
const longest = 120;

const polite =
  "please|then|now|thanks|thank you|it|that|this|so|just|thats (?:fine|ok|okay|good|great|right|all right)(?: with me| by me)?|fine(?: with me| by me)?|by all means|very much|and|well|oh";

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
  "by all means|yes|yeah|yep|yup|y|sure|of course|ok|okay|go ahead|do it|confirm|confirmed|please do|proceed|agreed|absolutely|definitely|👍",
);
const no = only(
  "no|nope|nah|n|never ?mind|call it off|nvm|forget (?:it|about it|that)|cancel|stop|abort|leave|drop|skip|not (?:now|yet)|rather not|better not|hold on|wait|i changed my mind|👎",
);
const choice =
  /^(?:#?\d{1,6}|(?:the )?(?:first|second|third|fourth|fifth|last|latter|former|other)(?: one)?|(?:option|number|choice) #?\d{1,3})(?: please)?$/;
const doNot =
  /^(?:(?:please|no|ok|okay|well|actually|oh|but|and|just) )*(?:do not|dont|never|lets not|let us not|i do not want(?: you)? to|i dont want(?: you)? to|you should not|not) (?:\w+ ){0,2}?(?:promote|deploy|release|archive|retire|remove|delete|drop|erase|train|retrain|roll|revert|undo|cancel|stop|change|touch|put|take|move|predict|do)\b/;

/** What a short message says that asks for nothing: thanks, a farewell, "don't …", a no, a yes, or a choice among what is not asked. */
export type SmallTalk = "THANKS" | "FAREWELL" | "DO_NOT" | "NO" | "YES" | "CHOICE";

/** Reads a message that answers, thanks or calls off, by whole short messages alone; undefined for any other. */
export function readSmallTalk(message: string): SmallTalk | undefined {
  const text = plainText(message);
  if (text.length > longest) return undefined;
  if (thanks.test(text)) return "THANKS";
  if (farewell.test(text)) return "FAREWELL";
  if (doNot.test(text)) return "DO_NOT";
  if (no(text)) return "NO";
  if (yes(text)) return "YES";
  return choice.test(text) ? "CHOICE" : undefined;
}
