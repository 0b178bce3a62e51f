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
