import { generalWords } from "../text/common-words.ts";
import { domainWords } from "../text/domain-words.ts";
import type { Token } from "../text/tokenise.ts";

/** A name where a category is expected ("boarded in Boston"): after "in", "at", "from" or a colon, and no ordinary word. */
export function isForeignPlace(token: Token, hasConnector: boolean, connector: string): boolean {
  if (!hasConnector || !/^([:=]|in|at|from|is|was)$/.test(connector)) return false;
  if (token.kind !== "WORD" || token.norm.length < 3 || generalWords.has(token.norm) || domainWords.has(token.norm))
    return false;
  return /^\p{Lu}/u.test(token.text) || /^[:=]$/.test(connector);
}

/** "New York", "Le Havre": an ordinary word that begins the name of a place. */
export function isPlaceOpener(token: Token): boolean {
  return /^(?:New|San|Santa|Los|Las|Le|La|Saint|St|Port|Fort|Old|Great|Rio|El)$/.test(token.text);
}

/** "port = X": a capital that is none of the codes. */
export function isForeignCode(token: Token, joint: Token | undefined, next: Token | undefined): boolean {
  return /^[:=]$/.test(joint?.text ?? "") && /^\p{Lu}$/u.test(token.text) && next?.text !== "/";
}
