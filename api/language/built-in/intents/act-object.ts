import type { ActMatch } from "./act-patterns.ts";

const objects =
  /^(?:MODEL|VERSION|it|this|that|them|these|those|one|ones|everything|all|both|model|models|version|versions|candidate|production|prod|live|latest|newest|current|classifier|regressor|predictor|algorithm|run|runs|result|results|outcome|winner|training|job|registry|proposal|promotion|again|anew|now|please|pls)$/;
const persons =
  /^(?:me|him|her|us|myself|yourself|you|people|person|team|users|boss|colleague|friend|mate|buddy|man|woman|guy|guys|everyone|somebody|someone|dog|kids|child|children|boy|girl|wife|husband|son|daughter|mother|father|brother|sister|account)$/;
const stops = /^(?:because|since|if|when|as|while|so|thanks|thank)$/;

/**
 * Whether what the act is done to can be a thing of this service: a model, a version, "it", or nothing said. "Promote my colleague", "train to
 * Boston" and "archive my emails" are not.
 */
export function objectFits(words: readonly string[], act: ActMatch, position: number, length: number): boolean {
  const [following, purpose] = [words[position + length] ?? "", words[position + length + 1] ?? ""];
  if (
    act.intent === "TRAIN" &&
    !act.complete &&
    following === "to" &&
    !/^(?:predict|classify|estimate|get|have|make|MODEL|VERSION)$/.test(purpose)
  )
    return false;
  // "DROP TABLE model" speaks to a database.
  if (
    act.intent === "REMOVE" &&
    /^(?:table|tables|database|schema|column|columns|row|rows|file|files|folder)$/.test(following)
  )
    return false;
  const before = words.slice(0, position);
  const saidBefore = before.some((word) => word === "MODEL" || word === "VERSION");
  const after = words.slice(position + (act.complete ? 0 : length));
  let pronounOnly = false;
  for (const [index, word] of after.entries()) {
    const next = after[index + 1] ?? "";
    if (/^(?:MODEL|VERSION)$/.test(word))
      return (
        !/^~/.test(next) ||
        /^(?:MODEL|VERSION|model|version)$/.test(after[index + 2] ?? "") ||
        index > 0 ||
        act.complete ||
        next === ""
      );
    if (index > 12 || stops.test(word)) break;
    if (/^(?:me|us)$/.test(word) && after[index - 1] === "for" && pronounOnly) continue;
    // "Build me a freshly trained penguins": what stands inside of the act is its own.
    if (act.complete && index < length && /^(?:me|us|~freshly|~newly)$/.test(word)) continue;
    if (persons.test(word) && !/^(?:model|version)$/.test(next)) return saidBefore && pronounOnly;
    if (word.startsWith("~")) {
      if (
        /^(?:model|models|version|versions|classifier|predictor)$/.test(next) &&
        /^(?:model|classifier|predictor)/.test(next)
      )
        return true;
      return saidBefore;
    }
    if (
      /^(?:this|that|these|those|all|both|one|everything|current|new|live|production)$/.test(word) &&
      next.startsWith("~")
    )
      continue;
    if (!objects.test(word)) continue;
    if (/^(?:it|this|that|them|everything|all|these|those|one|both|run|job|again|now)$/.test(word)) pronounOnly = true;
    else if (!/^(?:now|please|pls|again|live|production|prod)$/.test(word))
      return (
        !after
          .slice(index + 1, index + 5)
          .some(
            (later, offset) => later.startsWith("~") && !/^(?:MODEL|VERSION)$/.test(after[index + 2 + offset] ?? ""),
          ) || /^(?:model|version|classifier)s?$/.test(word)
      );
  }
  return true;
}
